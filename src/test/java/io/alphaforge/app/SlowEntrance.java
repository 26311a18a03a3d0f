package io.alphaforge.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A way to a server on the loopback interface whose answers come late, or not as long as they are held back. */
final class SlowEntrance implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final Duration late;
    private final String question;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean holding;

    /**
     * Opens the entrance.
     *
     * @param late how much later than the server every answer comes
     * @param question how what is counted begins, as it is sent
     */
    SlowEntrance(int target, Duration late, String question) {
        this.target = target;
        this.late = late;
        this.question = question;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How often the command came by. */
    int questions() {
        return questions.get();
    }

    /** From now on no answer comes through. */
    void hold() {
        holding = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pass(Socket from, Socket to, boolean asks) {
        byte[] some = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (asks) {
                    if (new String(some, 0, length, StandardCharsets.ISO_8859_1).contains(question)) {
                        questions.incrementAndGet();
                    }
                } else {
                    LockSupport.parkNanos(late.toNanos());
                    while (holding && !entrance.isClosed()) {
                        LockSupport.parkNanos(10_000_000);
                    }
                }
                out.write(some, 0, length);
            }
        } catch (IOException e) {
            // One of both is gone.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
