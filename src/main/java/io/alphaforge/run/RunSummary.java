package io.alphaforge.run;

/**
 * How a run ended.
 *
 * @param runId identifies the run in the archive
 * @param total coins of the universe
 * @param completed coins with a result, cached ones included
 * @param failed coins that failed
 * @param cached results that an earlier run answered
 * @param elapsedMs from the start to the last result
 * @param firstResultMs from the start to the first result; NaN when there was none
 */
public record RunSummary(
        String runId,
        Status status,
        int total,
        int completed,
        int failed,
        int cached,
        double elapsedMs,
        double firstResultMs) {
    /** Why a run stopped. */
    public enum Status {
        /** Every coin was answered or failed. */
        FINISHED,
        /** The user stopped it; what was done is kept. */
        CANCELLED,
        /** The store could be read no further; what was done is kept. */
        BROKEN
    }
}
