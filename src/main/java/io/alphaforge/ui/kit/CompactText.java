package io.alphaforge.ui.kit;

/** How large amounts are written in little room: "1.23 M", with two decimals whatever the size. */
public final class CompactText {
    private static final String[] UNITS = {"", "K", "M", "B", "T"};

    private CompactText() {}

    /** An amount in thousands, millions, billions or trillions: "950.00", "12.35 K", "1.23 M". */
    public static String of(double amount) {
        String unit = unit(amount);
        return unit.isEmpty() ? figure(amount) : figure(amount) + " " + unit;
    }

    /** The figure without its unit: "1.23". */
    static String figure(double amount) {
        return Formats.number(amount / Math.pow(1000, power(amount)), 2);
    }

    /** "K", "M", "B", "T", or empty. */
    static String unit(double amount) {
        return UNITS[power(amount)];
    }

    private static int power(double amount) {
        double size = Math.abs(amount);
        int power = 0;
        // What would be rounded to 1,000.00 belongs to the next unit.
        while (Double.isFinite(size) && size >= 999.995 && power < UNITS.length - 1) {
            size /= 1000;
            power++;
        }
        return power;
    }
}
