package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Gives up work that is not wanted any more, also while it waits for a lock of another session. Made, asked and
 * closed by the thread that writes.
 */
final class WriteStop implements AutoCloseable {
    private static final long TURN_NS = 50_000_000;

    private enum State {
        WRITING,
        STOPPED,
        OVER
    }

    private final Connection connection;
    private final BooleanSupplier cancelled;
    private final AtomicReference<State> state = new AtomicReference<>(State.WRITING);
    /** Held while the connection is used. */
    private final ReentrantLock using = new ReentrantLock();

    private final Thread watching;

    private WriteStop(Connection connection, BooleanSupplier cancelled) {
        this.connection = connection;
        this.cancelled = cancelled;
        this.watching = Thread.ofVirtual().name("write-stop").unstarted(this::watch);
    }

    /** Watches from now on. */
    static WriteStop of(Connection connection, BooleanSupplier cancelled) {
        WriteStop stop = new WriteStop(connection, cancelled);
        stop.using.lock();
        stop.watching.start();
        return stop;
    }

    /**
     * Does something over a connection that is given up when it is not wanted any more.
     *
     * @throws CancellationException when it was given up
     */
    static <T> T during(Connection connection, BooleanSupplier cancelled, Transactions.Work<T> work)
            throws SQLException {
        try (WriteStop stop = of(connection, cancelled)) {
            try {
                T result = work.apply(connection);
                stop.over();
                return result;
            } catch (SQLException | RuntimeException e) {
                // What the work made of a connection that was taken from it, this one or one of its own.
                stop.over();
                if (cancelled.getAsBoolean()) {
                    throw stopped();
                }
                throw e;
            }
        }
    }

    private static CancellationException stopped() {
        return new CancellationException("Stopped; nothing of it was written.");
    }

    private void watch() {
        while (state.get() == State.WRITING) {
            if (cancelled.getAsBoolean() && state.compareAndSet(State.WRITING, State.STOPPED)) {
                Interruption.of(connection, using);
                using.unlock();
            } else {
                LockSupport.parkNanos(TURN_NS);
            }
        }
    }

    /**
     * The work is done or has failed: nothing is given up from now on.
     *
     * @throws CancellationException when it was given up
     */
    void over() {
        if (!state.compareAndSet(State.WRITING, State.OVER) && state.get() == State.STOPPED) {
            throw stopped();
        }
    }

    /** Leaves the connection to nobody else: after this it is closed, or nothing asks it to stop any more. */
    @Override
    public void close() {
        state.compareAndSet(State.WRITING, State.OVER);
        using.unlock();
        if (state.get() == State.STOPPED) {
            boolean interrupted = false;
            while (watching.isAlive()) {
                try {
                    watching.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
