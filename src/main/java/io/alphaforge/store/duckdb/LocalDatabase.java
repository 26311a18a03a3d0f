package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One open DuckDB file: how it is configured, opened and closed, and the sessions on it. */
final class LocalDatabase implements AutoCloseable {
    private final Path file;
    private final DuckDBConnection root;
    private final StatementTimer timer;
    private @Nullable DatabaseHold hold;

    private LocalDatabase(Path file, DuckDBConnection root, StatementTimer timer) {
        this.file = file;
        this.root = root;
        this.timer = timer;
    }

    /**
     * Opens a file, creating it and its folders when there is none, and brings its tables up to date.
     *
     * @throws StoreException when it is no database of ours or cannot be opened
     */
    static LocalDatabase open(Path path) {
        return open(path, StatementTimer.unheard());
    }

    /** The same with statements that are timed. */
    static LocalDatabase open(Path path, StatementTimer timer) {
        Path file = DatabasePlace.of(path);
        // Reading the file of a database that is open in this process would give DuckDB's lock of it back.
        if (!DatabaseHold.isHere(file)) {
            FileCheck.require(file);
        }
        DatabaseHold hold = DatabaseHold.take(file);
        try {
            LocalDatabase database = held(file, timer);
            database.hold = hold;
            return database;
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    /** Opens a file that is held, and brings its tables up to date. */
    private static LocalDatabase held(Path file, StatementTimer timer) {
        FileCheck.sweep(file);
        try {
            LocalDatabase database = opened(file, timer);
            try {
                if (Migrations.isOld(database)) {
                    database.close();
                    new Upgrade(file).run();
                    database = opened(file, timer);
                }
                Migrations.apply(database);
                BarsFunction.register(database.root);
                return database;
            } catch (SQLException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.opening(file, e);
        }
    }

    /** Opens a file whatever its tables are. */
    static LocalDatabase opened(Path file, StatementTimer timer) throws SQLException {
        LocalDatabase database = new LocalDatabase(
                file,
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, configuration(file)),
                timer);
        try {
            database.configure(database.root);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Properties configuration(Path file) {
        Properties settings = new Properties();
        // A file of 10 million bars is filled and read as fast with 128 MB as with 1 GB; the rest of the process needs
        // the room.
        settings.setProperty("memory_limit", "128MB");
        settings.setProperty("threads", "2");
        // Four times the default: a fifth less work for an import, half a second more to open a file after a kill.
        settings.setProperty("checkpoint_threshold", "64MB");
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("temp_directory", file + ".tmp");
        // Where backups are made, and nowhere else.
        String folder = backups(file).toString().replace("\\", "\\\\").replace("'", "\\'");
        settings.setProperty("allowed_directories", "['" + folder + "']");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    /** The one folder in which an open database may make and read other files. */
    static Path backups(Path file) {
        return Path.of(file + ".backup");
    }

    /**
     * Opens a file only to look at it.
     *
     * @throws SQLException when it cannot be opened, for example since it ends too early
     */
    static LocalDatabase looking(Path file) throws SQLException {
        Properties settings = configuration(file);
        settings.setProperty("access_mode", "read_only");
        LocalDatabase database = new LocalDatabase(
                file,
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings),
                StatementTimer.unheard());
        try {
            database.configure(database.root);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void configure(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            // Chunks wait for the reader in here: small keeps the first one quick and memory low.
            statement.execute("SET streaming_buffer_size = '2MB'");
        }
    }

    Path file() {
        return file;
    }

    /** A new session of its own connection. */
    Session session() throws SQLException {
        DuckDBConnection connection = connect();
        try {
            return new Session(connection, timer);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A new connection with the settings of this database. */
    DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection = root.duplicate();
        try {
            configure(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Size of the file and of its write-ahead log in bytes. */
    long size() throws IOException {
        Path log = Path.of(file + ".wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw Failures.using(file, e);
        } finally {
            if (hold != null) {
                hold.close();
            }
        }
    }
}
