package io.alphaforge.store.timescale;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a server on this machine that can be as slow as one wants, hold everything back, or be cut. */
public final class SlowWay implements AutoCloseable {
    private static final int PIECE = 8 * 1024;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean stalled;
    /** Bytes that still pass before it stalls by itself. */
    private long allowance = Long.MAX_VALUE;

    private volatile long bytesASecond = Long.MAX_VALUE;
    private volatile Duration latency = Duration.ZERO;

    public SlowWay(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** The port of its entrance on the loopback interface. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on each direction of a connection is as slow as this. */
    public void slow(long bytesEverySecond, Duration delayOfAPiece) {
        bytesASecond = bytesEverySecond;
        latency = delayOfAPiece;
    }

    /** Nothing passes any more, in either direction, and nobody is told. */
    public void stall() {
        stallAfter(0);
    }

    /** So many bytes out of the server pass, then nothing. */
    void stallAfter(long bytes) {
        lock.lock();
        try {
            allowance = bytes;
            stalled = bytes == 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Everything passes again. */
    public void go() {
        lock.lock();
        try {
            allowance = Long.MAX_VALUE;
            stalled = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has stalled by itself. */
    void awaitStall() {
        lock.lock();
        try {
            while (!stalled) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends every connection; new ones can be made. */
    public void cut() {
        open.forEach(SlowWay::shut);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket outside = entrance.accept();
                open.add(outside);
                Thread.ofPlatform().daemon().start(() -> connect(outside));
            }
        } catch (IOException e) {
            // The entrance was closed.
            return;
        }
    }

    private void connect(Socket outside) {
        try {
            Socket inside = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(inside);
            Thread.ofPlatform().daemon().start(() -> copy(inside, outside, true));
            copy(outside, inside, false);
        } catch (IOException e) {
            // There is no server behind it: whoever came is sent away.
            shut(outside);
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                pass(counted ? read : 0);
                LockSupport.parkNanos(latency.toNanos() + read * 1_000_000_000L / bytesASecond);
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // Whoever is left finds the connection closed.
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(int bytes) {
        lock.lock();
        try {
            allowance -= bytes;
            if (allowance < 0) {
                stalled = true;
                changed.signalAll();
            }
            while (stalled) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        go();
        cut();
    }
}
