package io.alphaforge.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A range of open times.
 *
 * @param from first open time that belongs to it, UTC epoch milliseconds; {@link Long#MIN_VALUE} for no bound
 * @param to first open time that does not belong to it any more; {@link Long#MAX_VALUE} for no bound
 */
public record TimeRange(long from, long to) {
    public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    public TimeRange {
        if (from >= to) {
            throw new IllegalArgumentException("The range ends before it begins; choose a start before the end.");
        }
    }

    /**
     * Reads bounds as users write them: a date ({@code 2024-01-31}) or a date and time ({@code 2024-01-31T06:00}), in UTC
     * unless a zone is given. The start is inclusive; an end given as a date includes that whole UTC day, an end given
     * with a time is exclusive.
     *
     * @param from null or blank for no bound
     * @param to null or blank for no bound
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static TimeRange parse(@Nullable String from, @Nullable String to) {
        long start = from == null || from.isBlank() ? Long.MIN_VALUE : time(from.strip(), 0);
        long end = to == null || to.isBlank() ? Long.MAX_VALUE : time(to.strip(), 1);
        if (start >= end) {
            throw new IllegalArgumentException(
                    "The range begins (" + from + ") after it ends (" + to + "); choose a start before the end.");
        }
        return new TimeRange(start, end);
    }

    private static long time(String text, int daysAfterDate) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text)
                        .plusDays(daysAfterDate)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            }
            String iso = text.replace(' ', 'T');
            boolean zoned = iso.endsWith("Z") || iso.substring(11).matches(".*[+-].*");
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a date; write it like 2024-01-31 or 2024-01-31T06:00.", e);
        }
    }

    /** Whether an open time belongs to the range. */
    public boolean contains(long time) {
        return time >= from && time < to;
    }

    public boolean hasFrom() {
        return from != Long.MIN_VALUE;
    }

    public boolean hasTo() {
        return to != Long.MAX_VALUE;
    }
}
