package io.alphaforge.catalog;

/**
 * What a synchronisation did to one series.
 *
 * @param bars that travelled
 * @param reason why it failed or was left out, in one sentence; empty when it was not
 */
public record SyncedSeries(SeriesKey key, Outcome outcome, long bars, String reason) {
    /** What became of the series in the mirror. */
    public enum Outcome {
        /** Fetched from its first bar to its last. */
        WHOLE,
        /** Only bars behind the last known one were fetched. */
        TAIL,
        /** The server has it no more, so it was removed. */
        REMOVED,
        /** Left out, since the mirror may not become larger. */
        NO_ROOM,
        /** It could not be fetched or kept. */
        FAILED
    }
}
