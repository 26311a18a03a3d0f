package io.alphaforge.store.timescale;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and hashes the records of a CSV stream: the sum modulo 2^128 of one hash a record, so that their order, which a
 * server does not promise, does not matter. The first record is the heading and only hashed.
 */
final class RowDigest extends OutputStream {
    private final MessageDigest hash;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private boolean quoted;
    private long records;
    private long high;
    private long low;

    RowDigest() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public void write(int b) {
        // A line break within quotes belongs to its record.
        quoted ^= b == '"';
        if (b == '\n' && !quoted) {
            end();
        } else {
            line.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void end() {
        ByteBuffer sum = ByteBuffer.wrap(hash.digest(line.toByteArray()));
        line.reset();
        long before = low;
        high += sum.getLong();
        low += sum.getLong();
        high += Long.compareUnsigned(low, before) < 0 ? 1 : 0;
        records++;
    }

    /** Rows, without the heading. */
    long rows() {
        return Math.max(0, records - 1);
    }

    /** Whether the last record was whole. */
    boolean whole() {
        return line.size() == 0 && !quoted;
    }

    String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
