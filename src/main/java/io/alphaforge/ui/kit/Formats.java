package io.alphaforge.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How figures are written on screen: a point for decimals, commas for thousands, a true minus sign, "–" where a figure
 * has no defined value, ISO dates in UTC. The same on every machine, whatever its locale.
 */
public final class Formats {
    /** Stands for a figure without a defined value. */
    public static final String UNDEFINED = "–";

    private static final char MINUS = '−';
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).withLocale(Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Formats() {}

    /** A figure with this many decimals. */
    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNDEFINED;
        }
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        return value < 0 && !isZero(digits) ? MINUS + digits : digits;
    }

    /** A figure whose sign matters: "+1.20", "−0.35", and "0.00" where rounding leaves nothing. */
    public static String change(double value, int decimals) {
        String number = number(value, decimals);
        return value > 0 && Double.isFinite(value) && !isZero(number) ? "+" + number : number;
    }

    /** The sign of a figure as it is written: a value that is shown as 0.00 has none. */
    public static int direction(double value, int decimals) {
        return direction(change(value, decimals));
    }

    /** The sign of a figure as {@link #change} has written it. */
    static int direction(String written) {
        return written.startsWith("+") ? 1 : written.indexOf(MINUS) == 0 ? -1 : 0;
    }

    /** A percentage whose sign matters, with its unit: "+1.20 %"; from 1,000 % on without decimals: "+1,612 %". */
    public static String changePercent(double percent) {
        // What would be rounded to 1,000.00 is 1,000 already.
        int decimals = Math.abs(percent) < 999.995 ? 2 : 0;
        return Double.isFinite(percent) ? change(percent, decimals) + " %" : UNDEFINED;
    }

    /** A percentage with its unit: "63.5 %". */
    public static String percent(double percent, int decimals) {
        return Double.isFinite(percent) ? number(percent, decimals) + " %" : UNDEFINED;
    }

    /** A whole number. */
    public static String count(long value) {
        return number((double) value, 0);
    }

    /** The UTC day of a time in epoch milliseconds. */
    public static String date(long time) {
        return DATE.format(Instant.ofEpochMilli(time));
    }

    /** A time in epoch milliseconds to the minute, in UTC. */
    public static String minute(long time) {
        return MINUTE.format(Instant.ofEpochMilli(time));
    }

    /** A time in epoch milliseconds to the minute, in a zone. */
    public static String minute(long time, ZoneId zone) {
        return MINUTE.withZone(zone).format(Instant.ofEpochMilli(time));
    }

    /** A duration for people: "0.4 s", "12 s", "3 min 05 s", "2 h 07 min". */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 9950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.max(10, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }

    /** How long ago something was, for people: "just now", "5 min ago", "3 h ago", "2 d ago". */
    public static String age(Duration age) {
        long minutes = age.toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return minutes + " min ago";
        }
        return minutes < 48 * 60 ? age.toHours() + " h ago" : count(age.toDays()) + " d ago";
    }

    /** "1 coin", "2 coins", "2 series": a count with its noun. */
    public static String plural(long count, String noun) {
        return count(count) + " " + (count == 1 || noun.endsWith("series") ? noun : noun + "s");
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    }
}
