package io.alphaforge.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Chooses the runs that are worth having results of before anybody asks: those that were started most often. */
public final class WarmUp {
    private final RunArchive archive;
    private final BacktestService backtests;

    public WarmUp(RunArchive archive, BacktestService backtests) {
        this.archive = archive;
        this.backtests = backtests;
    }

    /**
     * A run, and how often it is in the archive.
     *
     * @param spec answered from the cache where it can be
     */
    public record Usage(RunSpec spec, int runs) {}

    /**
     * The most used specifications, most used first; of equally used ones the one used last. Whether earlier results
     * were wanted makes no difference, since it does not change what is kept.
     *
     * @param most how many at the most
     */
    public static List<Usage> mostUsed(List<ArchivedRun.Header> runs, int most) {
        Map<RunSpec, Integer> counts = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingLong(ArchivedRun.Header::startedAt).reversed())
                .map(run -> cached(run.spec()))
                .forEach(spec -> counts.merge(spec, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Usage(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Usage::runs).reversed())
                .limit(most)
                .toList();
    }

    /** The most used specifications of the archive, see {@link #mostUsed(List, int)}. */
    public List<Usage> mostUsed(int most) {
        return mostUsed(archive.list(), most);
    }

    private static RunSpec cached(RunSpec spec) {
        return new RunSpec(spec.backtest(), spec.universe(), spec.interval(), true);
    }

    /** Runs a specification again, in the background; {@link #forget} is to be called when it is over. */
    public RunHandle start(Usage usage, Consumer<RunEvent> listener) {
        return backtests.start(usage.spec(), listener);
    }

    /** Takes a run that is over out of the archive: nobody asked for it, and it must not count as use. */
    public void forget(RunSummary run) {
        archive.delete(run.runId());
    }
}
