package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers series out of one snapshot on a connection of its own. Where most rows of an interval are wanted they are read
 * in one pass as they lie; series that are few, fragmented or failed their verification are read by one query each. May be closed by another thread than the one that reads.
 */
final class DuckDbBarCursor implements BarCursor {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbBarCursor.class);
    /** One pass over an interval costs less than a query per series from this share of its rows on. */
    private static final double SCAN_SHARE = 0.3;

    /** How long a reader may take to notice that it is to stop before it is told again. */
    private static final long PATIENCE_MILLIS = 5;

    private final LocalDatabase database;
    private final BarRequest request;
    private final Session session;
    private final Deque<Unreadable> unknown = new ArrayDeque<>();
    private final Map<Interval, List<SeriesTable.Entry>> toScan = new EnumMap<>(Interval.class);
    private final Deque<SeriesTable.Entry> toRead = new ArrayDeque<>();
    private SeriesReader reader;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Held while the session is used. */
    private final ReentrantLock using = new ReentrantLock();

    private @Nullable IntervalScan scan;

    DuckDbBarCursor(LocalDatabase database, BarRequest request) throws SQLException {
        this.database = database;
        this.request = request;
        session = database.session();
        try {
            reader = new SeriesReader(session, request.columns(), closed::get);
            plan();
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void plan() throws SQLException {
        List<SeriesTable.Entry> stored = SeriesTable.list(session);
        Map<SeriesKey, SeriesTable.Entry> byKey = new HashMap<>();
        Map<Interval, Long> rows = new EnumMap<>(Interval.class);
        long total = 0;
        for (SeriesTable.Entry entry : stored) {
            byKey.put(entry.key(), entry);
            rows.merge(entry.interval(), entry.series().bars(), Long::sum);
            total += entry.series().bars();
        }
        Map<Interval, List<SeriesTable.Entry>> wanted = new EnumMap<>(Interval.class);
        for (SeriesKey key : new LinkedHashSet<>(request.series())) {
            SeriesTable.Entry entry = byKey.get(key);
            if (entry == null) {
                unknown.add(new Unreadable(key, key + " is not stored."));
            } else {
                wanted.computeIfAbsent(entry.interval(), i -> new ArrayList<>()).add(entry);
            }
        }
        // Rows that belong to no series on record could only be told from the others by reading each series by itself.
        boolean trusted = total == reader.rows();
        wanted.forEach((interval, entries) -> plan(interval, entries, trusted, rows.getOrDefault(interval, 0L)));
    }

    private void plan(Interval interval, List<SeriesTable.Entry> entries, boolean trusted, long rows) {
        long wantedRows = entries.stream().mapToLong(e -> e.series().bars()).sum();
        boolean scanned = trusted && entries.size() > 1 && wantedRows >= SCAN_SHARE * rows;
        for (SeriesTable.Entry entry : entries) {
            if (scanned && !entry.fragmented()) {
                toScan.computeIfAbsent(interval, i -> new ArrayList<>()).add(entry);
            } else {
                toRead.add(entry);
            }
        }
    }

    @Override
    public @Nullable Delivery next() {
        using.lock();
        try {
            Delivery delivery = closed.get() ? null : deliver();
            return closed.get() ? null : wanted(delivery);
        } finally {
            using.unlock();
        }
    }

    /** The part that is asked for of a series, which is always read whole so that it can be verified. */
    private @Nullable Delivery wanted(@Nullable Delivery delivery) {
        if (request.after() == Long.MIN_VALUE || !(delivery instanceof Delivered whole)) {
            return delivery;
        }
        Bars bars = whole.bars();
        int from = bars.indexAtOrAfter(request.after());
        boolean excluded = from < bars.size() && bars.time(from) == request.after();
        return new Delivered(whole.series(), bars.slice(excluded ? from + 1 : from, bars.size()));
    }

    private @Nullable Delivery deliver() {
        if (!unknown.isEmpty()) {
            return unknown.poll();
        }
        Delivery scanned = nextScanned();
        if (scanned != null) {
            return scanned;
        }
        if (!unknown.isEmpty()) {
            return unknown.poll();
        }
        SeriesTable.Entry entry = toRead.poll();
        return entry == null || closed.get() ? null : read(entry);
    }

    private @Nullable Delivery nextScanned() {
        while (!closed.get()) {
            IntervalScan running = scan;
            try {
                if (running == null) {
                    if (toScan.isEmpty()) {
                        return null;
                    }
                    Interval interval = toScan.keySet().iterator().next();
                    running = new IntervalScan(reader, interval.code(), toScan.getOrDefault(interval, List.of()));
                    scan = running;
                    toScan.remove(interval);
                }
                Delivered delivered = running.next();
                if (delivered != null) {
                    return delivered;
                }
                boolean whole = running.undelivered().isEmpty();
                endScan(running);
                if (!whole) {
                    // A stream of rows that fails may just end; its transaction has ended with it.
                    renew();
                }
            } catch (SQLException | RuntimeException e) {
                abandonScan(running, e);
            }
        }
        return null;
    }

    private void endScan(IntervalScan ended) throws SQLException {
        toRead.addAll(ended.undelivered());
        scan = null;
        ended.close();
    }

    /** A damaged part of the file ends a scan; its series are read one by one then, so that the whole ones get through. */
    private void abandonScan(@Nullable IntervalScan broken, Exception e) {
        if (closed.get()) {
            return;
        }
        LOG.warn("The pass over {} broke off; its series are read one by one.", database.file(), e);
        try {
            if (broken == null) {
                toScan.values().forEach(toRead::addAll);
                toScan.clear();
            } else {
                endScan(broken);
            }
            renew();
        } catch (SQLException again) {
            throw Failures.using(database.file(), again);
        }
    }

    private @Nullable Delivery read(SeriesTable.Entry entry) {
        try {
            return reader.one(entry);
        } catch (SQLException | RuntimeException e) {
            if (closed.get()) {
                return null;
            }
            LOG.warn("Reading {} failed.", entry.key(), e);
            try {
                renew();
            } catch (SQLException again) {
                throw Failures.using(database.file(), again);
            }
            return new Unreadable(entry.key(), SeriesReader.damaged(entry.key()));
        }
    }

    /** Begins a new transaction after a failed one, and looks up again what is left to be read: it may have changed. */
    private void renew() throws SQLException {
        session.rollback();
        reader = new SeriesReader(session, request.columns(), closed::get);
        Map<SeriesKey, SeriesTable.Entry> stored = new HashMap<>();
        SeriesTable.list(session).forEach(entry -> stored.put(entry.key(), entry));
        List<SeriesTable.Entry> left = List.copyOf(toRead);
        toRead.clear();
        toRead.addAll(renewed(left, stored));
        toScan.replaceAll((interval, entries) -> renewed(entries, stored));
    }

    private List<SeriesTable.Entry> renewed(List<SeriesTable.Entry> entries, Map<SeriesKey, SeriesTable.Entry> stored) {
        List<SeriesTable.Entry> renewed = new ArrayList<>();
        for (SeriesTable.Entry old : entries) {
            SeriesTable.Entry entry = stored.get(old.key());
            if (entry == null) {
                unknown.add(new Unreadable(old.key(), old.key() + " is not stored any more."));
            } else {
                renewed.add(entry);
            }
        }
        return renewed;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        boolean interrupted = false;
        try {
            // Told again and again: a query that is just about to begin does not hear it the first time.
            while (!using.tryLock()) {
                session.cancel();
                try {
                    if (using.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            try {
                release();
            } finally {
                using.unlock();
            }
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void release() throws SQLException {
        try {
            IntervalScan open = scan;
            if (open != null) {
                open.close();
            }
        } finally {
            session.close();
        }
    }
}
