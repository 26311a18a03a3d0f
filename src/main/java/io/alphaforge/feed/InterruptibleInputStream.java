package io.alphaforge.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Ends with an exception when its reader's thread is interrupted, so that nobody waits for the rest of a large file. */
final class InterruptibleInputStream extends FilterInputStream {
    InterruptibleInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return super.read(bytes, offset, length);
    }

    private static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Interrupted while a file was being read.");
        }
    }
}
