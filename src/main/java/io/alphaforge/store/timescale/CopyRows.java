package io.alphaforge.store.timescale;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows of coin, time and doubles out of one binary COPY stream, by coin and in the order of time. The server is not
 * asked for an order, which would make it sort all rows before it sends the first; rows come in order within a chunk, and
 * a coin whose rows did not come in order is sorted here.
 *
 * <p>Format: PostgreSQL documentation, "COPY", section "Binary Format".
 */
final class CopyRows {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    /** 2000-01-01 UTC, from which the server counts microseconds, in epoch milliseconds. */
    private static final long EPOCH = 946_684_800_000L;
    /** Signature, flags and length of the header's extension. */
    private static final int HEADER = 19;

    private final int columns;
    private final Map<Integer, Rows> byCoin = new HashMap<>();

    private CopyRows(int columns) {
        this.columns = columns;
    }

    /**
     * The rows of every coin that was expected, sorted.
     *
     * @param expected how many rows are likely to come, by coin
     * @param query of {@link CopyQuery}
     * @param columns how many doubles there are in a row
     */
    static Map<Integer, Rows> read(Connection connection, Map<Integer, Long> expected, String query, int columns)
            throws SQLException {
        CopyRows reading = new CopyRows(columns);
        expected.forEach((coin, rows) -> reading.byCoin.put(coin, new Rows(columns, rows)));
        long start = System.nanoTime();
        CopyOut copy = null;
        try {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
            boolean first = true;
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                reading.accept(message, first);
                first = false;
            }
        } finally {
            QueryTimer.ended(connection, start, query);
            if (copy != null && copy.isActive()) {
                // Rows that do not fit into memory, say: the driver would wait for their end for ever.
                connection.abort(Runnable::run);
            }
        }
        reading.byCoin.values().forEach(Rows::sort);
        return reading.byCoin;
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
        if (fields != columns + 2) {
            throw new SQLException("A row of " + fields + " fields came where " + (columns + 2) + " were asked for.");
        }
        int coin = (int) INT.get(message, start + 4);
        long time = EPOCH + Math.floorDiv((long) LONG.get(message, start + 12), 1000L);
        Rows rows = byCoin.get(coin);
        if (rows == null) {
            throw new SQLException("A row of coin " + coin + " came, which was not asked for.");
        }
        int index = rows.add(time);
        int at = start + 20;
        for (int c = 0; c < columns; c++) {
            int length = (int) INT.get(message, at);
            at += Integer.BYTES;
            // NULL is no price; the series fails its verification then.
            rows.columns[c][index] = length < 0 ? Double.NaN : (double) DOUBLE.get(message, at);
            at += Math.max(0, length);
        }
        return at;
    }
}
