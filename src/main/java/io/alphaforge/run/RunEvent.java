package io.alphaforge.run;

/**
 * What happens in a run, in order: one {@link Started}, then a {@link Result} or a {@link Failed} per coin with {@link
 * Paused} and {@link Resumed} between them, then one {@link Finished}, always, also after a cancel.
 */
public sealed interface RunEvent {
    String runId();

    /**
     * The coins are known and the work begins.
     *
     * @param total coins of the run
     * @param skipped coins of the store left out because they have no bars from which the interval could be made
     */
    record Started(String runId, RunSpec spec, int total, int skipped) implements RunEvent {}

    /** A coin's row exists. */
    record Result(String runId, ResultRow row) implements RunEvent {}

    /** A coin has no row, for the reason in one sentence. */
    record Failed(String runId, String symbol, String reason) implements RunEvent {}

    /** The run holds still until it is resumed. */
    record Paused(String runId) implements RunEvent {}

    /** The run goes on. */
    record Resumed(String runId) implements RunEvent {}

    /**
     * The run is over and in the archive.
     *
     * @param problem what went wrong as a whole in one sentence, empty when nothing did
     */
    record Finished(String runId, RunSummary summary, String problem) implements RunEvent {}
}
