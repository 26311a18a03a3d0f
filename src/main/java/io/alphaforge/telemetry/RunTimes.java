package io.alphaforge.telemetry;

/**
 * What a run took.
 *
 * @param startedAt UTC epoch milliseconds
 * @param status how it ended: {@code finished}, {@code cancelled}, {@code broken}
 */
public record RunTimes(
        String runId, long startedAt, String status, Work work, Amount amount, Took took, PhaseTimes phases) {
    /** The status of a run that came to its own end. */
    public static final String FINISHED = "finished";

    /**
     * What was asked for, in words short enough for a line of a table.
     *
     * @param strategy its name
     * @param interval its code
     * @param universe as on the command line; a long list of symbols is counted
     */
    public record Work(String strategy, String interval, String universe) {}

    /**
     * How much it was.
     *
     * @param total coins of the universe
     * @param completed coins with a result, cached ones included
     * @param cached results that an earlier run answered
     * @param asked coins for which the cache was asked; 0 when the run did not want it
     * @param failed coins that failed
     * @param bars bars of all results
     */
    public record Amount(int total, int completed, int cached, int asked, int failed, long bars) {}

    /**
     * How long it was.
     *
     * @param millis from the start to the last result, without the time it was paused
     * @param firstResultMs from the start to the first result, without pauses; NaN when there was none
     * @param pausedMs how long it was paused until the last result
     */
    public record Took(double millis, double firstResultMs, double pausedMs) {}

    /** Whether it came to its own end, so that what it took can be compared with others. */
    public boolean isFinished() {
        return status.equals(FINISHED);
    }

    /** Results in a second; NaN when there was none. */
    public double coinsPerSecond() {
        return amount.completed == 0 || !(took.millis > 0) ? Double.NaN : amount.completed / (took.millis / 1000);
    }

    /** Share of the coins asked for that the cache answered, 0 to 100; NaN when it was not asked. */
    public double hitPct() {
        return amount.asked == 0 ? Double.NaN : 100.0 * amount.cached / amount.asked;
    }

    /** How many threads were busy on average. */
    public double busyThreads() {
        return took.millis > 0 ? phases.total() / took.millis : Double.NaN;
    }

    /** The same with so much more time for the screen. */
    public RunTimes shown(double millis) {
        return new RunTimes(runId, startedAt, status, work, amount, took, phases.shown(millis));
    }
}
