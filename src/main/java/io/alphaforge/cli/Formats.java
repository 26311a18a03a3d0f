package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them in a terminal. A value that is not there is "–", never 0. */
final class Formats {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final long DAY_MILLIS = 86_400_000L;

    private Formats() {}

    /** A text with values in it, written alike on every computer: 1,234.5, whatever its language. */
    @SuppressWarnings("AnnotateFormatMethod")
    static String text(String pattern, @Nullable Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    static String value(Field<?> field, @Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return switch (field.kind()) {
            case TEXT -> (String) value;
            case INTEGER -> text("%,d", (Long) value);
            case TIME -> time((Long) value);
            case FLAG -> (Boolean) value ? "yes" : "no";
            case REAL -> real(field.unit(), (Double) value);
        };
    }

    /** A time in UTC: the date alone where the time of day is midnight. */
    static String time(long millis) {
        return (millis % DAY_MILLIS == 0 ? DAY : MINUTE).format(Instant.ofEpochMilli(millis));
    }

    /** A time as ISO 8601 in UTC, for programs. */
    static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static String seconds(double seconds) {
        if (seconds < 60) {
            return text("%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600 ? text("%d:%02d min", whole / 60, whole % 60) : text("%d h", whole / 3600);
    }

    static String millis(double millis) {
        return millis < 1000 ? text("%.0f ms", millis) : text("%.2f s", millis / 1000);
    }

    private static String real(Field.Unit unit, double value) {
        return switch (unit) {
            case CHANGE -> text("%+,.2f", value + 0.0);
            case PERCENT, RATIO, NONE -> text("%,.2f", value);
            // Turnover of millions has no cents worth a column's width.
            case MONEY -> text(Math.abs(value) < 1e7 ? "%,.2f" : "%,.0f", value);
            case DAYS, SCORE -> text("%,.1f", value);
            case MILLISECONDS -> text("%,.3f", value);
            case VOLUME -> text(Math.abs(value) < 1000 ? "%,.2f" : "%,.0f", value);
            case PRICE -> price(value);
        };
    }

    /** Prices from 1e-8 to 1e6 with about six significant digits. */
    private static String price(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 2 : size >= 1 ? 4 : size >= 0.01 ? 6 : size >= 0.0001 ? 8 : 12;
        return text("%,." + decimals + "f", value);
    }
}
