package io.alphaforge.store.timescale;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers series out of one snapshot of the server: a few coins a COPY, so that the first is there soon and no more than a
 * few wait in memory. May be closed by another thread than the one that reads.
 */
final class CopyBarCursor implements BarCursor {
    static final Set<BarColumn> ALL = Set.copyOf(EnumSet.allOf(BarColumn.class));

    private static final Logger LOG = LoggerFactory.getLogger(CopyBarCursor.class);
    /** Planning a query over all chunks costs about as much as reading this share of it; memory is the other side. */
    private static final long BARS_A_BATCH = 400_000;
    /** Fewer bars may be too few for a result. */
    private static final long ENOUGH = 2_000;

    private final ServerAddress address;
    private final Connection connection;
    private final SeriesIndex index;
    private final BarRequest request;
    private final Deque<Delivery> ready = new ArrayDeque<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Held while the connection is used. */
    private final ReentrantLock using = new ReentrantLock();

    /**
     * A cursor that closes the connection in the end.
     *
     * @param connection in a transaction that sees one snapshot
     * @param index is told what bars that came make of unverified series
     * @param stored every series in that snapshot
     * @param summed versions of the series that the aggregates may be asked for
     */
    CopyBarCursor(
            ServerAddress address,
            Connection connection,
            BarRequest request,
            SeriesIndex index,
            List<SeriesSurvey.Entry> stored,
            Map<SeriesSurvey.Place, Long> summed) {
        this.address = address;
        this.connection = connection;
        this.request = request;
        this.index = index;
        Map<SeriesKey, SeriesSurvey.Entry> byKey = new HashMap<>();
        stored.forEach(entry -> byKey.put(entry.key(), entry));
        Map<Kind, List<SeriesSurvey.Entry>> wanted = new LinkedHashMap<>();
        for (SeriesKey key : new LinkedHashSet<>(request.series())) {
            SeriesSurvey.Entry entry = byKey.get(key);
            if (entry == null) {
                ready.add(new Unreadable(key, key + " is not stored on " + address.label() + "."));
            } else {
                Long version = summed.get(entry.place());
                boolean sum = version != null
                        && version == entry.series().version()
                        && request.interval() != entry.interval()
                        && entry.interval().divides(Objects.requireNonNull(request.interval()));
                wanted.computeIfAbsent(new Kind(entry.interval(), sum), k -> new ArrayList<>())
                        .add(entry);
            }
        }
        wanted.forEach((kind, series) -> plan(kind, shortFirst(series)));
    }

    /** A short series before the others: its result is the first that the user sees. */
    private static List<SeriesSurvey.Entry> shortFirst(List<SeriesSurvey.Entry> series) {
        List<SeriesSurvey.Entry> ordered = new ArrayList<>(series);
        series.stream()
                .filter(entry -> entry.series().bars() >= ENOUGH)
                .min(Comparator.comparingLong(entry -> entry.series().bars()))
                .ifPresent(entry -> {
                    ordered.remove(entry);
                    ordered.addFirst(entry);
                });
        return ordered;
    }

    /** Series that can be asked for together: of one stored interval, as they are or summed up. */
    private record Kind(Interval stored, boolean summed) {}

    private record Batch(List<SeriesSurvey.Entry> series, boolean summed) {}

    /** Whether a request is one that an aggregate might answer to the bit. */
    static boolean canSum(BarRequest request) {
        Interval interval = request.interval();
        return interval != null
                && Aggregates.of(interval).isPresent()
                && request.after() == Long.MIN_VALUE
                && !request.columns().contains(BarColumn.VOLUME);
    }

    private void plan(Kind kind, List<SeriesSurvey.Entry> entries) {
        List<SeriesSurvey.Entry> batch = new ArrayList<>();
        long bars = 0;
        for (SeriesSurvey.Entry entry : entries) {
            // The very first alone.
            long rows = kind.summed()
                    ? entry.series().bars() * kind.stored().millis() / Interval.D1.millis()
                    : entry.series().bars();
            boolean full = bars + rows > BARS_A_BATCH || batches.isEmpty();
            if (full && !batch.isEmpty()) {
                batches.add(new Batch(List.copyOf(batch), kind.summed()));
                batch.clear();
                bars = 0;
            }
            batch.add(entry);
            bars += rows;
        }
        if (!batch.isEmpty()) {
            batches.add(new Batch(List.copyOf(batch), kind.summed()));
        }
    }

    @Override
    public @Nullable Delivery next() {
        using.lock();
        try {
            while (ready.isEmpty() && !closed.get()) {
                Batch batch = batches.poll();
                if (batch == null) {
                    return null;
                }
                if (batch.summed()) {
                    fetchBuckets(batch.series());
                } else {
                    fetch(batch.series());
                }
            }
            return closed.get() ? null : ready.poll();
        } catch (SQLException e) {
            if (closed.get()) {
                return null;
            }
            throw ServerFailures.of(address, e);
        } finally {
            using.unlock();
        }
    }

    private void fetch(List<SeriesSurvey.Entry> batch) throws SQLException {
        Map<Integer, Long> coins = new LinkedHashMap<>();
        batch.forEach(entry -> coins.put(entry.coin(), expected(entry)));
        Map<Integer, Bars> bars =
                CopyBars.read(connection, coins, batch.getFirst().interval(), request.columns(), after());
        for (SeriesSurvey.Entry entry : batch) {
            ready.add(delivery(entry, bars.get(entry.coin())));
        }
    }

    /** Series of which the aggregate lacks something come as they are stored. */
    private void fetchBuckets(List<SeriesSurvey.Entry> batch) throws SQLException {
        Interval wanted = Objects.requireNonNull(request.interval());
        Map<Integer, Resampled> buckets = CopyBars.buckets(connection, batch, wanted, request.columns());
        List<SeriesSurvey.Entry> others = new ArrayList<>();
        for (SeriesSurvey.Entry entry : batch) {
            Resampled found = buckets.get(entry.coin());
            if (found == null) {
                others.add(entry);
            } else {
                ready.add(new Delivered(entry.series(), found.bars(), found.partialBuckets()));
            }
        }
        if (!others.isEmpty()) {
            LOG.info("The aggregates of {} lack bars of {} series.", address.label(), others.size());
            plan(new Kind(others.getFirst().interval(), false), others);
        }
    }

    private long after() {
        return request.after();
    }

    private long expected(SeriesSurvey.Entry entry) {
        return after() == Long.MIN_VALUE ? entry.series().bars() : 16;
    }

    private Delivery delivery(SeriesSurvey.Entry entry, @Nullable Bars found) throws SQLException {
        Bars bars = found == null ? Bars.empty(entry.interval()) : found;
        boolean whole =
                after() != Long.MIN_VALUE || bars.size() == entry.series().bars();
        boolean verifies = whole
                && !entry.series().verified()
                && after() == Long.MIN_VALUE
                && request.columns().equals(ALL);
        return whole
                ? new Delivered(verifies ? index.verify(entry, bars) : entry.series(), bars)
                : new Unreadable(entry.key(), difference(entry, bars.size()));
    }

    /** Why there are not as many bars as were counted, and what to do. */
    private String difference(SeriesSurvey.Entry entry, int bars) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(
                        connection,
                        CopyBarCursor.class,
                        "twice",
                        entry.coin(),
                        new Statements.Named(entry.interval().code()));
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? entry.key() + " has " + Amounts.count(row.getLong("times")) + " of its times more than once on "
                            + address.label() + ", the first " + row.getString("first")
                            + " UTC: let the owner of crypto_prices delete all but the right row of each."
                    : entry.key() + " has " + bars + " bars on " + address.label() + " where "
                            + entry.series().bars()
                            + " are on record: rows were removed without a trace; run 'alphaforge db migrate'.";
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!using.tryLock()) {
            Interruption.of(connection, using);
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        } finally {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("The connection was gone already.", e);
            }
            using.unlock();
        }
    }
}
