package io.alphaforge.store.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens a store in a process of its own and holds it until it is killed. */
public final class StoreHolder {
    private StoreHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (DuckDbStore store = DuckDbStore.open(Path.of(arguments[0]), InstantSource.system())) {
            System.out.println(store.series().isEmpty() ? "open" : "not empty");
            while (System.in.read() >= 0) {
                // nothing is ever sent; the end of the input is that of the parent
            }
        }
    }
}
