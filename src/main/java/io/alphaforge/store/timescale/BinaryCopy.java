package io.alphaforge.store.timescale;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One binary COPY into a table. Closing it before {@link #end} undoes it.
 *
 * <p>Format: PostgreSQL documentation, "COPY", section "Binary Format".
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** 2000-01-01 UTC, from which the server counts microseconds, in epoch milliseconds. */
    private static final long EPOCH = 946_684_800_000L;

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /**
     * Begins to fill columns of a table.
     *
     * @param table name and columns, of this package's own and never from outside
     */
    BinaryCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many fields, which take less than 1 KiB. */
    BinaryCopy row(int fields) throws SQLException {
        if (buffer.remaining() < 1024) {
            send();
        }
        buffer.putShort((short) fields);
        return this;
    }

    BinaryCopy integer(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** A time in epoch milliseconds. */
    BinaryCopy time(long millis) {
        buffer.putInt(Long.BYTES).putLong((millis - EPOCH) * 1000);
        return this;
    }

    BinaryCopy text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    BinaryCopy real(double value) {
        buffer.putInt(Double.BYTES).putDouble(value);
        return this;
    }

    /** A number, NULL in the place of NaN. */
    BinaryCopy realOrNull(double value) {
        if (Double.isNaN(value)) {
            buffer.putInt(-1);
            return this;
        }
        return real(value);
    }

    /** Sends what is left and waits for the server. */
    void end() throws SQLException {
        if (buffer.remaining() < Short.BYTES) {
            send();
        }
        buffer.putShort((short) -1);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
