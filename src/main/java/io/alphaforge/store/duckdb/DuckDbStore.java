package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.run.PresetStore;
import io.alphaforge.run.RunArchive;
import io.alphaforge.telemetry.SlowQueries;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local database: bars in one DuckDB file that only one process can have open. */
public final class DuckDbStore implements BarStore, StoreAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbStore.class);

    private final LocalDatabase database;
    private final InstantSource clock;
    private final Session writing;
    private final ReadLayout layout = new ReadLayout();
    private final ReentrantLock writeLock = new ReentrantLock();
    private final AtomicBoolean backingUp = new AtomicBoolean();

    private DuckDbStore(LocalDatabase database, InstantSource clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        writing = database.session();
    }

    /**
     * Opens a file, creating it and the folders above it when there is none. Takes up to a second.
     *
     * @param clock says when series are written
     * @throws StoreException with a sentence for the user when it cannot be opened; the file is left as it is then
     */
    public static DuckDbStore open(Path file, InstantSource clock) {
        return open(LocalDatabase.open(file), clock);
    }

    /** The same; slow statements are told to {@code slow} and to {@code sink}. */
    public static DuckDbStore open(Path file, InstantSource clock, SlowQueries slow, SlowQueries.Sink sink) {
        return open(LocalDatabase.open(file, new StatementTimer(slow, sink)), clock);
    }

    private static DuckDbStore open(LocalDatabase database, InstantSource clock) {
        try {
            return new DuckDbStore(database, clock);
        } catch (SQLException e) {
            database.close();
            throw Failures.opening(database.file(), e);
        }
    }

    @Override
    public List<StoredSeries> series() {
        List<SeriesTable.Entry> entries = reading(SeriesTable::list);
        layout.listed(entries);
        return entries.stream().map(SeriesTable.Entry::series).toList();
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        return layout.split(request, most);
    }

    @Override
    public BarCursor read(BarRequest request) {
        try {
            return new DuckDbBarCursor(database, request);
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        return writing(writer -> writer.write(write));
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        return reading(session -> WritePlan.of(session, write).report());
    }

    @Override
    public void delete(SeriesKey key) {
        writing(writer -> {
            writer.delete(key);
            return key;
        });
    }

    @Override
    public void compact() {
        List<SeriesTable.Entry> stored = reading(SeriesTable::list);
        if (Compaction.wanted(stored)) {
            transaction(session -> {
                Compaction.rebuild(session);
                return stored;
            });
            return;
        }
        List<SeriesTable.Entry> fragmented =
                stored.stream().filter(SeriesTable.Entry::fragmented).toList();
        for (SeriesTable.Entry entry : fragmented) {
            try {
                // A transaction each: being killed in between leaves the rest for the next time.
                writing(writer -> writer.rewrite(entry.key()));
            } catch (StoreException e) {
                LOG.warn("{} stays as it lies.", entry.key(), e);
            }
        }
    }

    @Override
    public List<DashboardRow> dashboard() {
        return reading(DashboardTable::list);
    }

    /** The past runs kept in the same file. */
    public RunArchive runs() {
        return new DuckDbRunArchive(database);
    }

    @Override
    public String location() {
        return database.file().toString();
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(database.file());
    }

    @Override
    public Map<String, String> describe() {
        List<StoredSeries> series = series();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", "local database (DuckDB)");
        facts.put("version", reading(Session::productVersion));
        facts.put("file", location());
        try {
            facts.put("size", String.format(Locale.ROOT, "%.1f MB", database.size() / (double) (1 << 20)));
        } catch (IOException e) {
            throw new StoreException("The size of " + location() + " cannot be told: " + e.getMessage() + ".", e);
        }
        facts.put("schema", Integer.toString(Migrations.NEWEST));
        facts.put(
                "coins",
                Long.toString(
                        series.stream().map(StoredSeries::symbol).distinct().count()));
        facts.put("series", Integer.toString(series.size()));
        facts.put(
                "bars",
                Long.toString(series.stream().mapToLong(StoredSeries::bars).sum()));
        return facts;
    }

    @Override
    public Optional<Maintenance> maintenance() {
        return Optional.of(new LocalMaintenance(database, this::compact));
    }

    @Override
    public BackupReport backUp(Path file, BackupProgress progress, BooleanSupplier cancelled) {
        // Two at once would work on the same file beside the database.
        if (!backingUp.compareAndSet(false, true)) {
            throw new StoreException("A backup of " + location()
                    + " is being made already; wait for its end or cancel it, then try again.");
        }
        try {
            return new BackupWriter(database, progress, cancelled)
                    .write(file.toAbsolutePath().normalize());
        } finally {
            backingUp.set(false);
        }
    }

    @Override
    public void close() {
        writeLock.lock();
        try {
            writing.close();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        } finally {
            writeLock.unlock();
            database.close();
        }
    }

    /** The named presets in this file. */
    public PresetStore presets() {
        return new DuckDbPresets(database);
    }

    private interface Work<T> {
        T apply(Session session) throws SQLException;
    }

    private interface Writing<T> {
        T apply(SeriesWriter writer) throws SQLException;
    }

    private <T> T reading(Work<T> work) {
        try (Session session = database.session()) {
            return work.apply(session);
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    private <T> T writing(Writing<T> work) {
        return transaction(session -> work.apply(new SeriesWriter(session, clock)));
    }

    /** One transaction: committed when the work returns, undone when it throws. */
    private <T> T transaction(Work<T> work) {
        writeLock.lock();
        boolean done = false;
        try {
            T result = work.apply(writing);
            writing.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        } finally {
            try {
                // Errors too: what is left pending would be committed by the next write.
                if (!done) {
                    undo();
                }
            } finally {
                writeLock.unlock();
            }
        }
    }

    private void undo() {
        try {
            writing.rollback();
        } catch (SQLException e) {
            LOG.debug("What was not committed cannot be rolled back.", e);
        }
    }
}
