package io.alphaforge.run;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.telemetry.Watching;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one open database offers to the window and the command line.
 *
 * @param home folder of data, logs and settings
 * @param mirror the copy on this machine of what a server holds; empty when the database is on this machine anyway
 * @param watching slow queries, connections and how a server is
 * @param notes what came about when it was opened that its user should know, each in a sentence
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
        Optional<Mirror> mirror,
        Watching watching,
        List<String> notes,
        Runnable closing)
        implements AutoCloseable {
    public Workspace {
        notes = List.copyOf(notes);
    }

    /** One that was opened without anything to be told. */
    public Workspace(
            Path home,
            BarStore bars,
            StoreAdmin admin,
            ResultCache cache,
            RunArchive archive,
            PresetStore presets,
            BacktestService backtests,
            Optional<Mirror> mirror,
            Watching watching,
            Runnable closing) {
        this(home, bars, admin, cache, archive, presets, backtests, mirror, watching, List.of(), closing);
    }

    /** The same that is closed in another way. */
    public Workspace closing(Runnable otherwise) {
        return new Workspace(home, bars, admin, cache, archive, presets, backtests, mirror, watching, notes, otherwise);
    }

    /** The files of the application itself, which are not to be opened for anything else while this is open. */
    public OwnFiles ownFiles() {
        return new OwnFiles(home, admin.file());
    }

    @Override
    public void close() {
        closing.run();
    }
}
