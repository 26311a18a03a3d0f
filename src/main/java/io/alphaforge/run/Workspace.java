package io.alphaforge.run;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoreAdmin;
import java.nio.file.Path;

/**
 * What one open database offers to the window and the command line.
 *
 * @param home folder of data, logs and settings
 * @param closing closes all of it, in the right order
 */
public record Workspace(
        Path home,
        BarStore bars,
        StoreAdmin admin,
        ResultCache cache,
        RunArchive archive,
        PresetStore presets,
        BacktestService backtests,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
