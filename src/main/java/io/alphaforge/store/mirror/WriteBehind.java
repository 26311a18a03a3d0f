package io.alphaforge.store.mirror;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
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
    private static final int WAITING_KIB = 128 * 1024;

    private final LocalCopy mirror;
    private final Runnable idle;
    private final Semaphore room = new Semaphore(WAITING_KIB, true);
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean ended;

    private record Task(Runnable work, int kib) {}

    /** @param idle runs on the writing thread whenever nothing waits any more */
    WriteBehind(LocalCopy mirror, Runnable idle) {
        this.mirror = mirror;
        this.idle = idle;
        thread = Thread.ofPlatform().name("mirror-writer").daemon().start(this::run);
    }

    /** Takes a series to be written, if there is room for it. */
    boolean offer(StoredSeries series, Bars bars) {
        int kib = kib(bars);
        return room.tryAcquire(kib) && enqueue(series, bars, kib);
    }

    /** Takes a series to be written, waiting until there is room for it. */
    void put(StoredSeries series, Bars bars) {
        int kib = kib(bars);
        room.acquireUninterruptibly(kib);
        enqueue(series, bars, kib);
    }

    private boolean enqueue(StoredSeries series, Bars bars, int kib) {
        return tasks.add(new Task(() -> mirror.put(series, bars), kib));
    }

    private static int kib(Bars bars) {
        return (int) Math.min(WAITING_KIB, bars.bytes() / 1024 + 1);
    }

    private void run() {
        try {
            while (!(ended && tasks.isEmpty())) {
                Task task = tasks.take();
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
        tasks.add(new Task(
                () -> {
                    rest();
                    written.complete(null);
                },
                0));
        written.join();
    }

    /** Ends when everything that waits has been written, which is a second or two of work at the most. */
    @Override
    public void close() {
        tasks.add(new Task(() -> ended = true, 0));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
