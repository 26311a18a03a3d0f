package io.alphaforge.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The length of a bar. Buckets start at 00:00 UTC, weeks on Monday, months on the first.
 *
 * <p>All times are epoch milliseconds in UTC and name the <em>open</em> of a bar.
 */
public enum Interval {
    M1("1m", Interval.MINUTE),
    M3("3m", 3 * Interval.MINUTE),
    M5("5m", 5 * Interval.MINUTE),
    M15("15m", 15 * Interval.MINUTE),
    M30("30m", 30 * Interval.MINUTE),
    H1("1h", Interval.HOUR),
    H2("2h", 2 * Interval.HOUR),
    H4("4h", 4 * Interval.HOUR),
    H6("6h", 6 * Interval.HOUR),
    H8("8h", 8 * Interval.HOUR),
    H12("12h", 12 * Interval.HOUR),
    D1("1d", Interval.DAY),
    W1("1w", 7 * Interval.DAY),
    MONTH("1M", 30 * Interval.DAY);

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 86_400_000L;
    /** 1970-01-05, the first Monday of the epoch. */
    private static final long FIRST_MONDAY = 4 * DAY;

    private final String code;
    private final long millis;

    Interval(String code, long millis) {
        this.code = code;
        this.millis = millis;
    }

    /** The name used on screens, in files and in the database: {@code 1h}, {@code 1d}, {@code 1M}. */
    public String code() {
        return code;
    }

    /** Length in milliseconds; for months, whose length varies, that of 30 days. */
    public long millis() {
        return millis;
    }

    /** The open time of the bucket that holds {@code time}. */
    public long bucketStart(long time) {
        return switch (this) {
            case MONTH -> monthStart(date(time));
            case W1 -> time - Math.floorMod(time - FIRST_MONDAY, millis);
            default -> time - Math.floorMod(time, millis);
        };
    }

    /** The open time of the bar after the one that opens at {@code open}. */
    public long next(long open) {
        return this == MONTH ? monthStart(date(open).plusMonths(1)) : open + millis;
    }

    /** How many bars open in {@code [from, to)} when {@code from} is an open time. */
    public long barsBetween(long from, long to) {
        if (to <= from) {
            return 0;
        }
        if (this == MONTH) {
            LocalDate a = date(from);
            LocalDate b = date(to - 1);
            return (b.getYear() - a.getYear()) * 12L + b.getMonthValue() - a.getMonthValue() + 1;
        }
        return (to - from + millis - 1) / millis;
    }

    /** Whether every bucket of {@code wanted} is made of whole buckets of this interval. */
    public boolean divides(Interval wanted) {
        if (this == wanted) {
            return true;
        }
        if (this == MONTH) {
            return false;
        }
        return wanted == MONTH ? DAY % millis == 0 : wanted.millis % millis == 0 && millis < wanted.millis;
    }

    /**
     * Reads a code such as {@code 1h}; {@code 60m}, {@code 24h} and {@code 7d} are understood too.
     *
     * @throws IllegalArgumentException naming the known intervals
     */
    public static Interval parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("Unknown interval '" + text + "'; known are "
                        + Arrays.stream(values()).map(Interval::code).collect(Collectors.joining(", ")) + "."));
    }

    /** The interval of this code, or empty when there is none. */
    public static Optional<Interval> find(String text) {
        String code = text.strip();
        if (!code.endsWith("M")) {
            code = code.toLowerCase(Locale.ROOT);
        }
        String wanted = switch (code) {
            case "60m" -> "1h";
            case "120m" -> "2h";
            case "240m" -> "4h";
            case "1440m", "24h" -> "1d";
            case "7d" -> "1w";
            default -> code;
        };
        return Arrays.stream(values()).filter(i -> i.code.equals(wanted)).findFirst();
    }

    /** The interval of exactly this length, or empty when there is none (months are never found by length). */
    public static Optional<Interval> ofMillis(long millis) {
        return Arrays.stream(values())
                .filter(i -> i != MONTH && i.millis == millis)
                .findFirst();
    }

    @Override
    public String toString() {
        return code;
    }

    private static LocalDate date(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long monthStart(LocalDate date) {
        return date.withDayOfMonth(1).toEpochDay() * DAY;
    }
}
