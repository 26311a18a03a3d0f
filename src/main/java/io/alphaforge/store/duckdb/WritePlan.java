package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.SeriesMerge;
import io.alphaforge.catalog.SeriesUpdate;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.SeriesWrite.Mode;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.sql.SQLException;
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
        Instrument instrument = siblings.isEmpty()
                ? write.instrument()
                : siblings.getFirst().series().instrument();
        Map<String, SeriesUpdate.Source> sources = known.isEmpty()
                ? Map.of()
                : SeriesTable.sources(session, known.get().coin(), interval);
        SeriesUpdate update =
                SeriesUpdate.of(write, known.map(SeriesTable.Entry::series).orElse(null), stored, sources, instrument);
        return new WritePlan(siblings, known, damaged, update.merge(), update.recorded(), update.report());
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
}
