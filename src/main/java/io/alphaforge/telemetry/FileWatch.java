package io.alphaforge.telemetry;

import java.time.Duration;
import java.util.List;

/** What is watched of a database that is a file of this computer. */
public record FileWatch(SlowQueries slow, SlowQueryFile kept, RunLog runs) implements Watching {
    @Override
    public Duration threshold() {
        return slow.threshold();
    }

    @Override
    public List<SlowQuery> slowQueries(int limit) {
        return kept.newest(limit);
    }

    @Override
    public String keptIn() {
        return "the folder of this application";
    }
}
