package io.alphaforge.store.mirror;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes fetched series into the mirror on a thread of its own. What waits is bounded by its bytes: who brings more has
 * to wait too.
 */
final class WriteBehind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);
    private static final int WAITING_KIB = 32 * 1024;

    private final LocalCopy mirror;
    private final Runnable whenIdle;
    private final Semaphore room = new Semaphore(WAITING_KIB, true);
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Thread thread;
    private final Spool spool;
    private boolean closing;
    private boolean ended;
    /** Reads that fetch from the server now. */
    private int holds;
    /** Who waits for the writer and cannot wait for those reads. */
    private int urgent;

    /**
     * What is to be done.
     *
     * @param kib what it holds of the room
     * @param dropped is told instead where the writer has ended
     */
    private record Task(Runnable work, int kib, Runnable dropped) {
        Task(Runnable work, int kib) {
            this(work, kib, () -> {});
        }
    }

    /**
     * A writer.
     *
     * @param spool for what finds no room in memory
     * @param whenIdle runs on the writing thread whenever nothing waits any more
     */
    WriteBehind(LocalCopy mirror, Spool spool, Runnable whenIdle) {
        this.mirror = mirror;
        this.spool = spool;
        this.whenIdle = whenIdle;
        thread = Thread.ofPlatform().name("mirror-writer").daemon().start(this::run);
    }

    /** Lets the writer rest until {@link #resume}: what is being fetched is waited for, the mirror is not. */
    synchronized void hold() {
        holds++;
    }

    synchronized void resume() {
        holds--;
        notifyAll();
    }

    private synchronized void hurry(int change) {
        urgent += change;
        notifyAll();
    }

    /** The next task, as soon as its turn has come; null when nothing is left and none will come. */
    private synchronized @Nullable Task next() throws InterruptedException {
        while (tasks.isEmpty() ? !closing : holds > 0 && urgent == 0) {
            wait();
        }
        return tasks.poll();
    }

    private synchronized boolean idle() {
        return tasks.isEmpty();
    }

    /** Takes a series to be written; it waits on disk where there is no room for it in memory. */
    void put(StoredSeries series, Bars bars) {
        int kib = kib(bars);
        if (room.tryAcquire(kib)) {
            take(new Task(() -> mirror.put(series, bars), kib));
            return;
        }
        try {
            Spool.Kept kept = spool.keep(bars);
            take(new Task(() -> mirror.put(series, spool.take(kept)), 0));
        } catch (IOException e) {
            LOG.warn("There is no room on disk for what waits to be written into the mirror.", e);
            hurry(1);
            room.acquireUninterruptibly(kib);
            hurry(-1);
            take(new Task(() -> mirror.put(series, bars), kib));
        }
    }

    private void take(Task task) {
        synchronized (this) {
            if (!ended) {
                tasks.add(task);
                notifyAll();
                return;
            }
        }
        drop(task);
    }

    private void drop(Task task) {
        task.dropped.run();
        room.release(task.kib);
    }

    private static int kib(Bars bars) {
        return (int) Math.min(WAITING_KIB, bars.bytes() / 1024 + 1);
    }

    private void run() {
        try {
            Task task;
            while ((task = next()) != null) {
                perform(task);
                if (idle()) {
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Nobody must wait for a writer that has ended, neither for room nor for what it has left undone. */
    private void end() {
        List<Task> left;
        synchronized (this) {
            ended = true;
            left = List.copyOf(tasks);
            tasks.clear();
        }
        left.forEach(this::drop);
        room.release(WAITING_KIB);
    }

    private void perform(Task task) {
        try {
            task.work.run();
        } catch (RuntimeException | Error e) {
            // The run has its bars; what is missing in the mirror is fetched the next time.
            LOG.warn("A series could not be written into the mirror.", e);
        } finally {
            room.release(task.kib);
        }
    }

    private void rest() {
        try {
            whenIdle.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("The mirror could not be put in order.", e);
        }
    }

    /**
     * Waits until everything that was brought so far has been written and put in order.
     *
     * @throws StoreException when the writer was closed before
     */
    void flush() {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        hurry(1);
        take(new Task(
                () -> {
                    rest();
                    written.complete(true);
                },
                0,
                () -> written.complete(false)));
        boolean done = written.join();
        hurry(-1);
        if (!done) {
            throw new StoreException("The database is closed.");
        }
    }

    /** Ends when everything that waits has been written. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            urgent++;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
