package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.DataDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a whole backup and compares it with the digests that were written into it. */
final class BackupCheck {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCheck.class);
    private static final String RUNS = "backtest_runs";
    private static final String NOTHING_CHANGED = "; nothing was changed.";

    private final Path named;
    private final BackupProgress progress;
    private final BooleanSupplier cancelled;

    /** @param named how the user knows the file that is checked */
    BackupCheck(Path named, BackupProgress progress, BooleanSupplier cancelled) {
        this.named = named;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /**
     * What a look at a backup has found.
     *
     * @param report on what is as it was written
     * @param wrong series whose bars are not those that their digests are of, without the manifest saying so
     */
    record Found(BackupReport report, List<SeriesTable.Entry> wrong) {}

    /**
     * Checks a file that nobody has open.
     *
     * @throws StoreException with a sentence when it is not what was written
     */
    BackupReport check(Path file) {
        Found found = look(file);
        if (!found.wrong().isEmpty()) {
            throw altered();
        }
        return found.report();
    }

    /**
     * Looks at a file that nobody has open, and leaves it to the caller to judge wrong series.
     *
     * @throws StoreException with a sentence when anything else is not what was written
     */
    Found look(Path file) {
        String sha256 = sha256(file);
        try (LocalDatabase database = LocalDatabase.looking(file);
                DuckDBConnection connection = database.connect()) {
            BackupManifest manifest = BackupManifest.read(connection);
            if (manifest.tables().isEmpty()) {
                throw new StoreException(named + " is a database but no backup" + NOTHING_CHANGED);
            }
            for (Map.Entry<String, BackupTables.Content> table :
                    manifest.tables().entrySet()) {
                requireNotCancelled();
                if (!BackupTables.content(connection, table.getKey()).equals(table.getValue())) {
                    LOG.warn("The table {} of {} is not as it was written.", table.getKey(), file);
                    throw altered();
                }
            }
            BackupTables.Content runs = manifest.tables().get(RUNS);
            Series series = series(database, connection, manifest.damaged());
            return new Found(
                    new BackupReport(
                            named,
                            series.whole().size(),
                            series.whole().stream()
                                    .mapToLong(e -> e.series().bars())
                                    .sum(),
                            runs == null ? 0 : Math.toIntExact(runs.rows()),
                            Files.size(file),
                            sha256,
                            series.damaged()),
                    series.wrong());
        } catch (SQLException | IOException e) {
            LOG.warn("{} cannot be read.", file, e);
            throw new StoreException(
                    named + " cannot be read as a backup: it is incomplete, damaged or of a newer version"
                            + NOTHING_CHANGED,
                    e);
        }
    }

    private record Series(List<SeriesTable.Entry> whole, List<SeriesKey> damaged, List<SeriesTable.Entry> wrong) {}

    /** Reads every series and computes its digest anew. */
    private Series series(
            LocalDatabase database, DuckDBConnection connection, Map<String, BackupTables.Content> damaged)
            throws SQLException {
        Series found = new Series(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Session session = database.session()) {
            List<SeriesTable.Entry> series = SeriesTable.list(session);
            SeriesReader reader = SeriesReader.ofAllColumns(session);
            int done = 0;
            for (SeriesTable.Entry entry : series) {
                requireNotCancelled();
                BackupTables.Content noted = damaged.get(entry.key().toString());
                if (noted != null && noted.equals(BackupTables.content(connection, entry))) {
                    LOG.warn("The series {} of {} was damaged when the backup was made.", entry.key(), named);
                    found.damaged().add(entry.key());
                } else if (noted == null && isWhole(reader, entry)) {
                    found.whole().add(entry);
                } else {
                    LOG.warn("The series {} of {} is not as it was written.", entry.key(), named);
                    found.wrong().add(entry);
                }
                progress.step("Checking", ++done, series.size());
            }
        }
        return found;
    }

    private static boolean isWhole(SeriesReader reader, SeriesTable.Entry entry) throws SQLException {
        return reader.one(entry) instanceof Delivered delivered
                && DataDigest.of(delivered.bars()).equals(entry.series().digest());
    }

    private StoreException altered() {
        return new StoreException(named + " is not as it was written: it was altered or is damaged" + NOTHING_CHANGED);
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Cancelled" + NOTHING_CHANGED);
        }
    }

    private String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream reading = new DigestInputStream(in, digest);
            byte[] buffer = new byte[1 << 20];
            while (reading.read(buffer) >= 0) {
                requireNotCancelled();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new StoreException(named + " cannot be read; check that it is there and may be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
