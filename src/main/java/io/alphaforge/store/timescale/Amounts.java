package io.alphaforge.store.timescale;

import java.time.Instant;
import java.util.Locale;

/** Figures within sentences. */
final class Amounts {
    private Amounts() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    /** "12 kB", "3.4 MB", "1.25 GB". */
    static String bytes(double bytes) {
        double value = bytes;
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        int decimals = unit < 2 || value >= 100 ? 0 : unit < 3 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", value, units[unit]);
    }

    /** The UTC day of a time. */
    static String day(long millis) {
        return Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }
}
