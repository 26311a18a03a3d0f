package io.alphaforge.feed;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The beginning of a file, from which is told what the rest will be, and the whole text once that is known. */
final class TextHead {
    private static final int LENGTH = 1 << 16;

    private final byte[] bytes;
    private final InputStream rest;
    private final Charset charset;
    private final int mark;
    private final String text;

    private TextHead(byte[] bytes, InputStream rest, Charset charset, int mark) {
        this.bytes = bytes;
        this.rest = rest;
        this.charset = charset;
        this.mark = mark;
        this.text = new String(bytes, mark, bytes.length - mark, charset);
    }

    /** @throws UnusableFileException when there is no text in it */
    static TextHead of(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LENGTH);
        if (Unpacking.Packing.of(bytes) != Unpacking.Packing.PLAIN) {
            throw new UnusableFileException("is an archive inside an archive; unpack the outer one first");
        }
        TextHead head = startsWith(bytes, 0xff, 0xfe)
                ? new TextHead(bytes, in, StandardCharsets.UTF_16LE, 2)
                : startsWith(bytes, 0xfe, 0xff)
                        ? new TextHead(bytes, in, StandardCharsets.UTF_16BE, 2)
                        : new TextHead(bytes, in, StandardCharsets.UTF_8, startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
        if (head.text.isBlank()) {
            throw new UnusableFileException("is empty");
        }
        if (head.text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            throw new UnusableFileException("is no text file; give the CSV or JSON file that the exchange offers");
        }
        return head;
    }

    String text() {
        return text;
    }

    /** At most {@code count} lines from the beginning, whole ones unless there is but one, ended by LF or CR LF. */
    String firstLines(int count) {
        int end = 0;
        for (int lines = 0; lines < count; lines++) {
            int next = text.indexOf('\n', end);
            if (next < 0) {
                return bytes.length < LENGTH || end == 0 ? text : text.substring(0, end);
            }
            end = next + 1;
        }
        return text.substring(0, end).replace("\r\r\n", "\n");
    }

    /** How many bytes a line takes on average. */
    int bytesPerLine() {
        return (int)
                (bytes.length / Math.max(1, text.chars().filter(c -> c == '\n').count()));
    }

    /** The whole text. To be asked for once. */
    Reader reader() {
        Reader all = new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(bytes, mark, bytes.length - mark), rest), charset);
        return text.contains("\r\r\n") ? new WithoutCarriageReturns(all) : all;
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[i] != (byte) wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text that was translated to CR LF line ends twice would seem to have an empty line after each line. */
    private static final class WithoutCarriageReturns extends FilterReader {
        WithoutCarriageReturns(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            while (c == '\r') {
                c = super.read();
            }
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int kept = 0;
            while (kept == 0) {
                int read = super.read(buffer, offset, length);
                if (read <= 0) {
                    return read;
                }
                for (int i = offset; i < offset + read; i++) {
                    if (buffer[i] != '\r') {
                        buffer[offset + kept++] = buffer[i];
                    }
                }
            }
            return kept;
        }
    }
}
