package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.api.MigrationVersion;

/** Whether the tables of a server are those that this application knows. */
final class SchemaVersion {
    /** Where the scripts are, on the class path. */
    static final String FOLDER = "db/timescale/migration";

    private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?V([0-9._]+)__[^/]*[.]sql");
    private static final MigrationVersion NEWEST = newest();

    private SchemaVersion() {}

    /**
     * Lets nothing be changed of what this application does not understand.
     *
     * @throws StoreException with one sentence when a newer application has changed the tables
     */
    static void requireKnown(Connection connection, ServerAddress address) throws SQLException {
        if (isNewer(connection)) {
            throw new StoreException("The database " + address.label()
                    + " was brought up to date by a newer AlphaForge, so this one only reads it; update this one to"
                    + " write.");
        }
    }

    /** Whether a newer application has changed the tables. */
    static boolean isNewer(Connection connection) throws SQLException {
        if (!isReadable(connection)) {
            return false;
        }
        try (PreparedStatement statement = Statements.prepare(connection, SchemaVersion.class, "applied");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (MigrationVersion.fromVersion(rows.getString(1)).compareTo(NEWEST) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isReadable(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, SchemaVersion.class, "readable");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static MigrationVersion newest() {
        URL folder = Objects.requireNonNull(SchemaVersion.class.getClassLoader().getResource(FOLDER), FOLDER);
        try {
            return names(folder).stream()
                    .map(SCRIPT::matcher)
                    .filter(Matcher::matches)
                    .map(script -> MigrationVersion.fromVersion(script.group(1)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER + "/"))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
