package io.alphaforge.instance;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A connection between two applications: a greeting with the version of what is spoken, then {@link Frame frames}. One
 * thread may read while others write; closing it ends both.
 */
final class Wire implements AutoCloseable {
    /** Version of the greeting and of the frames; another one is not understood. */
    static final int VERSION = 2;

    private static final byte[] MAGIC = "alphaforge".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Object writing = new Object();
    /** Since when a frame is being sent, as {@link System#nanoTime}; 0 while none is. */
    private volatile long sending;

    Wire(SocketChannel channel) {
        this.channel = channel;
        in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** Says which version is spoken here. */
    void greet(int version) throws IOException {
        synchronized (writing) {
            out.write(MAGIC);
            out.writeInt(version);
            out.flush();
        }
    }

    /**
     * The version that the other side speaks.
     *
     * @throws IOException when it is none of ours
     */
    int greeted() throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("What was sent is no greeting.");
        }
        return in.readInt();
    }

    void send(Frame frame) throws IOException {
        synchronized (writing) {
            // 0 means something else.
            sending = System.nanoTime() | 1;
            try {
                out.writeByte(frame.kind().code);
                out.writeInt(frame.body().length);
                out.write(frame.body());
                out.flush();
            } finally {
                sending = 0;
            }
        }
    }

    /** Whether the other side has not taken a frame for this long. */
    boolean stuck(Duration patience) {
        long since = sending;
        return since != 0 && System.nanoTime() - since >= patience.toNanos();
    }

    /** Waits for the next frame; fails with an {@link IOException} when there is no more, or what comes is none. */
    Frame next() throws IOException {
        int code = in.readUnsignedByte();
        int length = in.readInt();
        Optional<Frame.Kind> kind =
                Arrays.stream(Frame.Kind.values()).filter(k -> k.code == code).findFirst();
        if (kind.isEmpty() || length < 0 || length > Frame.LONGEST) {
            throw new IOException("A frame is said to be of kind " + code + " and " + length + " bytes long.");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("The connection ended within a frame.");
        }
        return new Frame(kind.get(), body);
    }

    /** A stream of which every piece is sent as frames of one kind. */
    OutputStream stream(Frame.Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int at = from; at < from + length; at += Frame.LONGEST) {
                    int end = Math.min(from + length, at + Frame.LONGEST);
                    send(new Frame(kind, Arrays.copyOfRange(bytes, at, end)));
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
