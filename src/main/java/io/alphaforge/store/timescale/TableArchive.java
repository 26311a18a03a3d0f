package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.TableBackup;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A table in a file: a zip archive with its rows as CSV, the statement that creates it, and how many rows with which digest
 * there were. What it takes to bring it back is in there and needs no program of ours.
 */
final class TableArchive {
    private static final String ABOUT = "backup.properties";
    private static final String CREATE = "create.sql";
    private static final String ROWS = "rows.csv";
    private static final int TELL_EVERY = 100_000;

    private TableArchive() {}

    /**
     * Writes a file within the transaction of the connection, and reads it back.
     *
     * @throws StoreException when the file is there already or cannot be written
     */
    static TableBackup write(Connection connection, MaintenanceTarget table, Path file, ChoreRun run)
            throws SQLException {
        if (Files.exists(file)) {
            throw new StoreException("The file " + file + " is there already; give the backup another name.");
        }
        boolean done = false;
        try (OutputStream raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(raw, 1 << 16))) {
            zip.putNextEntry(new ZipEntry(ROWS));
            RowDigest digest = stream(connection, table, zip, run);
            zip.putNextEntry(new ZipEntry(CREATE));
            zip.write((create(connection, table) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ABOUT));
            Properties about = new Properties();
            about.setProperty("table", table.name());
            about.setProperty("rows", Long.toString(digest.rows()));
            about.setProperty("digest", digest.hex());
            about.store(zip, "A table of a database, written by AlphaForge");
            zip.closeEntry();
            zip.finish();
            zip.flush();
            keep(file);
            done = true;
        } catch (IOException e) {
            throw new StoreException("The backup " + file + " cannot be written: " + e.getMessage() + ".", e);
        } finally {
            if (!done) {
                delete(file);
            }
        }
        return read(file);
    }

    /** Returns once the file would still be there after a loss of power: the table that it is of may go then. */
    private static void keep(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        // Its name is in its folder, which is written for itself; Windows does so and lets no folder be opened.
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException("The unfinished backup " + file + " cannot be deleted; delete it by hand.", e);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws StoreException when it is no backup, or not all of it can be read
     */
    static TableBackup read(Path file) {
        if (!Files.isReadable(file)) {
            throw new StoreException("The backup " + file + " is not there or cannot be read.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Properties about = new Properties();
            try (InputStream in = entry(zip, ABOUT)) {
                about.load(in);
            }
            RowDigest digest = new RowDigest();
            try (InputStream in = entry(zip, ROWS)) {
                in.transferTo(digest);
            }
            TableBackup found = new TableBackup(about.getProperty("table", ""), digest.rows(), digest.hex());
            boolean same = digest.whole()
                    && about.getProperty("rows", "").equals(Long.toString(found.rows()))
                    && about.getProperty("digest", "").equals(found.digest());
            if (!same) {
                throw new StoreException("The backup " + file
                        + " is damaged: its rows are not those that were written; make a new one.");
            }
            return found;
        } catch (IOException e) {
            throw new StoreException(
                    "The backup " + file + " cannot be read: " + e.getMessage() + "; make a new one.", e);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it holds no " + name + ", so AlphaForge has not written it");
        }
        return zip.getInputStream(entry);
    }

    /** Hashes the rows that a table has now, in the transaction of the connection. */
    static TableBackup now(Connection connection, MaintenanceTarget table, ChoreRun run) throws SQLException {
        try {
            RowDigest digest = stream(connection, table, OutputStream.nullOutputStream(), run);
            return new TableBackup(table.name(), digest.rows(), digest.hex());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static RowDigest stream(Connection connection, MaintenanceTarget table, OutputStream to, ChoreRun run)
            throws SQLException, IOException {
        Statements.run(connection, TableArchive.class, "utc");
        String query = Chores.statement(connection, "copyTable", table);
        RowDigest digest = new RowDigest();
        long start = System.nanoTime();
        run.copying(connection);
        @Nullable CopyOut copy = null;
        try {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
            long told = 0;
            for (byte[] part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
                digest.write(part, 0, part.length);
                to.write(part);
                if (digest.rows() >= told + TELL_EVERY) {
                    told = digest.rows();
                    run.tell(Amounts.plural(told, "row"));
                }
            }
            run.check();
        } finally {
            run.over();
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
            QueryTimer.ended(connection, start, query);
        }
        return digest;
    }

    private static String create(Connection connection, MaintenanceTarget table) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, TableArchive.class, "create", table.id());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Within the transaction of the connection: nobody changes the table any more. */
    static void lock(Connection connection, MaintenanceTarget table, ChoreRun run) throws SQLException {
        Statements.run(connection, TableArchive.class, "patience");
        run.run(connection, Chores.statement(connection, "lockTable", table));
    }
}
