package io.alphaforge.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is watched of one open database. Safe for use by several threads; never on the JavaFX thread. */
public interface Watching {

    /** A database of which nothing is watched. */
    Watching NOTHING = new Watching() {
        @Override
        public Duration threshold() {
            return SlowQueries.THRESHOLD;
        }

        @Override
        public List<SlowQuery> slowQueries(int limit) {
            return List.of();
        }
    };

    /** From which duration on a query is slow. */
    Duration threshold();

    /** The newest slow queries, newest first: those on record, of everybody, or those of this session. May ask a server. */
    List<SlowQuery> slowQueries(int limit);

    /** Where slow queries are kept, in a few words. */
    default String keptIn() {
        return "the memory of this session";
    }

    /** What runs of this computer took, on whatever database. */
    default RunLog runs() {
        return RunLog.NONE;
    }

    /** Connections to a server; empty for a file. Asks nobody. */
    default Optional<PoolGauges> pool() {
        return Optional.empty();
    }

    /**
     * How the server is; empty for a file, and until it was asked for something else. Asks over a connection that is open and
     * idle, once after each use by others, and opens none.
     */
    default Optional<ServerFigures> server() {
        return Optional.empty();
    }
}
