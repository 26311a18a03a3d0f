package io.alphaforge.ui.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a time line has its marks: at round times of the calendar, far enough apart for their labels. */
final class TimeTicks {
    /** Room that a label wants, in pixels. */
    private static final double APART = 72;

    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] HOURS = {1, 3, 6, 12};

    /** A mark and its label. */
    record Tick(long time, String label) {}

    private TimeTicks() {}

    /** The marks of a line, in order; times are read in this zone. */
    static List<Tick> of(TimeLine line, ZoneId zone) {
        double dayWidth = 86_400_000.0 / (line.end() - line.from()) * line.width();
        for (int hours : HOURS) {
            if (dayWidth / 24 * hours >= APART) {
                return at(line, zone, ChronoUnit.HOURS, hours, "MM-dd HH:mm");
            }
        }
        for (int days : DAYS) {
            if (dayWidth * days >= APART) {
                return at(line, zone, ChronoUnit.DAYS, days, "yyyy-MM-dd");
            }
        }
        for (int months : MONTHS) {
            if (dayWidth * 30 * months >= APART) {
                return at(line, zone, ChronoUnit.MONTHS, months, months < 12 ? "yyyy-MM" : "yyyy");
            }
        }
        return List.of();
    }

    private static List<Tick> at(TimeLine line, ZoneId zone, ChronoUnit unit, int step, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime tick = start(Instant.ofEpochMilli(line.from()).atZone(zone), unit, step);
        for (; tick.toInstant().toEpochMilli() <= line.end(); tick = tick.plus(step, unit)) {
            if (tick.toInstant().toEpochMilli() >= line.from()) {
                ticks.add(new Tick(tick.toInstant().toEpochMilli(), format.format(tick)));
            }
        }
        return ticks;
    }

    /** A round time at or before this one. */
    private static ZonedDateTime start(ZonedDateTime time, ChronoUnit unit, int step) {
        LocalDate day = time.toLocalDate();
        return switch (unit) {
            case HOURS -> day.atStartOfDay(time.getZone()).plusHours(time.getHour() / step * (long) step);
            case DAYS -> day.minusDays(Math.floorMod(day.toEpochDay(), step)).atStartOfDay(time.getZone());
            default -> {
                int month = day.getYear() * 12 + day.getMonthValue() - 1;
                int round = month - Math.floorMod(month, step);
                yield LocalDate.of(Math.floorDiv(round, 12), Math.floorMod(round, 12) + 1, 1)
                        .atStartOfDay(time.getZone());
            }
        };
    }
}
