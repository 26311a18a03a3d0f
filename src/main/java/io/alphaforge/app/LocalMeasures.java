package io.alphaforge.app;

import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.TimescaleStore;
import io.alphaforge.telemetry.FileWatch;
import io.alphaforge.telemetry.RunFile;
import io.alphaforge.telemetry.ServerWatching;
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.SlowQueryFile;
import io.alphaforge.telemetry.Watching;
import java.nio.file.Path;
import java.time.InstantSource;

/** What is measured of database files and of runs, and kept under a home folder. Nothing is opened before it is used. */
record LocalMeasures(SlowQueries slow, SlowQueryFile queries, RunFile runs) {
    static LocalMeasures under(Path home, SlowQueries slow) {
        return new LocalMeasures(slow, SlowQueryFile.under(home), RunFile.under(home));
    }

    /** Opens a database file whose statements are timed. */
    DuckDbStore open(Path file) {
        return DuckDbStore.open(file, InstantSource.system(), slow, queries);
    }

    /** Reaches out to a server whose statements are timed; takes as long as it takes to answer. */
    TimescaleStore server(ServerOptions options) {
        TimescaleStore server = new TimescaleStore(options, slow);
        server.prepare();
        return server;
    }

    Watching watching() {
        return new FileWatch(slow, queries, runs);
    }

    /** The same with what is watched of a server; slow queries are its own. */
    Watching watching(Watching server) {
        return new ServerWatching(server, runs);
    }

    /** Closes a store, then waits a moment until what was measured is on disk. */
    void close(Runnable store) {
        try (runs;
                queries) {
            store.run();
        }
    }
}
