package io.alphaforge.store.timescale;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads bars of several coins in one binary COPY stream. The server is not asked for an order, which would make it sort
 * all rows before it sends the first; rows come in order within a chunk, and a series whose rows did not come in order is
 * sorted here.
 *
 * <p>Format: PostgreSQL documentation, "COPY", section "Binary Format".
 */
final class CopyBars {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    /** 2000-01-01 UTC, from which the server counts microseconds, in epoch milliseconds. */
    private static final long EPOCH = 946_684_800_000L;
    /** Signature, flags and length of the header's extension. */
    private static final int HEADER = 19;

    private final Interval interval;
    private final List<BarColumn> columns;
    private final Map<Integer, Rows> series = new HashMap<>();

    private CopyBars(Interval interval, Set<BarColumn> columns) {
        this.interval = interval;
        this.columns = List.copyOf(new java.util.TreeSet<>(columns));
    }

    /** Bars by coin; a coin without bars is not in it. */
    static Map<Integer, Bars> read(
            Connection connection, Map<Integer, Long> coins, Interval interval, Set<BarColumn> columns, long after)
            throws SQLException {
        CopyBars reading = new CopyBars(interval, columns);
        coins.forEach((coin, bars) -> reading.series.put(coin, new Rows(reading.columns.size(), bars)));
        String query = CopyQuery.of(coins.keySet(), interval, reading.columns, after);
        long start = System.nanoTime();
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
            boolean first = true;
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                reading.accept(message, first);
                first = false;
            }
        } finally {
            QueryTimer.ended(connection, start, query);
        }
        return reading.bars();
    }

    private void accept(byte[] message, boolean first) throws SQLException {
        int at = first ? HEADER + (int) INT.get(message, HEADER - Integer.BYTES) : 0;
        while (at < message.length) {
            int fields = (short) SHORT.get(message, at);
            at += Short.BYTES;
            if (fields < 0) {
                return;
            }
            at = accept(message, at, fields);
        }
    }

    private int accept(byte[] message, int start, int fields) throws SQLException {
        if (fields != columns.size() + 2) {
            throw new SQLException(
                    "A row of " + fields + " fields came where " + (columns.size() + 2) + " were asked for.");
        }
        int coin = (int) INT.get(message, start + 4);
        long time = EPOCH + Math.floorDiv((long) LONG.get(message, start + 12), 1000L);
        Rows rows = series.get(coin);
        if (rows == null) {
            throw new SQLException("A row of coin " + coin + " came, which was not asked for.");
        }
        int index = rows.add(time);
        int at = start + 20;
        for (int c = 0; c < columns.size(); c++) {
            int length = (int) INT.get(message, at);
            at += Integer.BYTES;
            // NULL is no price; the series fails its verification then.
            rows.columns[c][index] = length < 0 ? Double.NaN : (double) DOUBLE.get(message, at);
            at += Math.max(0, length);
        }
        return at;
    }

    private Map<Integer, Bars> bars() {
        Map<Integer, Bars> bars = new HashMap<>();
        series.forEach((coin, rows) -> {
            if (rows.size > 0) {
                rows.sort();
                Map<BarColumn, Column> byName = new EnumMap<>(BarColumn.class);
                for (int c = 0; c < columns.size(); c++) {
                    byName.put(columns.get(c), Column.owning(rows.column(c)));
                }
                bars.put(coin, Bars.owning(interval, rows.times(), byName));
            }
        });
        return bars;
    }
}
