package io.alphaforge.store.timescale;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Changes the bars of one series that is there already. TimescaleDB unpacks compressed rows, a batch of up to 1,000 at a
 * time, before it changes them, and ends a statement that unpacks more of them than the server's limit; so bars go in, or
 * away, in as many statements as stay below it, all in the caller's transaction.
 */
final class StoredChanges {
    private final Connection connection;
    private final BarTable table;
    private final int coin;
    private boolean staged;

    StoredChanges(Connection connection, BarTable table, int coin) {
        this.connection = connection;
        this.table = table;
        this.coin = coin;
    }

    private interface Part {
        void run(Bars part) throws SQLException;
    }

    /**
     * Puts bars in the place of those with the same times, or beside the others.
     *
     * @param all the bars of the series once it is written, which tell how many rows lie in a range of time
     */
    void put(Bars bars, Bars all) throws SQLException {
        inParts(bars, all, part -> Statements.run(connection, StoredChanges.class, "put"));
    }

    /** Deletes the stored bars whose times are not among those that stay. */
    void delete(Bars stored, Bars staying) throws SQLException {
        inParts(without(stored, staying), stored, part -> {
            try (PreparedStatement statement = Statements.prepare(
                    connection,
                    StoredChanges.class,
                    "delete",
                    coin,
                    new Statements.Named(part.interval().code()))) {
                // A column without a zone takes the time and leaves out that it is UTC.
                statement.setObject(3, Instant.ofEpochMilli(part.firstTime()).toString(), Types.OTHER);
                statement.setObject(4, Instant.ofEpochMilli(part.lastTime()).toString(), Types.OTHER);
                statement.executeUpdate();
            }
        });
    }

    private void inParts(Bars bars, Bars all, Part statement) throws SQLException {
        int most = rows(limit());
        for (int from = 0; from < bars.size(); ) {
            int last = Math.min(all.indexAtOrAfter(bars.time(from)) + most, all.size()) - 1;
            int to = bars.indexAtOrAfter(all.time(last) + 1);
            Bars part = bars.slice(from, to);
            Statements.run(connection, StoredChanges.class, staged ? "clear" : "stage");
            staged = true;
            CopyIn.into(connection, "staged_bars", table, coin, part);
            statement.run(part);
            from = to;
        }
    }

    /** The bars of a series at whose times another one has none. */
    private static Bars without(Bars bars, Bars others) {
        int[] kept = IntStream.range(0, bars.size())
                .filter(i -> {
                    int at = others.indexAtOrAfter(bars.time(i));
                    return at == others.size() || others.time(at) != bars.time(i);
                })
                .toArray();
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : bars.columns()) {
            Column column = bars.column(name);
            columns.put(
                    name,
                    Column.owning(IntStream.of(kept).mapToDouble(column::get).toArray()));
        }
        return Bars.owning(
                bars.interval(), IntStream.of(kept).mapToLong(bars::time).toArray(), columns);
    }

    /** How many neighbouring rows a statement may change: what else is in the batches at its ends is unpacked as well. */
    private static int rows(int limit) {
        return limit == 0 ? Integer.MAX_VALUE / 2 : Math.max(limit / 2, 1);
    }

    /** How many compressed rows a statement may unpack; 0 where there is no limit. */
    private int limit() throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, StoredChanges.class, "limit");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
