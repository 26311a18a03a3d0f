package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.BarCursor.Delivered;
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
     * Checks a file that nobody has open.
     *
     * @throws StoreException with a sentence when it is not what was written
     */
    BackupReport check(Path file) {
        String sha256 = sha256(file);
        try (LocalDatabase database = LocalDatabase.looking(file);
                DuckDBConnection connection = database.connect()) {
            Map<String, BackupTables.Content> noted = BackupTables.noted(connection);
            if (noted.isEmpty()) {
                throw new StoreException(named + " is a database but no backup" + NOTHING_CHANGED);
            }
            for (Map.Entry<String, BackupTables.Content> table : noted.entrySet()) {
                requireNotCancelled();
                if (!BackupTables.content(connection, table.getKey()).equals(table.getValue())) {
                    LOG.warn("The table {} of {} is not as it was written.", table.getKey(), file);
                    throw altered();
                }
            }
            List<SeriesTable.Entry> series = series(database);
            BackupTables.Content runs = noted.get(RUNS);
            return new BackupReport(
                    named,
                    series.size(),
                    series.stream().mapToLong(e -> e.series().bars()).sum(),
                    runs == null ? 0 : Math.toIntExact(runs.rows()),
                    Files.size(file),
                    sha256);
        } catch (SQLException | IOException e) {
            LOG.warn("{} cannot be read.", file, e);
            throw new StoreException(
                    named + " cannot be read as a backup: it is incomplete, damaged or of a newer version"
                            + NOTHING_CHANGED,
                    e);
        }
    }

    /** Reads every series and computes its digest anew. */
    private List<SeriesTable.Entry> series(LocalDatabase database) throws SQLException {
        try (Session session = database.session()) {
            List<SeriesTable.Entry> series = SeriesTable.list(session);
            SeriesReader reader = SeriesReader.ofAllColumns(session);
            int done = 0;
            for (SeriesTable.Entry entry : series) {
                requireNotCancelled();
                if (!(reader.one(entry) instanceof Delivered delivered)
                        || !DataDigest.of(delivered.bars())
                                .equals(entry.series().digest())) {
                    LOG.warn("The series {} of the backup is not as it was written.", entry.key());
                    throw altered();
                }
                progress.step("Checking", ++done, series.size());
            }
            return series;
        }
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
