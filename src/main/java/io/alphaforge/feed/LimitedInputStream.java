package io.alphaforge.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what really comes out of an archive and stops at a limit, whatever the archive's own headers say. */
final class LimitedInputStream extends FilterInputStream {

    /** More came out than is allowed. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String refusal;

        LimitException(String refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        String refusal() {
            return refusal;
        }
    }

    private final String refusal;
    private long left;

    LimitedInputStream(InputStream in, long allowed, String refusal) {
        super(in);
        this.left = allowed;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        // Skipped bytes are unpacked too; FilterInputStream would not count them.
        byte[] thrownAway = new byte[(int) Math.min(wanted, 8192)];
        return Math.max(0, read(thrownAway, 0, thrownAway.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long left() {
        return left;
    }

    private void count(int read) throws LimitException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new LimitException(refusal);
        }
    }
}
