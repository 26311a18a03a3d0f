package io.alphaforge.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is watched of a server, and what runs on it took. */
public record ServerWatching(Watching database, RunLog runs) implements Watching {
    @Override
    public Duration threshold() {
        return database.threshold();
    }

    @Override
    public List<SlowQuery> slowQueries(int limit) {
        return database.slowQueries(limit);
    }

    @Override
    public String keptIn() {
        return database.keptIn();
    }

    @Override
    public Optional<PoolGauges> pool() {
        return database.pool();
    }

    @Override
    public Optional<ServerFigures> server() {
        return database.server();
    }
}
