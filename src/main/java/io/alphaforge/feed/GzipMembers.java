package io.alphaforge.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip data of one or more members (RFC 1952). Unlike {@link java.util.zip.GZIPInputStream}, which takes whatever follows
 * a member and is none for the end, it fails there, unless that is the zeros with which tapes are filled up.
 */
final class GzipMembers extends InputStream {
    private static final int DEFLATED = 8;
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final CRC32 headerSum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private boolean ended;

    /** Reads the header of the first member. */
    GzipMembers(InputStream packed) throws IOException {
        this.packed = packed;
        header(next());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (!ended) {
                int read = inflater.inflate(bytes, offset, length);
                if (read > 0) {
                    sum.update(bytes, offset, read);
                    return read;
                } else if (inflater.finished()) {
                    at = filled - inflater.getRemaining();
                    trailer();
                    following();
                } else if (inflater.needsDictionary()) {
                    throw new ZipException("A dictionary is wanted");
                } else if (inflater.needsInput()) {
                    require();
                    inflater.setInput(buffer, at, filled - at);
                    at = filled;
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void trailer() throws IOException {
        if (number(4) != sum.getValue()) {
            throw new ZipException("Wrong checksum");
        }
        if (number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("Wrong size");
        }
    }

    /** Goes on to the next member, if there is one. */
    private void following() throws IOException {
        int first = 0;
        while (first == 0) {
            if (!isMore()) {
                ended = true;
                return;
            }
            first = next();
        }
        inflater.reset();
        sum.reset();
        header(first);
    }

    private void header(int first) throws IOException {
        headerSum.reset();
        headerSum.update(first);
        if (first != 0x1f || counted() != 0x8b || counted() != DEFLATED) {
            throw new ZipException("No member");
        }
        int flags = counted();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("Reserved flags");
        }
        // When it was made, how, and on what.
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = counted();
            skip(low | (counted() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_SUM) != 0) {
            long expected = headerSum.getValue() & 0xffff;
            if (number(2) != expected) {
                throw new ZipException("Wrong checksum of a header");
            }
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            counted();
        }
    }

    private void skipText() throws IOException {
        while (counted() != 0) {
            // Names and comments end with a zero.
        }
    }

    /** A byte of a header. */
    private int counted() throws IOException {
        int value = next();
        headerSum.update(value);
        return value;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        require();
        return buffer[at++] & 0xff;
    }

    private void require() throws IOException {
        if (!isMore()) {
            throw new EOFException("Cut off");
        }
    }

    private boolean isMore() throws IOException {
        while (at == filled) {
            int read = packed.read(buffer, 0, buffer.length);
            if (read < 0) {
                return false;
            }
            at = 0;
            filled = read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
