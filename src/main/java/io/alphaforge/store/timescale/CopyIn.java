package io.alphaforge.store.timescale;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Sends bars in one binary COPY. */
final class CopyIn {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH = 946_684_800_000L;
    private static final int BUFFER = 1 << 16;

    private CopyIn() {}

    /**
     * Adds the bars of one series to a table.
     *
     * @param table a name of this package's own, never one from outside
     */
    static void into(Connection connection, String table, int coin, Bars bars) throws SQLException, IOException {
        byte[] interval = bars.interval().code().getBytes(StandardCharsets.US_ASCII);
        Column[] columns = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table
                        + " (crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume)"
                        + " FROM STDIN (FORMAT binary)");
        try {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            buffer.put(SIGNATURE).putInt(0).putInt(0);
            int row = Short.BYTES + 8 * Integer.BYTES + Integer.BYTES + Long.BYTES * 6 + interval.length;
            for (int i = 0; i < bars.size(); i++) {
                if (buffer.remaining() < row) {
                    copy.writeToCopy(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
                buffer.putShort((short) 8).putInt(Integer.BYTES).putInt(coin);
                buffer.putInt(Long.BYTES).putLong((bars.time(i) - EPOCH) * 1000);
                buffer.putInt(interval.length).put(interval);
                for (Column column : columns) {
                    buffer.putInt(Double.BYTES).putDouble(column.get(i));
                }
            }
            if (buffer.remaining() < Short.BYTES) {
                copy.writeToCopy(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            buffer.putShort((short) -1);
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
