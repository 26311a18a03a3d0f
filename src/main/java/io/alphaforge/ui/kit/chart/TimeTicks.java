package io.alphaforge.ui.kit.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times at which a time axis is labelled: years, months, days, hours or minutes, whatever has room. */
final class TimeTicks {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private TimeTicks() {}

    /**
     * One label of the axis.
     *
     * @param time epoch milliseconds
     * @param major begins a longer unit than its neighbours: a year among months, a day among hours
     */
    record Tick(long time, String label, boolean major) {}

    /** At most about {@code most} ticks between two times, both included, in the given zone. */
    static List<Tick> of(long from, long to, int most, ZoneId zone) {
        Step step = Step.EVERY_50_YEARS;
        for (Step candidate : Step.values()) {
            if ((double) (to - from) / candidate.millis() <= most) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime time = step.floor(Instant.ofEpochMilli(from).atZone(zone));
        while (time.toInstant().toEpochMilli() <= to) {
            if (time.toInstant().toEpochMilli() >= from) {
                ticks.add(tick(time, step));
            }
            time = step.next(time);
        }
        return ticks;
    }

    private static Tick tick(ZonedDateTime time, Step step) {
        long millis = time.toInstant().toEpochMilli();
        boolean day = time.getHour() == 0 && time.getMinute() == 0;
        boolean month = day && time.getDayOfMonth() == 1;
        if (month && time.getMonthValue() == 1) {
            return new Tick(millis, String.valueOf(time.getYear()), step.unit != ChronoUnit.YEARS);
        }
        return switch (step.unit) {
            case MONTHS -> new Tick(millis, MONTH.format(time), false);
            case DAYS ->
                month
                        ? new Tick(millis, MONTH.format(time), true)
                        : new Tick(millis, String.valueOf(time.getDayOfMonth()), false);
            default -> day ? new Tick(millis, DAY.format(time), true) : new Tick(millis, MINUTE.format(time), false);
        };
    }

    /** How far ticks are apart. */
    private enum Step {
        EVERY_MINUTE(1, ChronoUnit.MINUTES),
        EVERY_5_MINUTES(5, ChronoUnit.MINUTES),
        EVERY_15_MINUTES(15, ChronoUnit.MINUTES),
        EVERY_30_MINUTES(30, ChronoUnit.MINUTES),
        EVERY_HOUR(1, ChronoUnit.HOURS),
        EVERY_3_HOURS(3, ChronoUnit.HOURS),
        EVERY_6_HOURS(6, ChronoUnit.HOURS),
        EVERY_12_HOURS(12, ChronoUnit.HOURS),
        EVERY_DAY(1, ChronoUnit.DAYS),
        EVERY_2_DAYS(2, ChronoUnit.DAYS),
        EVERY_WEEK(7, ChronoUnit.DAYS),
        EVERY_HALF_MONTH(15, ChronoUnit.DAYS),
        EVERY_MONTH(1, ChronoUnit.MONTHS),
        EVERY_3_MONTHS(3, ChronoUnit.MONTHS),
        EVERY_6_MONTHS(6, ChronoUnit.MONTHS),
        EVERY_YEAR(1, ChronoUnit.YEARS),
        EVERY_2_YEARS(2, ChronoUnit.YEARS),
        EVERY_5_YEARS(5, ChronoUnit.YEARS),
        EVERY_50_YEARS(50, ChronoUnit.YEARS);

        private final int amount;
        private final ChronoUnit unit;

        Step(int amount, ChronoUnit unit) {
            this.amount = amount;
            this.unit = unit;
        }

        double millis() {
            return (double) amount * unit.getDuration().toMillis();
        }

        ZonedDateTime floor(ZonedDateTime time) {
            ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
            return switch (unit) {
                case MINUTES -> time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / amount * amount);
                case HOURS -> day.withHour(time.getHour() / amount * amount);
                case DAYS -> day.withDayOfMonth(1 + (time.getDayOfMonth() - 1) / amount * amount);
                case MONTHS -> day.withDayOfMonth(1).withMonth(1 + (time.getMonthValue() - 1) / amount * amount);
                default -> day.withDayOfYear(1).withYear(time.getYear() / amount * amount);
            };
        }

        ZonedDateTime next(ZonedDateTime time) {
            ZonedDateTime next = time.plus(amount, unit);
            if (unit == ChronoUnit.HOURS) {
                // Back on round hours after the clocks have changed.
                ZonedDateTime round = floor(next);
                return round.isAfter(time) ? round : next;
            }
            if (unit != ChronoUnit.DAYS) {
                return next;
            }
            // Days are counted anew in every month, and a short rest at its end is left out.
            boolean over = next.getMonthValue() != time.getMonthValue();
            boolean rest =
                    next.getDayOfMonth() + amount / 2 > next.toLocalDate().lengthOfMonth();
            return over || rest ? time.withDayOfMonth(1).plusMonths(1) : next;
        }
    }
}
