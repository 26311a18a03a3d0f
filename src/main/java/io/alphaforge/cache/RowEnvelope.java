package io.alphaforge.cache;

import io.alphaforge.run.ResultRow;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Rows as values of a file that may be damaged and of a server that others write to as well: two letters, a version, length and checksum of the row's
 * bytes, and these bytes. What is not exactly that is answered as absent; nothing of it is made into an object before
 * length and checksum hold, and then only into numbers and texts of {@link RowCodec}, which packs them.
 */
final class RowEnvelope {
    private static final short MAGIC = 0x4146;
    private static final byte VERSION = 2;
    static final int HEAD = 2 + 1 + 4 + 4;

    private RowEnvelope() {}

    static byte[] seal(ResultRow row) {
        return seal(RowCodec.encode(row));
    }

    static byte[] seal(byte[] packed) {
        return ByteBuffer.allocate(HEAD + packed.length)
                .putShort(MAGIC)
                .put(VERSION)
                .putInt(packed.length)
                .putInt(checksum(packed, 0, packed.length))
                .put(packed)
                .array();
    }

    static Optional<ResultRow> open(byte[] value) {
        if (value.length <= HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(value);
        boolean ours = head.getShort() == MAGIC && head.get() == VERSION && head.getInt() == value.length - HEAD;
        if (!ours || head.getInt() != checksum(value, HEAD, value.length - HEAD)) {
            return Optional.empty();
        }
        try {
            return RowCodec.decode(Arrays.copyOfRange(value, HEAD, value.length));
        } catch (RuntimeException e) {
            // Bytes that hold together, but were written by something else.
            return Optional.empty();
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
