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
import java.util.ArrayList;
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
    /** What is to be said of a database that was {@link #isNewer}. */
    static final String NEWER =
            "was brought up to date by a newer AlphaForge, so this one only reads it; update this one to write.";

    private SchemaVersion() {}

    /**
     * Lets nothing be changed of what this application does not understand.
     *
     * @throws StoreException with one sentence when a newer application has changed the tables
     */
    static void requireKnown(Connection connection, ServerAddress address) throws SQLException {
        if (isNewer(connection)) {
            throw new StoreException("The database " + address.label() + " " + NEWER);
        }
    }

    /** How far behind the tables are, in words; empty where they are not, or where that cannot be told. */
    static String behind(Connection connection) throws SQLException {
        List<MigrationVersion> applied = applied(connection);
        boolean behind = !applied.isEmpty() && applied.getLast().compareTo(NEWEST) < 0;
        return behind ? "they are of version " + applied.getLast() + " and not " + NEWEST : "";
    }

    /** Whether a newer application has changed the tables. */
    static boolean isNewer(Connection connection) throws SQLException {
        List<MigrationVersion> applied = applied(connection);
        return !applied.isEmpty() && applied.getLast().compareTo(NEWEST) > 0;
    }

    /** In their order; none where there are none, or where this user may not read them. */
    private static List<MigrationVersion> applied(Connection connection) throws SQLException {
        List<MigrationVersion> applied = new ArrayList<>();
        if (!isReadable(connection)) {
            return applied;
        }
        try (PreparedStatement statement = Statements.prepare(connection, SchemaVersion.class, "applied");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                applied.add(MigrationVersion.fromVersion(rows.getString(1)));
            }
        }
        applied.sort(Comparator.naturalOrder());
        return applied;
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
