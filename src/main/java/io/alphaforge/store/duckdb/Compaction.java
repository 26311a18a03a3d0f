package io.alphaforge.store.duckdb;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * Writes all rows again, series after series in time order, into a new table that takes the place of the old one. Within
 * one transaction: who is killed in the middle has the old table.
 */
final class Compaction {
    /** From this share of fragmented rows on, writing all rows again costs less than moving the fragmented series. */
    private static final double WORTH_REBUILDING = 0.25;

    private Compaction() {}

    /** Whether so much is fragmented that everything had better be written again. */
    static boolean wanted(List<SeriesTable.Entry> stored) {
        long fragmented =
                rows(stored.stream().filter(SeriesTable.Entry::fragmented).toList());
        return fragmented > 0 && fragmented >= WORTH_REBUILDING * rows(stored);
    }

    /** Writes all rows again. Rows that belong to no series on record are left behind. */
    static void rebuild(Session session) throws SQLException {
        session.run(Compaction.class, "create");
        List<SeriesTable.Entry> ordered = SeriesTable.list(session).stream()
                .sorted(Comparator.comparing(SeriesTable.Entry::interval))
                .toList();
        long runOrder = 0;
        for (SeriesTable.Entry entry : ordered) {
            String interval = entry.interval().code();
            session.run(Compaction.class, "copy", interval, entry.coin());
            session.run(Compaction.class, "order", ++runOrder, interval, entry.coin());
        }
        session.run(Compaction.class, "drop");
        session.run(Compaction.class, "rename");
    }

    private static long rows(List<SeriesTable.Entry> entries) {
        return entries.stream().mapToLong(e -> e.series().bars()).sum();
    }
}
