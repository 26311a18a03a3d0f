package io.alphaforge.store.timescale;

import io.alphaforge.market.Bars;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Puts bars into a series that is there already, in the place of those with the same times. TimescaleDB unpacks compressed
 * rows, a batch of up to 1,000 at a time, before it changes them, and ends a statement that unpacks more of them than the
 * server's limit; so bars go in as many statements as stay below it, all in the caller's transaction.
 */
final class Upsert {
    private final Connection connection;
    private final BarTable table;

    Upsert(Connection connection, BarTable table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Writes bars of one series.
     *
     * @param all the bars of the series once it is written, which tell how many rows lie in a range of time
     */
    void write(int coin, Bars bars, Bars all) throws SQLException {
        Statements.run(connection, Upsert.class, "stage");
        int most = rows(limit());
        for (int from = 0; from < bars.size(); ) {
            int last = Math.min(all.indexAtOrAfter(bars.time(from)) + most, all.size()) - 1;
            int to = bars.indexAtOrAfter(all.time(last) + 1);
            if (from > 0) {
                Statements.run(connection, Upsert.class, "clear");
            }
            CopyIn.into(connection, "staged_bars", table, coin, bars.slice(from, to));
            Statements.run(connection, Upsert.class, "merge");
            from = to;
        }
    }

    /** How many neighbouring rows a statement may change: what else is in the batches at its ends is unpacked as well. */
    private static int rows(int limit) {
        return limit == 0 ? Integer.MAX_VALUE / 2 : Math.max(limit / 2, 1);
    }

    /** How many compressed rows a statement may unpack; 0 where there is no limit. */
    private int limit() throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Upsert.class, "limit");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
