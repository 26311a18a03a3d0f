package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers series out of one snapshot on a connection of its own. Where most rows of an interval are wanted they are read
 * in one pass as they lie; series that are few, fragmented or failed their verification are read by one query each.
 */
final class DuckDbBarCursor implements BarCursor {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbBarCursor.class);
    /** One pass over an interval costs less than a query per series from this share of its rows on. */
    private static final double SCAN_SHARE = 0.3;

    private final LocalDatabase database;
    private final BarRequest request;
    private final Session session;
    private final Deque<Unreadable> unknown = new ArrayDeque<>();
    private final Map<Interval, List<SeriesTable.Entry>> toScan = new EnumMap<>(Interval.class);
    private final Deque<SeriesTable.Entry> toRead = new ArrayDeque<>();
    private SeriesReader reader;
    private volatile @Nullable IntervalScan scan;
    private volatile boolean closed;

    DuckDbBarCursor(LocalDatabase database, BarRequest request) throws SQLException {
        this.database = database;
        this.request = request;
        session = database.session();
        try {
            reader = new SeriesReader(session, request.columns());
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
    public synchronized @Nullable Delivery next() {
        if (closed) {
            return null;
        }
        if (!unknown.isEmpty()) {
            return unknown.poll();
        }
        Delivery scanned = nextScanned();
        if (scanned != null) {
            return scanned;
        }
        SeriesTable.Entry entry = toRead.poll();
        return entry == null || closed ? null : read(entry);
    }

    private @Nullable Delivery nextScanned() {
        while (!closed) {
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
                endScan(running);
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
        if (closed) {
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

    private Delivery read(SeriesTable.Entry entry) {
        try {
            return reader.one(entry);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Reading {} failed.", entry.key(), e);
            try {
                renew();
            } catch (SQLException again) {
                throw Failures.using(database.file(), again);
            }
            return new Unreadable(
                    entry.key(),
                    "The stored bars of " + entry.key()
                            + " are corrupt: a part of the database is damaged; delete and import the series again.");
        }
    }

    /** Begins a new transaction after a failed one. Entries on record may be older then; verification tells. */
    private void renew() throws SQLException {
        session.rollback();
        reader = new SeriesReader(session, request.columns());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // Not synchronized: it has to reach a query that another thread is waiting for.
            IntervalScan running = scan;
            if (running != null) {
                running.cancel();
            }
            release();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    private synchronized void release() throws SQLException {
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
