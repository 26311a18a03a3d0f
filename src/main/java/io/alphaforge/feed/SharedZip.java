package io.alphaforge.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An open zip archive whose members are read by several threads; closed when the last of them has been read. */
final class SharedZip implements AutoCloseable {
    private final ZipFile zip;
    private final int members;
    private final AtomicInteger unread;

    SharedZip(ZipFile zip, int members) {
        this.zip = zip;
        this.members = members;
        this.unread = new AtomicInteger(members);
    }

    int members() {
        return members;
    }

    /** Opens a member so that a wrong checksum fails at its end; closing it counts as having read it. */
    InputStream open(String name) throws IOException {
        return new Member(stream(name), this);
    }

    /** Opens a member without counting it as read. */
    InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || in == null) {
            throw new ZipException("No member " + name);
        }
        return new Checked(in, entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void read() throws IOException {
        if (unread.decrementAndGet() == 0) {
            close();
        }
    }

    /** Compares the checksum at the end, which {@link ZipFile} leaves to its users. */
    private static final class Checked extends FilterInputStream {
        private final CheckedInputStream sum;
        private final long expected;

        Checked(InputStream in, long expected) {
            this(new CheckedInputStream(in, new CRC32()), expected);
        }

        private Checked(CheckedInputStream in, long expected) {
            super(in);
            this.sum = in;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            verify(value);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            verify(read);
            return read;
        }

        private void verify(int read) throws ZipException {
            if (read < 0 && sum.getChecksum().getValue() != expected) {
                throw new ZipException("Wrong checksum");
            }
        }
    }

    private static final class Member extends FilterInputStream {
        private final SharedZip zip;
        private boolean closed;

        Member(InputStream in, SharedZip zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!closed) {
                closed = true;
                zip.read();
            }
        }
    }
}
