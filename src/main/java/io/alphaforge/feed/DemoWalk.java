package io.alphaforge.feed;

/**
 * A random walk of log prices in hourly steps whose volatility comes in clusters. It is defined for every hour since
 * 1970, whatever part of it is asked for: weekly levels are summed up from the beginning, pulled back towards zero so
 * that they never run away, and the hours between two of them are a Brownian bridge.
 */
final class DemoWalk {
    static final int HOURS = 168;

    private static final int DAYS = 7;
    private static final double PULL = 0.985;
    private static final double JUMPS = 0.003;
    private static final double JUMP = 4;

    private final DemoNoise steps;
    private final DemoNoise weeks;
    private final DemoNoise jumps;
    private final DemoNoise months;
    private final DemoNoise fortnights;
    private final DemoNoise days;
    private final double dailyVolatility;

    /** @param dailyVolatility standard deviation of a day's log return in usual times */
    DemoWalk(DemoNoise noise, double dailyVolatility) {
        this.steps = noise.named(1);
        this.weeks = noise.named(2);
        this.jumps = noise.named(3);
        this.months = noise.named(4);
        this.fortnights = noise.named(5);
        this.days = noise.named(6);
        this.dailyVolatility = dailyVolatility;
    }

    /** Volatility of a day: moods of months, weeks and days. */
    double volatility(long day) {
        double mood = 0.35 * months.smooth(day, 90) + 0.3 * fortnights.smooth(day, 21) + 0.25 * days.smooth(day, 5);
        return dailyVolatility * StrictMath.exp(mood);
    }

    /**
     * Log levels at the beginning of each hour.
     *
     * @param firstWeek weeks since 1970-01-01
     * @param lastWeek the last week, inclusive
     * @return 168 levels a week, and the level at the end
     */
    double[] levels(long firstWeek, long lastWeek) {
        double level = 0;
        for (long week = 0; week < firstWeek; week++) {
            level = next(level, week);
        }
        double[] levels = new double[(int) (lastWeek - firstWeek + 1) * HOURS + 1];
        for (long week = firstWeek; week <= lastWeek; week++) {
            double end = next(level, week);
            bridge(levels, (int) (week - firstWeek) * HOURS, week, level, end);
            level = end;
        }
        levels[levels.length - 1] = level;
        return levels;
    }

    private double next(double level, long week) {
        return PULL * level + volatility(week * DAYS + DAYS / 2) * Math.sqrt(DAYS) * weeks.normal(week);
    }

    private void bridge(double[] levels, int at, long week, double from, double to) {
        double sum = 0;
        double variance = 0;
        double[] hourly = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            hourly[day] = volatility(week * DAYS + day) / Math.sqrt(24);
            variance += hourly[day] * hourly[day] * 24;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            double step = steps.normal(week * HOURS + hour) * (jumps.uniform(week * HOURS + hour) < JUMPS ? JUMP : 1);
            levels[at + hour] = step * hourly[hour / 24];
            sum += levels[at + hour];
        }
        double off = (to - from - sum) / variance;
        double level = from;
        for (int hour = 0; hour < HOURS; hour++) {
            double volatility = hourly[hour / 24];
            double step = levels[at + hour] + off * volatility * volatility;
            levels[at + hour] = level;
            level += step;
        }
    }
}
