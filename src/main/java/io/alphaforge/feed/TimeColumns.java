package io.alphaforge.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which column holds the bar's open time, of several that hold times. */
final class TimeColumns {
    /** Names that say that it is the time at which the bar opens, or that it is in UTC, the most exact first. */
    private static final List<String> CLEAR = List.of(
            "opentimeutc",
            "utcopentime",
            "candleopentimeutc",
            "starttimeutc",
            "opentime",
            "candleopentime",
            "opentimestamp",
            "starttime",
            "start",
            "timestamputc",
            "utctimestamp",
            "datetimeutc",
            "utcdatetime",
            "timeutc",
            "utctime",
            "unix",
            "unixtimestamp",
            "unixtime");
    /** Names of a time, the most exact first: of an epoch and a date beside it the epoch is read. */
    private static final List<String> TIMES =
            List.of("timestamp", "ts", "time", "t", "datetime", "dateutc", "utcdate", "utc", "dt", "date", "day");

    private static final Set<String> DATES = Set.of("date", "dateutc", "utcdate", "day", "dt", "datetime");
    private static final Set<String> CLOCKS = Set.of("time", "timeutc", "utctime", "hour", "t");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

    private TimeColumns() {}

    /** Whether a column can be one of times by its name. */
    static boolean isTime(String normal) {
        return CLEAR.contains(normal) || TIMES.contains(normal);
    }

    /** Whether a text is a time of day alone. */
    static boolean isClock(String text) {
        return CLOCK.matcher(text.strip()).matches();
    }

    /**
     * Gives the column of times its role, and that of the time of day where there is one beside a date.
     *
     * @param normal the names as {@link ColumnNames#normal} makes them
     * @param row the values of a row, which may be fewer
     */
    static void find(List<String> normal, List<String> row, List<Role> roles) {
        int clock = clock(normal, row);
        List<String> others = new ArrayList<>(normal);
        if (clock >= 0) {
            others.set(clock, "");
        }
        int time = first(CLEAR, others);
        time = time < 0 ? first(TIMES, others) : time;
        // A column that holds all of the time is worth more than one of dates and one of the time of day.
        if (clock >= 0 && time >= 0 && time < row.size() && isDate(normal.get(time), row.get(time))) {
            roles.set(time, Role.TIME);
            roles.set(clock, Role.CLOCK);
            return;
        }
        time = time < 0 ? clock : time;
        if (time < 0 && !normal.isEmpty() && normal.getFirst().isEmpty()) {
            time = 0;
        }
        if (time >= 0) {
            roles.set(time, Role.TIME);
        }
    }

    private static int first(List<String> names, List<String> normal) {
        return names.stream()
                .filter(normal::contains)
                .findFirst()
                .map(normal::indexOf)
                .orElse(-1);
    }

    private static int clock(List<String> normal, List<String> row) {
        for (int i = 0; i < Math.min(normal.size(), row.size()); i++) {
            if (CLOCKS.contains(normal.get(i)) && isClock(row.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDate(String name, String value) {
        return DATES.contains(name)
                && !value.contains(":")
                && value.strip().length() <= 10
                && (Double.isNaN(NumberText.parse(value)) || value.strip().length() == 8)
                && TimeText.parse(value) != TimeText.NONE;
    }

    /**
     * Makes sure that the times that were chosen are those at which bars open, where another column has others: by a name
     * that says so, or since the two do not lie the same way apart in every row.
     *
     * @param names of the columns
     * @param rows some of them
     * @throws UnusableFileException when nobody can tell which of two columns is right
     */
    static void requireClear(List<String> names, List<Role> roles, List<List<String>> rows) {
        int chosen = roles.indexOf(Role.TIME);
        if (chosen < 0 || roles.contains(Role.CLOCK) || CLEAR.contains(ColumnNames.normal(names.get(chosen)))) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            if (i != chosen && isTime(ColumnNames.normal(names.get(i)))) {
                Long apart = apart(chosen, i, rows);
                if (apart != null && !isLabel(apart, rows.getFirst().get(i))) {
                    throw new UnusableFileException("has two columns of times, "
                            + Rejections.quoted(names.get(chosen)) + " and " + Rejections.quoted(names.get(i))
                            + ", that are "
                            + text(apart) + " apart; rename the one in UTC at which bars open to 'open_time'");
                }
            }
        }
    }

    /** Whether times may lie that far behind others and mean the same bar: as its last moment, or of the day of a date. */
    private static boolean isLabel(long apart, String other) {
        long ofMinute = Math.floorMod(apart, 60_000L);
        boolean day = !other.contains(":") && other.strip().length() <= 10 && Double.isNaN(NumberText.parse(other));
        return apart == 0 || ofMinute >= 59_000 || (day && apart > 0 && apart < 86_400_000L);
    }

    /** By how much a column differs from another in every row, in milliseconds; null where that is not the same. */
    private static @Nullable Long apart(int one, int other, List<List<String>> rows) {
        List<Long> found = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() > Math.max(one, other)) {
                long a = TimeText.parse(row.get(one));
                long b = TimeText.parse(row.get(other));
                if (a != TimeText.NONE && b != TimeText.NONE) {
                    found.add(a - b);
                }
            }
        }
        return found.size() < 2 || found.stream().distinct().count() != 1 ? null : found.getFirst();
    }

    private static String text(long millis) {
        return Duration.ofMillis(Math.abs(millis)).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
