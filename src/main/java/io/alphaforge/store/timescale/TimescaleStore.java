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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
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
    /** How often a transaction is tried again when another one got into its way. */
    private static final int ATTEMPTS = 5;
    /** The longest silence of a server that writes: one statement over one series, or a wait for others who write it. */
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final ServerOptions options;
    private final ServerPools pools;
    private final SeriesIndex index;
    private final ServerDashboard dashboard;
    private final Verification verification;
    private final ServerWatch watch;
    private final Maintenance maintenance;
    private volatile @Nullable ServerFacts facts;

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
        index = new SeriesIndex(nanos);
        dashboard = new ServerDashboard(index);
        verification = new Verification(this::verifyOne, grace);
        watch = new ServerWatch(options.address(), pools, slow);
        maintenance = new ServerMaintenance(options.address(), pools, InstantSource.system(), this::settle);
    }

    /** Begins to connect, so that the first call does not wait for it. Failing is left to that call. */
    public void prepare() {
        Thread.ofPlatform().name("connect").daemon().start(() -> {
            try {
                snapshot(connection -> {
                    ServerFacts now = facts(connection);
                    pools.open(connection);
                    return now;
                });
            } catch (StoreException e) {
                LOG.debug("The server could not be reached in advance.", e);
            }
        });
    }

    @Override
    public List<StoredSeries> series() {
        adopt(false);
        List<StoredSeries> series = snapshot(connection -> index.list(connection, facts(connection))).stream()
                .map(SeriesSurvey.Entry::series)
                .toList();
        if (series.stream().anyMatch(s -> !s.verified())) {
            verification.want();
        }
        return series;
    }

    /** Reads one of the series that are not verified. */
    private boolean verifyOne() {
        return snapshot(connection -> {
            Optional<SeriesSurvey.Entry> one = index.list(connection, facts(connection)).stream()
                    .filter(entry -> !entry.series().verified())
                    .findFirst();
            if (one.isPresent()) {
                index.read(connection, one.get());
            }
            return one.isPresent();
        });
    }

    /** Series that others have written are computed anew and written down, so that this is done once and not by everybody. */
    private void adopt(boolean all) {
        boolean wanted = snapshot(connection -> {
            ServerFacts now = facts(connection);
            if (!now.hasVersions() || !now.mayVersion() || SchemaVersion.isNewer(connection)) {
                return false;
            }
            SeriesSurvey survey = SeriesSurvey.of(connection, now, false);
            return all || !survey.outdated().isEmpty() || !survey.removed().isEmpty() || survey.removal() > 0;
        });
        if (wanted) {
            try {
                // One snapshot for notes and bars: a note that comes later stays.
                transaction("repeatable", writer -> writer.adopt(all));
            } catch (StoreException e) {
                LOG.warn("What other programs have written is computed for this session only.", e);
            }
        }
    }

    /** Brings versions, aggregates and dashboard up to date with what is left after bars were dropped. */
    private void settle() {
        adopt(false);
        refresh();
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
        for (int attempt = 1; ; attempt++) {
            Connection connection = pools.reading();
            boolean handed = false;
            try {
                begin(connection);
                ServerFacts now = facts(connection);
                BarCursor cursor = new CopyBarCursor(
                        options.address(),
                        connection,
                        request,
                        index,
                        index.list(connection, now),
                        CopyBarCursor.canSum(request) ? Aggregates.current(connection, now) : Map.of());
                handed = true;
                return cursor;
            } catch (SQLException e) {
                again(attempt, e);
            } finally {
                if (!handed) {
                    release(connection);
                }
            }
        }
    }

    /** Lets what only looks be tried once more on a new connection; otherwise says what is wrong. */
    private void again(int attempt, SQLException e) {
        boolean gone = ServerFailures.gone(e);
        if (gone) {
            pools.forget();
        }
        if (attempt > 1 || !gone) {
            throw ServerFailures.of(options.address(), e);
        }
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        return transaction("committed", writer -> writer.write(write));
    }

    /** A server works on one connection with one core, and most of a write is its work. */
    @Override
    public int writersSideBySide() {
        return 2;
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        return snapshot(connection -> {
            SchemaVersion.requireKnown(connection, options.address());
            return new SeriesWriter(connection, facts(connection), index).preview(write);
        });
    }

    @Override
    public void delete(SeriesKey key) {
        transaction("committed", writer -> {
            writer.delete(key);
            return key;
        });
        refresh();
    }

    /** Sums up what was written: aggregates and dashboard. The server keeps its rows in order by itself. */
    @Override
    public void compact() {
        refresh();
    }

    private void refresh() {
        // Reads use the aggregates only where they are current, and the dashboard computes what its view is behind
        // with:
        // nobody sees anything old when one of them cannot be refreshed, by a user who does not own it for example.
        refreshing("Aggregates", Aggregates::refresh);
        refreshing("The dashboard", (connection, now) -> {
            if (now.hasDashboard()) {
                Statements.run(connection, ServerDashboard.class, "refresh");
            }
        });
    }

    private interface Refreshing {
        void run(Connection connection, ServerFacts facts) throws SQLException;
    }

    private void refreshing(String what, Refreshing work) {
        try (Connection connection = pools.writing()) {
            connection.setAutoCommit(true);
            if (!SchemaVersion.isNewer(connection)) {
                work.run(connection, facts(connection));
            }
        } catch (SQLException e) {
            LOG.warn("{} of {} could not be refreshed.", what, options.address().label(), e);
        }
    }

    @Override
    public List<DashboardRow> dashboard() {
        return snapshot(connection -> {
            ServerFacts now = facts(connection);
            return dashboard.list(connection, now, index.list(connection, now));
        });
    }

    @Override
    public String location() {
        return options.address().label();
    }

    @Override
    public Map<String, String> describe() {
        return snapshot(connection -> {
            ServerFacts now = ServerFacts.read(connection);
            facts = now;
            List<SeriesSurvey.Entry> stored = index.list(connection, now);
            Map<String, String> described = new LinkedHashMap<>();
            described.put("kind", now.edition().title());
            described.put("server", location());
            described.put(
                    "version",
                    "PostgreSQL " + now.version()
                            + (now.timescale() == null ? "" : ", TimescaleDB " + now.timescale()));
            described.put("means", now.edition().cost());
            described.put("rights", rights(now));
            described.put("schema", Schema.describe(connection, now));
            described.put("connections", pools.described());
            described.put(
                    "coins",
                    Long.toString(stored.stream()
                            .map(e -> e.series().symbol())
                            .distinct()
                            .count()));
            described.put("series", Integer.toString(stored.size()));
            described.put(
                    "bars",
                    Long.toString(
                            stored.stream().mapToLong(e -> e.series().bars()).sum()));
            return described;
        });
    }

    private static String rights(ServerFacts facts) {
        if (!facts.hasBars()) {
            return "told once there are tables";
        }
        return facts.mayWrite() ? "read and write" : "read only";
    }

    /**
     * Creates the tables of an empty database, or adds to an existing one what AlphaForge keeps beside its tables; then
     * computes versions of the bars that are there.
     */
    @Override
    public List<String> migrate() {
        List<String> report = Schema.migrate(options, pools);
        facts = null;
        adopt(true);
        refresh();
        return report;
    }

    @Override
    public String schema() {
        return snapshot(connection -> Schema.describe(connection, ServerFacts.read(connection)));
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

    private ServerFacts facts(Connection connection) throws SQLException {
        ServerFacts known = facts;
        // A database that lacks tables may get them any time.
        if (known == null || !known.hasVersions()) {
            known = ServerFacts.read(connection);
            facts = known;
        }
        return known;
    }

    private interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    private interface Writing<T> {
        T apply(SeriesWriter writer) throws SQLException;
    }

    private void begin(Connection connection) throws SQLException {
        pools.wait(connection, options.timeout());
        // Of the transaction, not of the session, which a pooler may hand to somebody else.
        Statements.run(connection, TimescaleStore.class, "snapshot");
        Statements.run(
                connection,
                TimescaleStore.class,
                "timeout",
                Long.toString(options.timeout().toMillis()));
    }

    private <T> T snapshot(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = pools.reading();
            try {
                begin(connection);
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                again(attempt, e);
            } finally {
                release(connection);
            }
        }
    }

    /**
     * One transaction: committed when the work returns, undone when it throws, tried again when another got in its way.
     *
     * @param isolation the statement that says what it sees of others
     */
    private <T> T transaction(String isolation, Writing<T> work) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = pools.writing();
            boolean committing = false;
            try {
                pools.wait(connection, WRITING);
                Statements.run(connection, TimescaleStore.class, isolation);
                SchemaVersion.requireKnown(connection, options.address());
                T result = work.apply(new SeriesWriter(connection, facts(connection), index));
                // Whether a commit that is cut was done is not known; everything before was not.
                committing = true;
                connection.commit();
                return result;
            } catch (SQLException e) {
                boolean stale = ServerFailures.gone(e) && !committing && attempt == 1;
                if (stale) {
                    pools.forget();
                }
                if (attempt == ATTEMPTS || !(stale || ServerFailures.passing(e))) {
                    throw ServerFailures.of(options.address(), e);
                }
                LOG.debug("Another transaction was in the way.", e);
            } finally {
                release(connection);
            }
        }
    }

    /** Gives a connection back; what it has not committed is undone. */
    private static void release(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        }
    }
}
