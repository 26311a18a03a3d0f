package io.alphaforge.feed;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of which it is remembered whether its last line has an end. */
final class LineEnds extends FilterReader {
    private char last = '\n';

    LineEnds(Reader in) {
        super(in);
    }

    /** Whether what was read so far stops within a line. */
    boolean open() {
        return last != '\n' && last != '\r';
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            last = (char) c;
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            last = buffer[offset + read - 1];
        }
        return read;
    }
}
