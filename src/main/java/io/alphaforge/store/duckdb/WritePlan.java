package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesMerge;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.SeriesWrite.Mode;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a write comes to, worked out against what is stored and not done yet.
 *
 * @param siblings every stored series of the coin, finest first
 * @param known the series as it is stored, if it is
 * @param damaged whether the stored rows are to be thrown away because they cannot be read
 * @param merge what becomes of its bars
 * @param recorded whether the table of sources gets a row
 * @param report for the caller
 */
record WritePlan(
        List<SeriesTable.Entry> siblings,
        Optional<SeriesTable.Entry> known,
        boolean damaged,
        SeriesMerge merge,
        boolean recorded,
        WriteReport report) {
    private static final Logger LOG = LoggerFactory.getLogger(WritePlan.class);

    /**
     * Works out a write without doing it.
     *
     * @throws io.alphaforge.catalog.ConflictException when most of the overlap differs
     */
    static WritePlan of(Session session, SeriesWrite write) throws SQLException {
        if (write.bars().isEmpty()) {
            throw new StoreException(write.source() + " has no bars of " + write.key() + " to be written.");
        }
        Interval interval = write.bars().interval();
        List<SeriesTable.Entry> siblings =
                SeriesTable.ofCoin(session, write.instrument().symbol());
        Optional<SeriesTable.Entry> known =
                siblings.stream().filter(e -> e.interval() == interval).findFirst();
        boolean damaged = false;
        Bars stored = Bars.empty(interval);
        if (known.isPresent()) {
            switch (stored(session, known.get())) {
                case Delivered delivered -> stored = delivered.bars();
                case Unreadable unreadable -> {
                    if (write.mode() == Mode.MERGE) {
                        throw new StoreException(unreadable.reason());
                    }
                    damaged = true;
                }
            }
        }
        boolean replacing = write.mode() == Mode.REPLACE;
        SeriesMerge merge =
                replacing ? SeriesMerge.replacing(stored, write.bars()) : SeriesMerge.of(stored, write.bars());
        Instrument instrument = siblings.isEmpty()
                ? write.instrument()
                : siblings.getFirst().series().instrument();
        if (known.isEmpty()) {
            StoredSeries series =
                    series(instrument, write, merge, 1, write.source(), write.duplicates(), write.rejected());
            return new WritePlan(siblings, known, false, merge, true, report(series, merge));
        }
        StoredSeries before = known.get().series();
        merge.requireAgreement(before, write);
        Map<String, long[]> sources = replacing
                ? new HashMap<>()
                : SeriesTable.sources(session, known.get().coin(), interval);
        // A file of which nothing was new and nothing is known is a copy: its duplicates are not the series' own.
        boolean recorded = replacing || !merge.changesNothing() || sources.containsKey(write.source());
        if (recorded) {
            sources.put(write.source(), new long[] {write.duplicates(), write.rejected()});
        }
        long duplicates = sources.values().stream().mapToLong(s -> s[0]).sum();
        long rejected = sources.values().stream().mapToLong(s -> s[1]).sum();
        long version = before.version() + (merge.changesNothing() ? 0 : 1);
        StoredSeries series = merge.changesNothing() && !replacing
                ? series(before, Quality.of(stored, duplicates, rejected))
                : series(instrument, write, merge, version, write.source(), duplicates, rejected);
        if (!merge.changesNothing()
                && before.synthetic()
                && merge.bars().size() > write.bars().size()) {
            series = synthetic(series);
        }
        return new WritePlan(siblings, known, damaged, merge, recorded, report(series, merge));
    }

    private static Delivery stored(Session session, SeriesTable.Entry entry) throws SQLException {
        try {
            return SeriesReader.ofAllColumns(session).one(entry);
        } catch (SQLException e) {
            LOG.warn("Reading {} failed; it is tried again.", entry.key(), e);
        }
        // The failure has ended the transaction, in which nothing was done before. Rows that are streamed may hide what
        // went wrong; those that are sorted do not.
        session.rollback();
        var sorted = new SeriesTable.Entry(entry.coin(), entry.series(), entry.runOrder(), true);
        try {
            return SeriesReader.ofAllColumns(session).one(sorted);
        } catch (SQLException e) {
            session.rollback();
            // Only what is lost anyway may be thrown away: running out of memory, say, is no reason for it.
            if (!Failures.isDamage(e)) {
                throw e;
            }
            return new Unreadable(entry.key(), SeriesReader.damaged(entry.key()));
        }
    }

    /** Whether everything is stored already as it would be. */
    boolean changesNothing() {
        return known.isPresent() && report.series().equals(known.get().series());
    }

    private static WriteReport report(StoredSeries series, SeriesMerge merge) {
        return new WriteReport(series, merge.added(), merge.changed(), merge.unchanged());
    }

    private static StoredSeries series(
            Instrument instrument,
            SeriesWrite write,
            SeriesMerge merge,
            long version,
            String source,
            long duplicates,
            long rejected) {
        Bars bars = merge.bars();
        return new StoredSeries(
                instrument,
                bars.interval(),
                bars.size(),
                bars.firstTime(),
                bars.lastTime(),
                version,
                DataDigest.of(bars),
                Quality.of(bars, duplicates, rejected),
                source,
                write.synthetic());
    }

    private static StoredSeries series(StoredSeries s, Quality quality) {
        return new StoredSeries(
                s.instrument(),
                s.interval(),
                s.bars(),
                s.firstOpen(),
                s.lastOpen(),
                s.version(),
                s.digest(),
                quality,
                s.source(),
                s.synthetic());
    }

    private static StoredSeries synthetic(StoredSeries s) {
        return new StoredSeries(
                s.instrument(),
                s.interval(),
                s.bars(),
                s.firstOpen(),
                s.lastOpen(),
                s.version(),
                s.digest(),
                s.quality(),
                s.source(),
                true);
    }
}
