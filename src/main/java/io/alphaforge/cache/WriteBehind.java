package io.alphaforge.cache;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Writes to a server on a thread of its own, in the order in which it was asked to, many rows at a time. What is not
 * written yet is bounded; rows that do not fit are not written, since a cache owes nobody a row. While the server is away
 * everything waits.
 */
final class WriteBehind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);
    private static final int BATCH = 500;

    private final RedisRows rows;
    private final Availability availability;
    private final BlockingQueue<Job> queue;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Thread thread;

    private sealed interface Job {}

    private record Put(RunKey key, ResultRow row) implements Job {}

    private record Order(LongSupplier work, CompletableFuture<Long> done) implements Job {}

    WriteBehind(RedisRows rows, Availability availability, int capacity) {
        this.rows = rows;
        this.availability = availability;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().name("redis-writer").daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    void put(RunKey key, ResultRow row) {
        if (!add(new Put(key, row)) && lost.getAndIncrement() == 0) {
            LOG.warn("Redis takes rows more slowly than they are computed; some are not shared");
        }
    }

    /** Does something in its turn; what it returns is there when it is done, and 0 where it cannot be done. */
    CompletableFuture<Long> order(LongSupplier work) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        if (!add(new Order(work, done))) {
            done.complete(0L);
        }
        return done;
    }

    /** Does something in its turn, when nobody waits for it. */
    void later(Runnable work) {
        boolean added = add(new Order(
                () -> {
                    work.run();
                    return 0;
                },
                new CompletableFuture<>()));
        LOG.trace("Queued: {}", added);
    }

    /** Whether everything asked for so far is done. */
    private boolean idle() {
        return unfinished.get() == 0;
    }

    private boolean add(Job job) {
        unfinished.incrementAndGet();
        if (queue.offer(job)) {
            return true;
        }
        unfinished.decrementAndGet();
        return false;
    }

    private void work() {
        try {
            while (true) {
                Job first = queue.take();
                if (first instanceof Order order) {
                    perform(() -> {
                        if (!order.done.isCancelled()) {
                            order.done.complete(order.work.getAsLong());
                        }
                    });
                    order.done.complete(0L);
                    unfinished.decrementAndGet();
                } else {
                    write(first);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No more is written to Redis");
        }
    }

    private void write(Job first) throws InterruptedException {
        Map<RunKey, byte[]> values = new HashMap<>();
        List<Job> batch = new ArrayList<>();
        for (Job job = first; job instanceof Put put; job = queue.peek()) {
            if (!batch.isEmpty()) {
                queue.remove();
            }
            batch.add(put);
            values.put(put.key(), RowEnvelope.seal(put.row()));
            if (batch.size() == BATCH) {
                break;
            }
        }
        perform(() -> rows.write(values));
        lost.set(0);
        unfinished.addAndGet(-batch.size());
    }

    /** Does it when the server is there, again when it goes meanwhile, and not at all when the server refuses it. */
    private void perform(Runnable work) throws InterruptedException {
        while (true) {
            availability.awaitUp();
            try {
                work.run();
                return;
            } catch (JedisAccessControlException e) {
                if (mayNotWrite(e)) {
                    // Reading goes on: the same write would be refused again as soon as a probe is answered.
                    LOG.debug("Redis refuses to be written to", e);
                    availability.remark(
                            " is read only for its user: what others have computed is used, what is computed"
                                    + " here stays on this computer. The server's administrator can allow it.");
                    return;
                }
                availability.failed(e);
            } catch (JedisDataException e) {
                LOG.warn("Redis refuses to be written to ({})", e.getMessage());
                return;
            } catch (JedisException e) {
                availability.failed(e);
            } catch (RuntimeException e) {
                LOG.error("Something cannot be written to Redis", e);
                return;
            }
        }
    }

    private static boolean mayNotWrite(JedisAccessControlException refusal) {
        return String.valueOf(refusal.getMessage()).startsWith("NOPERM");
    }

    /** Writes what can be written within this time. */
    void finish(Duration most) {
        if (idle() || availability.state() == Availability.State.DOWN) {
            return;
        }
        try {
            order(() -> 0).get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Some rows were not written to Redis: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
