package io.alphaforge.ui.kit;

/** How prices are written: with so many decimals that coins at 0.000001 and at 100,000 both show what moved. */
public final class PriceText {
    /** As wide as a digit; stands where a price of the same column has more decimals. */
    static final char PADDING = '\u2007';

    private PriceText() {}

    /** No price needs more; a double has no more figures at 0.01 than this. */
    private static final int MOST = 18;

    /** Decimals for a price: four from 1 on, and four or more significant digits below; 0 where there is no price. */
    public static int decimals(double price) {
        double size = Math.abs(price);
        if (!Double.isFinite(price)) {
            return 0;
        }
        if (size >= 0.00001) {
            return size >= 1000 ? 2 : size >= 1 ? 4 : size >= 0.01 ? 6 : 8;
        }
        return size == 0 ? 10 : Math.clamp(3 - (int) Math.floor(Math.log10(size)), 10, MOST);
    }

    /** A price with the decimals that it deserves. */
    public static String of(double price) {
        return Formats.number(price, decimals(price));
    }

    /** A price whose decimal point is where those of prices with {@code most} decimals are. */
    static String aligned(double price, int most) {
        int missing = Double.isFinite(price) ? most - decimals(price) : 0;
        return of(price) + String.valueOf(PADDING).repeat(Math.max(0, missing));
    }
}
