package io.alphaforge.store.duckdb;

/** DuckDB's native library, which is most of what the first connection waits for. */
public final class DuckDbDriver {
    // Without a logger: it is loaded while logging is still being set up.
    private DuckDbDriver() {}

    /** Loads it unless that is done; what is wrong with it is told by whoever opens a database. */
    public static void load() {
        try {
            Class.forName("org.duckdb.DuckDBNative");
        } catch (ClassNotFoundException | LinkageError e) {
            // The same happens again to the first connection, where there is somebody to tell it to.
            return;
        }
    }
}
