package io.alphaforge.feed;

import io.alphaforge.catalog.SeriesKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes series side by side, as many as a store has use for, and hands out what came of them in the order in which they
 * were brought. Writes into one series never run side by side.
 *
 * @param <T> what comes of a write
 */
final class WriteQueue<T> implements AutoCloseable {
    private final int most;
    private final Consumer<T> settled;
    private final ExecutorService threads;
    private final Deque<Write<T>> running = new ArrayDeque<>();

    private record Write<T>(@Nullable SeriesKey key, Future<T> outcome) {}

    /**
     * A queue without threads until the first write.
     *
     * @param most writes at a time
     * @param settled is told on the caller's thread what came of a write, in order
     */
    WriteQueue(int most, Consumer<T> settled) {
        this.most = most;
        this.settled = settled;
        threads = Executors.newFixedThreadPool(
                most, Thread.ofPlatform().name("import-", 0).daemon().factory());
    }

    /**
     * Begins a write and waits only when there are too many, or one into the same series.
     *
     * @param key of what is written; null when nothing is
     */
    void put(@Nullable SeriesKey key, Supplier<T> write) {
        while (running.size() >= most || (key != null && running.stream().anyMatch(other -> key.equals(other.key())))) {
            settle();
        }
        running.add(new Write<>(key, threads.submit(write::get)));
        while (most == 1 && !running.isEmpty()) {
            settle();
        }
    }

    private void settle() {
        try {
            settled.accept(running.remove().outcome().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while bars were being written.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A write ended neither well nor badly.", e.getCause());
        }
    }

    /** Waits for every write that has begun. */
    void settleAll() {
        while (!running.isEmpty()) {
            settle();
        }
    }

    /** Waits for what is being written, whose outcome nobody wants any more. */
    @Override
    public void close() {
        threads.close();
    }
}
