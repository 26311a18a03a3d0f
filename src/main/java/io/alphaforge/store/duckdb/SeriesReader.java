package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.BarColumn;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/** Reads the rows of series within the transaction of a session, either one series or a whole interval at once. */
final class SeriesReader {
    private final Session session;
    private final List<BarColumn> columns;
    private final BooleanSupplier cancelled;

    /**
     * A reader of these columns.
     *
     * @param cancelled asked between chunks of rows; reading ends with a {@link CancellationException} then
     */
    SeriesReader(Session session, Set<BarColumn> columns, BooleanSupplier cancelled) throws SQLException {
        this.session = session;
        this.cancelled = cancelled;
        this.columns = PriceColumns.ordered(columns);
        // COLUMNS wants at least one; the coin is selected anyway.
        String names = columns.isEmpty() ? "crypto_id" : PriceColumns.names(this.columns);
        session.run(SeriesReader.class, "columns", names);
    }

    /** A reader of every column. */
    static SeriesReader ofAllColumns(Session session) throws SQLException {
        return new SeriesReader(session, EnumSet.allOf(BarColumn.class), () -> false);
    }

    void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The rows are not wanted any more.");
        }
    }

    List<BarColumn> columns() {
        return columns;
    }

    /**
     * Reads one series: as it lies when its rows should be in order, sorted when they are not.
     *
     * @return the bars, or why they are not what the store has on record
     */
    Delivery one(SeriesTable.Entry entry) throws SQLException {
        if (!entry.fragmented()) {
            BarBuffer buffer = read(entry, "inOrder");
            if (buffer.defect().isEmpty()) {
                return delivered(buffer);
            }
        }
        BarBuffer buffer = read(entry, "sorted");
        Optional<String> defect = buffer.defect();
        return defect.isEmpty()
                ? delivered(buffer)
                : new Unreadable(
                        entry.key(),
                        "The stored bars of " + entry.key() + " are corrupt: " + defect.get()
                                + "; import the series again with --replace.");
    }

    /** The sentence for a series of which a part cannot be read at all. */
    static String damaged(SeriesKey key) {
        return "The stored bars of " + key
                + " are corrupt: a part of the database is damaged; import the series again with --replace.";
    }

    static Delivered delivered(BarBuffer buffer) {
        return new Delivered(buffer.entry().series(), buffer.bars());
    }

    /** The rows of an interval that belong to these coins or to ones between them, in the order in which they were written. */
    DuckDBPreparedStatement scan(String interval, int firstCoin, int lastCoin) throws SQLException {
        return session.bound(SeriesReader.class, "scan", interval, firstCoin, lastCoin);
    }

    /** A {@link #scan} has ended that took this long, without the time in which its rows were not wanted. */
    void scanned(long nanos) {
        session.ended(System.nanoTime() - nanos, SeriesReader.class, "scan");
    }

    /** How many rows there are of all series together. */
    long rows() throws SQLException {
        try (var rows = session.rows(SeriesReader.class, "count")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private BarBuffer read(SeriesTable.Entry entry, String method) throws SQLException {
        BarBuffer buffer = new BarBuffer(entry, columns);
        DuckDBPreparedStatement query =
                session.bound(SeriesReader.class, method, entry.interval().code(), entry.coin());
        long start = System.nanoTime();
        try (DuckDBChunkedResult rows = query.query()) {
            while (rows.nextChunk()) {
                requireNotCancelled();
                DuckDBDataChunkReader chunk = rows.chunk();
                buffer.take(chunk, 0, (int) chunk.rowCount());
            }
        } finally {
            session.ended(start, SeriesReader.class, method);
        }
        return buffer;
    }
}
