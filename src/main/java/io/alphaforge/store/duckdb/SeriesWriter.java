package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesMerge;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.Bars;
import io.alphaforge.store.sql.VersionRow;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes and deletes series within the transaction of a session, which the caller commits. */
final class SeriesWriter {
    private final Session session;
    private final InstantSource clock;

    /** @param clock says when a series was written */
    SeriesWriter(Session session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Writes bars into a series.
     *
     * @throws io.alphaforge.catalog.ConflictException when most of the overlap differs
     */
    WriteReport write(SeriesWrite write) throws SQLException {
        WritePlan plan = WritePlan.of(session, write);
        if (!plan.changesNothing()) {
            write(plan, write);
        }
        return plan.report();
    }

    private void write(WritePlan plan, SeriesWrite write) throws SQLException {
        StoredSeries series = plan.report().series();
        SeriesTable.Next next = SeriesTable.next(session, series.interval());
        int coin = plan.siblings().isEmpty()
                ? next.coin()
                : plan.siblings().getFirst().coin();
        if (plan.siblings().isEmpty()) {
            session.run(
                    SeriesWriter.class,
                    "insertCoin",
                    coin,
                    series.symbol(),
                    series.instrument().base().isEmpty()
                            ? series.symbol()
                            : series.instrument().base(),
                    series.instrument().base(),
                    series.instrument().quote());
        }
        SeriesTable.Entry entry = writeBars(plan, series, coin, next);
        if (plan.known().isPresent()) {
            session.run(SeriesWriter.class, "deleteVersion", series.interval().code(), coin);
        }
        insertVersion(entry);
        if (plan.recorded()) {
            putSource(plan, write, coin);
        }
        boolean finest = plan.siblings().stream().allMatch(e -> e.interval().compareTo(series.interval()) >= 0);
        if (finest && !plan.merge().changesNothing()) {
            if (!plan.siblings().isEmpty()) {
                DashboardTable.delete(session, coin);
            }
            DashboardTable.insert(session, coin, plan.merge().bars());
        }
    }

    private void putSource(WritePlan plan, SeriesWrite write, int coin) throws SQLException {
        String interval = write.bars().interval().code();
        if (write.mode() == SeriesWrite.Mode.REPLACE) {
            session.run(SeriesWriter.class, "deleteSources", interval, coin);
        } else if (plan.known().isPresent()) {
            session.run(SeriesWriter.class, "deleteSource", interval, coin, write.source(), write.title());
        }
        session.run(
                SeriesWriter.class,
                "insertSource",
                coin,
                interval,
                write.source(),
                write.duplicates(),
                write.rejected());
    }

    private SeriesTable.Entry writeBars(WritePlan plan, StoredSeries series, int coin, SeriesTable.Next next)
            throws SQLException {
        SeriesMerge merge = plan.merge();
        if (plan.known().isPresent() && merge.changesNothing()) {
            SeriesTable.Entry known = plan.known().get();
            return new SeriesTable.Entry(coin, series, known.runOrder(), known.fragmented());
        }
        boolean fragmented = false;
        if (plan.known().isEmpty()) {
            insert(coin, merge.bars());
        } else if (plan.damaged() || merge.changed() > 0 || merge.removed() > 0) {
            session.run(SeriesWriter.class, "deleteBars", series.interval().code(), coin);
            insert(coin, merge.bars());
        } else {
            SeriesTable.Entry known = plan.known().get();
            boolean last = known.runOrder() == next.lastOfInterval();
            fragmented = known.fragmented() || !last || !merge.onlyAppends();
            insert(coin, merge.fresh());
        }
        return new SeriesTable.Entry(coin, series, next.runOrder(), fragmented);
    }

    /** Removes a series, and its coin when it was the last one. */
    void delete(SeriesKey key) throws SQLException {
        List<SeriesTable.Entry> siblings = SeriesTable.ofCoin(session, key.symbol());
        SeriesTable.Entry entry = siblings.stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new StoreException("There is no series " + key + " to be deleted."));
        String interval = key.interval().code();
        session.run(SeriesWriter.class, "deleteBars", interval, entry.coin());
        session.run(SeriesWriter.class, "deleteVersion", interval, entry.coin());
        session.run(SeriesWriter.class, "deleteSources", interval, entry.coin());
        if (siblings.size() == 1) {
            DashboardTable.delete(session, entry.coin());
            session.run(SeriesWriter.class, "deleteCoin", entry.coin());
        } else if (siblings.getFirst().equals(entry)) {
            DashboardTable.delete(session, entry.coin());
            DashboardTable.insert(session, entry.coin(), read(siblings.get(1)));
        }
    }

    /**
     * Writes the rows of a fragmented series again, so that they are one run in time order.
     *
     * @return whether it was fragmented
     */
    boolean rewrite(SeriesKey key) throws SQLException {
        // Looked up again: it may have been written or deleted since the caller saw it.
        Optional<SeriesTable.Entry> found = SeriesTable.ofCoin(session, key.symbol()).stream()
                .filter(e -> e.key().equals(key) && e.fragmented())
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        SeriesTable.Entry entry = found.get();
        Bars bars = read(entry);
        SeriesTable.Next next = SeriesTable.next(session, entry.interval());
        session.run(SeriesWriter.class, "deleteBars", entry.interval().code(), entry.coin());
        session.run(SeriesWriter.class, "deleteVersion", entry.interval().code(), entry.coin());
        insert(entry.coin(), bars);
        insertVersion(new SeriesTable.Entry(entry.coin(), entry.series(), next.runOrder(), false));
        return true;
    }

    private Bars read(SeriesTable.Entry entry) throws SQLException {
        return switch (SeriesReader.ofAllColumns(session).one(entry)) {
            case Delivered delivered -> delivered.bars();
            case Unreadable unreadable -> throw new StoreException(unreadable.reason());
        };
    }

    private void insert(int coin, Bars bars) throws SQLException {
        try (BarsFunction.Offer offer = BarsFunction.offer(bars)) {
            session.run(SeriesWriter.class, "insertBars", coin, bars.interval().code(), offer.ticket());
        }
    }

    private void insertVersion(SeriesTable.Entry entry) throws SQLException {
        session.run(
                SeriesWriter.class,
                "insertVersion",
                VersionRow.of(entry.coin(), entry.series(), entry.runOrder(), entry.fragmented(), clock.millis()));
    }
}
