package io.alphaforge.app;

import io.alphaforge.run.WorkspaceOpener.Options;
import io.alphaforge.store.timescale.ServerAddress;
import java.nio.file.Path;

/** Where databases lie on this machine. */
final class DatabaseFiles {
    /** Name of the file under the home folder. */
    static final String LOCAL = "alphaforge.duckdb";
    /** Name of the file with what is kept of a server, in a folder of that server's own. */
    static final String MIRROR = "mirror.duckdb";
    /** Name of the file beside it that says when each series was last used. */
    static final String MIRROR_USES = "used.json";

    private DatabaseFiles() {}

    /** The database of this computer that options name, else the one under their home folder. */
    static Path local(Options options) {
        return options.database() == null ? options.home().resolve(LOCAL) : options.database();
    }

    /** The folder of what is kept of a server. */
    static Path mirror(Path home, ServerAddress address) {
        return home.resolve("mirrors").resolve(folderOf(address.label()));
    }

    /** A name of a folder that says which server it is of, and is of no other. */
    private static String folderOf(String label) {
        String plain = label.replaceAll("[^A-Za-z0-9.-]+", "_");
        return plain.substring(0, Math.min(60, plain.length())) + "-" + Integer.toHexString(label.hashCode());
    }
}
