package io.alphaforge.store.timescale;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;

/** Sends bars in one COPY: in binary where the table has the types for it, else as text, which every type takes. */
final class CopyIn {
    private static final List<BarColumn> COLUMNS =
            List.of(BarColumn.OPEN, BarColumn.HIGH, BarColumn.LOW, BarColumn.CLOSE, BarColumn.VOLUME);
    private static final String NAMES =
            " (crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume)";
    private static final int BUFFER = 1 << 16;

    private CopyIn() {}

    /**
     * Adds the bars of one series to a table.
     *
     * @param table a name of this package's own, never one from outside
     * @param types of its columns
     * @param bars as the table can hold them
     */
    static void into(Connection connection, String table, BarTable types, int coin, Bars bars) throws SQLException {
        if (types.isBinary()) {
            binary(connection, table, coin, bars);
        } else {
            text(connection, table, types, coin, bars);
        }
    }

    private static void binary(Connection connection, String table, int coin, Bars bars) throws SQLException {
        String interval = bars.interval().code();
        try (BinaryCopy copy = new BinaryCopy(connection, table + NAMES)) {
            for (int i = 0; i < bars.size(); i++) {
                copy.row(8).integer(coin).time(bars.time(i)).text(interval);
                for (BarColumn column : COLUMNS) {
                    copy.real(bars.column(column).get(i));
                }
            }
            copy.end();
        }
    }

    private static void text(Connection connection, String table, BarTable types, int coin, Bars bars)
            throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + NAMES + " FROM STDIN");
        try {
            StringBuilder rows = new StringBuilder(BUFFER);
            for (int i = 0; i < bars.size(); i++) {
                // A column without a zone takes the time and leaves out that it is UTC.
                rows.append(coin).append('\t').append(Instant.ofEpochMilli(bars.time(i)));
                rows.append('\t').append(bars.interval().code());
                for (BarColumn column : COLUMNS) {
                    rows.append('\t')
                            .append(types.text(column, bars.column(column).get(i)));
                }
                rows.append('\n');
                if (rows.length() > BUFFER - 1024 || i == bars.size() - 1) {
                    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
