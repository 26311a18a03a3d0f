package io.alphaforge.ui.kit;

/** Sizes for people, with three or so digits: "12 kB", "3.4 MB", "1.25 GB"; binary units. */
public final class SizeText {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private SizeText() {}

    /** A size. */
    public static String of(long bytes) {
        return of((double) bytes);
    }

    /** A size, "–" where there is none. */
    public static String of(double bytes) {
        if (!Double.isFinite(bytes)) {
            return Formats.UNDEFINED;
        }
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        int decimals = unit < 2 || value >= 100 ? 0 : unit == 2 ? 1 : 2;
        return Formats.number(value, decimals) + " " + UNITS[unit];
    }
}
