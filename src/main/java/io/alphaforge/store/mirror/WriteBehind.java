package io.alphaforge.store.mirror;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
    private final Runnable idle;
    private final Semaphore room = new Semaphore(WAITING_KIB, true);
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Spool spool;
    private boolean ended;
    /** Reads that fetch from the server now. */
    private int holds;
    /** Who waits for the writer and cannot wait for those reads. */
    private int urgent;

    private record Task(Runnable work, int kib) {}

    /**
     * A writer.
     *
     * @param spool for what finds no room in memory
     * @param idle runs on the writing thread whenever nothing waits any more
     */
    WriteBehind(LocalCopy mirror, Spool spool, Runnable idle) {
        this.mirror = mirror;
        this.spool = spool;
        this.idle = idle;
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

    private synchronized void awaitTurn() throws InterruptedException {
        while (holds > 0 && urgent == 0) {
            wait();
        }
    }

    /** Takes a series to be written; it waits on disk where there is no room for it in memory. */
    void put(StoredSeries series, Bars bars) {
        int kib = kib(bars);
        if (room.tryAcquire(kib)) {
            tasks.add(new Task(() -> mirror.put(series, bars), kib));
            return;
        }
        try {
            Spool.Kept kept = spool.keep(bars);
            tasks.add(new Task(() -> mirror.put(series, spool.take(kept)), 0));
        } catch (IOException e) {
            LOG.warn("There is no room on disk for what waits to be written into the mirror.", e);
            hurry(1);
            room.acquireUninterruptibly(kib);
            hurry(-1);
            tasks.add(new Task(() -> mirror.put(series, bars), kib));
        }
    }

    private static int kib(Bars bars) {
        return (int) Math.min(WAITING_KIB, bars.bytes() / 1024 + 1);
    }

    private void run() {
        try {
            while (!(ended && tasks.isEmpty())) {
                Task task = tasks.take();
                awaitTurn();
                perform(task);
                if (tasks.isEmpty()) {
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whoever waits for room must not wait for a writer that has ended.
            room.release(WAITING_KIB);
        }
    }

    private void perform(Task task) {
        try {
            task.work.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            // The run has its bars; what is missing in the mirror is fetched the next time.
            LOG.warn("A series could not be written into the mirror.", e);
        } finally {
            room.release(task.kib);
        }
    }

    private void rest() {
        try {
            idle.run();
        } catch (RuntimeException e) {
            LOG.warn("The mirror could not be put in order.", e);
        }
    }

    /** Waits until everything that was brought so far has been written and put in order. */
    void flush() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        hurry(1);
        tasks.add(new Task(
                () -> {
                    rest();
                    written.complete(null);
                },
                0));
        written.join();
        hurry(-1);
    }

    /** Ends when everything that waits has been written. */
    @Override
    public void close() {
        hurry(1);
        tasks.add(new Task(() -> ended = true, 0));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
