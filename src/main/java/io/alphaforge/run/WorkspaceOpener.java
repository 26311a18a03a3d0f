package io.alphaforge.run;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.telemetry.Watching;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Opens what the window and the command line work on; handed to them by the composition root. */
public interface WorkspaceOpener {

    /**
     * Opens the database, creating it when there is none. Takes up to a second, so never on the JavaFX thread.
     *
     * @throws StoreException with one sentence for the user
     */
    Workspace open(Options options);

    /**
     * Puts a backup in the place of a database that is not open; the database from before is kept beside it. The backup
     * is checked first, and where it is not what was written nothing is changed.
     *
     * @param cancelled asked often; a {@link java.util.concurrent.CancellationException} ends the work then
     * @throws StoreException with one sentence when it cannot be done
     */
    default BackupReport restore(Options options, Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        throw new StoreException("Nothing can be restored here.");
    }

    /** What there is to say of the files with settings under a home folder; changes nothing. */
    default List<Finding> settings(Path home) {
        return List.of();
    }

    /** The servers that are known under a home folder. */
    default Connections connections(Path home) {
        return new NoConnections();
    }

    /** What was kept of runs and of database files under a home folder; opens no database. */
    default Watching watching(Path home) {
        return Watching.NOTHING;
    }

    /**
     * Where to find things.
     *
     * @param home folder of data, logs and settings
     * @param database file to use instead of the one under {@code home}
     * @param server address of a server to use instead of a file, {@code jdbc:postgresql://…}, without a password
     * @param redis URL of a Redis that results are shared through, without a password; null leaves that to the
     *     environment
     * @param profile name of a profile that says which server; instead of {@code server}
     */
    record Options(
            Path home,
            @Nullable Path database,
            @Nullable String server,
            @Nullable String redis,
            @Nullable String profile) {
        /** Options that leave Redis to the environment. */
        public Options(Path home, @Nullable Path database) {
            this(home, database, null, null, null);
        }

        /** The same with a database file instead of what was there before. */
        public Options at(Path file) {
            return new Options(home, file, null, redis, null);
        }

        /** The same with a server instead of what was there before. */
        public Options on(String address) {
            return new Options(home, null, address, redis, null);
        }

        /** The same with the server of a profile instead of what was there before. */
        public Options by(String name) {
            return new Options(home, null, null, redis, name);
        }

        /** The same with the database of this computer instead of what was there before. */
        public Options own() {
            return new Options(home, null, null, redis, null);
        }
    }
}
