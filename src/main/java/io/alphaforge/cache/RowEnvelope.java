package io.alphaforge.cache;

import io.alphaforge.run.ResultRow;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Rows as values of a server that others write to as well: two letters, a version, length and checksum of the row's
 * bytes, and these bytes compressed. What is not exactly that is answered as absent; nothing of it is made into an
 * object before length and checksum hold, and then only into numbers and texts of {@link RowCodec}.
 */
final class RowEnvelope {
    private static final short MAGIC = 0x4146;
    private static final byte VERSION = 1;
    private static final int HEAD = 2 + 1 + 4 + 4;
    /** A row has a few hundred bytes; a value that claims more is not one, whatever it would unfold to. */
    private static final int MOST = 1 << 16;

    private RowEnvelope() {}

    static byte[] seal(ResultRow row) {
        byte[] plain = RowCodec.encode(row);
        byte[] packed = new byte[plain.length + 64];
        int length;
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            length = deflater.deflate(packed);
        }
        return ByteBuffer.allocate(HEAD + length)
                .putShort(MAGIC)
                .put(VERSION)
                .putInt(plain.length)
                .putInt(checksum(plain, plain.length))
                .put(packed, 0, length)
                .array();
    }

    static Optional<ResultRow> open(byte[] value) {
        try (Inflater inflater = new Inflater(true)) {
            return open(value, inflater);
        }
    }

    /**
     * Opens one of many: making an inflater takes longer than using it.
     *
     * @param inflater without header, in whatever state
     */
    static Optional<ResultRow> open(byte[] value, Inflater inflater) {
        if (value.length <= HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(value);
        if (head.getShort() != MAGIC || head.get() != VERSION) {
            return Optional.empty();
        }
        int length = head.getInt();
        int checksum = head.getInt();
        if (length <= 0 || length > MOST) {
            return Optional.empty();
        }
        // One more than it says: a single call then tells whether it ends there.
        byte[] plain = new byte[length + 1];
        try {
            inflater.reset();
            inflater.setInput(value, HEAD, value.length - HEAD);
            if (inflater.inflate(plain) != length || !inflater.finished()) {
                return Optional.empty();
            }
        } catch (DataFormatException e) {
            return Optional.empty();
        }
        if (checksum(plain, length) != checksum) {
            return Optional.empty();
        }
        try {
            return RowCodec.decode(plain);
        } catch (RuntimeException e) {
            // Bytes that hold together, but were written by something else.
            return Optional.empty();
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
