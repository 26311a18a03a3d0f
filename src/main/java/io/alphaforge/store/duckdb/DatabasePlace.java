package io.alphaforge.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the file of a database is: what is put in its place must not take that of a link that leads there. */
final class DatabasePlace {
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePlace.class);

    private DatabasePlace() {}

    /** The file that a path leads to, which need not be there yet. */
    static Path of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            if (Files.isSymbolicLink(absolute)) {
                Path target = absolute.resolveSibling(Files.readSymbolicLink(absolute))
                        .normalize();
                Path folder = target.getParent();
                // DuckDB has the log of a new file beside the link, and looks for it beside the file from then on.
                // Where
                // there is no folder a disk may be missing, in the place of which none must be made.
                return folder != null && Files.isDirectory(folder) ? target : absolute;
            }
        } catch (IOException e) {
            LOG.debug("Where {} leads to is not known.", absolute, e);
        }
        return absolute;
    }
}
