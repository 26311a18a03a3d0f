package io.alphaforge.store.timescale;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.sql.Connection;
import java.sql.SQLException;

/** Sends bars in one binary COPY. */
final class CopyIn {
    private static final String COLUMNS =
            " (crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume)";

    private CopyIn() {}

    /**
     * Adds the bars of one series to a table.
     *
     * @param table a name of this package's own, never one from outside
     */
    static void into(Connection connection, String table, int coin, Bars bars) throws SQLException {
        String interval = bars.interval().code();
        Column[] columns = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        try (BinaryCopy copy = new BinaryCopy(connection, table + COLUMNS)) {
            for (int i = 0; i < bars.size(); i++) {
                copy.row(8).integer(coin).time(bars.time(i)).text(interval);
                for (Column column : columns) {
                    copy.real(column.get(i));
                }
            }
            copy.end();
        }
    }
}
