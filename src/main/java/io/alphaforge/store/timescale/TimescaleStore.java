package io.alphaforge.store.timescale;

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
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.Watching;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars on a PostgreSQL server, with TimescaleDB where it has it. Opening it connects to nothing; every call may throw
 * {@link io.alphaforge.catalog.UnreachableException} and works again once the server does.
 *
 * <p>An existing database of this kind is read as it is; nothing of it is changed before {@link #migrate}.
 */
public final class TimescaleStore implements BarStore, StoreAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(TimescaleStore.class);
    /** How many connections a run reads over. */
    private static final int READERS = 2;

    private final ServerOptions options;
    private final ServerPools pools;
    private final Transactions transactions;
    private final SeriesIndex index;
    private final ServerDashboard dashboard;
    private final Verification verification;
    private final ServerWatch watch;
    private final Maintenance maintenance;
    private final ServerDescription description;
    private final KnownFacts facts = new KnownFacts();
    private final Adoption adoption;
    private final Refreshing refreshing;

    /** A store whose slow queries are those over a second. */
    public TimescaleStore(ServerOptions options) {
        this(options, new SlowQueries(SlowQueries.THRESHOLD, InstantSource.system()));
    }

    public TimescaleStore(ServerOptions options, SlowQueries slow) {
        this(options, slow, System::nanoTime, Verification.GRACE);
    }

    /** A store that verifies what it has to by this clock, and after so long a grace. */
    TimescaleStore(ServerOptions options, SlowQueries slow, LongSupplier nanos, Duration grace) {
        this.options = options;
        pools = new ServerPools(options);
        transactions = new Transactions(options, pools, facts);
        index = new SeriesIndex(nanos);
        adoption = new Adoption(options, transactions, facts, index, nanos);
        refreshing = new Refreshing(options.address(), pools, facts);
        dashboard = new ServerDashboard(index);
        verification = new Verification(this::unverified, this::verify, grace);
        watch = new ServerWatch(options.address(), pools, slow);
        maintenance = new ServerMaintenance(options.address(), pools, InstantSource.system(), this::settle);
        description = new ServerDescription(options, pools, transactions, facts, index);
    }

    /** Begins to connect, as often as a run reads side by side, so that it does not wait for that. Failing is left to it. */
    public void prepare() {
        for (int i = 0; i < READERS; i++) {
            Thread.ofPlatform().name("connect-" + i).daemon().start(this::connect);
        }
    }

    private void connect() {
        try {
            transactions.snapshot(connection -> {
                if (facts.reading(connection).hasBars()) {
                    Statements.run(connection, TimescaleStore.class, "plan");
                }
                return connection;
            });
        } catch (StoreException e) {
            LOG.debug("The server could not be reached in advance.", e);
        }
    }

    @Override
    public List<StoredSeries> series() {
        List<StoredSeries> series =
                adoption.series().stream().map(SeriesSurvey.Entry::series).toList();
        if (series.stream().anyMatch(s -> !s.verified())) {
            verification.want();
        }
        return series;
    }

    private List<SeriesSurvey.Entry> unverified() {
        return transactions.snapshot(connection -> index.list(connection, facts.reading(connection)).stream()
                .filter(entry -> !entry.series().verified())
                .toList());
    }

    private void verify(SeriesSurvey.Entry series) {
        transactions.snapshot(connection -> {
            index.verify(connection, series);
            return series;
        });
    }

    /** Brings versions, aggregates and dashboard up to date with what is left after bars were dropped. */
    private void settle(BooleanSupplier cancelled) {
        adoption.changes(cancelled);
        refreshing.run(cancelled);
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        int parts = Math.clamp(request.series().size() / 4, 1, most);
        List<BarRequest> split = new ArrayList<>();
        int size = request.series().size();
        for (int p = 0; p < parts; p++) {
            List<SeriesKey> range = request.series().subList(p * size / parts, (p + 1) * size / parts);
            split.add(request.of(range));
        }
        return split;
    }

    @Override
    public BarCursor read(BarRequest request) {
        return transactions.handOver(place -> {
            Connection connection = place.connection();
            ServerFacts now = facts.reading(connection);
            return new CopyBarCursor(
                    place.address(),
                    connection,
                    request,
                    index,
                    index.list(connection, now),
                    CopyBarCursor.canSum(request) ? Aggregates.current(connection, now) : Map.of());
        });
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        return write(write, () -> false);
    }

    @Override
    public WriteReport write(SeriesWrite write, BooleanSupplier cancelled) {
        return writing(cancelled, writer -> writer.write(write));
    }

    /** A server works on one connection with one core, and most of a write is its work. */
    @Override
    public int writersSideBySide() {
        return 2;
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        return transactions.snapshot(connection -> {
            SchemaVersion.requireKnown(connection, options.address());
            return new SeriesWriter(connection, facts.reading(connection), index).preview(write);
        });
    }

    @Override
    public void delete(SeriesKey key) {
        delete(key, () -> false);
    }

    @Override
    public void delete(SeriesKey key, BooleanSupplier cancelled) {
        writing(cancelled, writer -> {
            writer.delete(key);
            return key;
        });
        try {
            refreshing.run(cancelled);
        } catch (CancellationException e) {
            LOG.info("{} was deleted and is not summed up yet: cancelled.", key, e);
        }
    }

    @Override
    public void compact() {
        compact(() -> false);
    }

    /** Sums up what was written: aggregates and dashboard. The server keeps its rows in order by itself. */
    @Override
    public void compact(BooleanSupplier cancelled) {
        refreshing.run(cancelled);
    }

    private interface Writing<T> {
        T apply(SeriesWriter writer) throws SQLException;
    }

    private <T> T writing(BooleanSupplier cancelled, Writing<T> work) {
        return transactions.writing(
                Transactions.Sees.COMMITTED,
                connection -> {
                    SchemaVersion.requireKnown(connection, options.address());
                    return work.apply(new SeriesWriter(connection, facts.writing(connection), index));
                },
                cancelled);
    }

    @Override
    public List<DashboardRow> dashboard() {
        return transactions.snapshot(connection -> {
            ServerFacts now = facts.reading(connection);
            List<SeriesSurvey.Entry> stored = index.list(connection, now);
            if (stored.stream().anyMatch(entry -> !entry.series().verified())) {
                verification.want();
            }
            return dashboard.list(connection, now, stored);
        });
    }

    @Override
    public void requireReachable() {
        pools.requireReachable();
    }

    @Override
    public String location() {
        return options.address().label();
    }

    @Override
    public Map<String, String> describe() {
        return description.read();
    }

    /**
     * Creates the tables of an empty database, or adds to an existing one what AlphaForge keeps beside its tables; then
     * computes versions of the bars that are there.
     */
    @Override
    public List<String> migrate() {
        return migrate(() -> false);
    }

    @Override
    public List<String> migrate(BooleanSupplier cancelled) {
        try {
            List<String> report = Schema.migrate(options, pools, cancelled);
            facts.forget();
            adoption.everything(cancelled);
            refreshing.run(cancelled);
            return report;
        } catch (CancellationException e) {
            facts.forget();
            LOG.info("The tables were not brought up to date: cancelled.", e);
            throw new CancellationException(
                    "Stopped before the tables were up to date; 'alphaforge db migrate' goes on where it was stopped.");
        }
    }

    @Override
    public List<String> adopting() {
        return transactions.snapshot(connection -> Schema.adopting(connection, ServerFacts.read(connection)));
    }

    @Override
    public String schema() {
        return transactions.snapshot(connection -> Schema.describe(connection, ServerFacts.read(connection)));
    }

    @Override
    public Optional<Maintenance> maintenance() {
        return Optional.of(maintenance);
    }

    /** What is watched of the server. */
    public Watching watching() {
        return watch;
    }

    @Override
    public void close() {
        verification.close();
        try (pools) {
            watch.close();
        }
    }
}
