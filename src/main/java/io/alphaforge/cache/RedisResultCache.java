package io.alphaforge.cache;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Finding;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache that a team shares: one row per coin and setup in a Redis, as {@link RedisRows} lays them out.
 *
 * <p>Nothing here waits for the server longer than a moment: a question that is not answered in time is given up, what
 * arrives for it later is thrown away, and until the server answers again nobody asks it. Its hits and misses are those
 * of everybody who shares the server.
 */
public final class RedisResultCache implements ResultCache {
    private static final Logger LOG = LoggerFactory.getLogger(RedisResultCache.class);
    /** The most that a run waits. */
    public static final Duration PATIENCE = Duration.ofMillis(50);

    private static final Duration CLOSING = Duration.ofSeconds(1);
    /** Who clears waits for it: nothing else is to be said than whether it was done. */
    private static final Duration CLEARING = Duration.ofSeconds(10);

    private static final Cleared UNCLEARED = new Cleared(
            0, "Redis does not answer; the rows that it keeps are still there, clear again when it is back.");
    /** A row that waits to be written takes about a kilobyte. */
    private static final int UNWRITTEN = 10_000;

    private static final int REMEMBERED = 10_000;

    private final RedisOptions options;
    private final RedisLink link;
    private final RedisRows rows;
    private final Duration patience;
    private final Availability availability;
    private final WriteBehind writer;
    private final ExecutorService askers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("redis-", 1).daemon().factory());
    /**
     * What {@link #get} learnt about keys it had no row for: whether one of other bars is there. A run asks for that
     * next, and must not wait for a second round trip.
     */
    private final Map<RunKey, Boolean> learnt = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RunKey, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private volatile CompletableFuture<Long> dropping = CompletableFuture.completedFuture(0L);
    private volatile RedisRows.Figures figures = RedisRows.Figures.NONE;

    RedisResultCache(RedisOptions options, InstantSource clock, Duration patience, Availability.Pauses pauses) {
        this.options = options;
        this.patience = patience;
        link = new RedisLink(options);
        rows = new RedisRows(link, clock);
        availability = new Availability(
                "Redis at " + options.where(), this::probe, failure -> Failures.reason(failure, options), pauses);
        writer = new WriteBehind(rows, availability, UNWRITTEN);
    }

    /**
     * A cache in this Redis; returns at once, connecting in the background.
     *
     * @param patience how long a run waits, {@link #PATIENCE} unless it is to be certain that it gets its answer
     */
    public static RedisResultCache open(RedisOptions options, Duration patience) {
        return open(options, InstantSource.system(), patience, Availability.Pauses.USUAL);
    }

    static RedisResultCache open(
            RedisOptions options, InstantSource clock, Duration patience, Availability.Pauses pauses) {
        RedisResultCache cache = new RedisResultCache(options, clock, patience, pauses);
        cache.availability.start();
        cache.writer.start();
        LOG.info("Results are shared through {}, kept for {}", options, options.ttl());
        return cache;
    }

    /** Connects where that is to be done, and then wants an answer as quickly as a run does. */
    private void probe() {
        rows.probe();
        if (availability.state() == Availability.State.DOWN) {
            Future<?> answer = askers.submit(rows::probe);
            try {
                answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Map<RunKey, ResultRow> get(Collection<RunKey> keys) {
        Map<RunKey, ResultRow> kept = kept(keys);
        Map<RunKey, ResultRow> found = new HashMap<>();
        synchronized (learnt) {
            for (RunKey key : keys) {
                ResultRow row = kept.get(key);
                if (row != null && row.digest().equals(key.digest())) {
                    found.put(key, row);
                } else {
                    learnt.put(key, row != null);
                }
            }
        }
        int hits = found.size();
        int misses = keys.size() - hits;
        if (availability.state() == Availability.State.UP && !keys.isEmpty()) {
            writer.later(() -> rows.count(hits, misses));
        }
        return found;
    }

    @Override
    public Set<RunKey> outdated(Collection<RunKey> keys) {
        Set<RunKey> outdated = new HashSet<>();
        Set<RunKey> unknown = new HashSet<>();
        synchronized (learnt) {
            for (RunKey key : keys) {
                Boolean known = learnt.remove(key);
                if (known == null) {
                    unknown.add(key);
                } else if (known) {
                    outdated.add(key);
                }
            }
        }
        kept(unknown).forEach((key, row) -> {
            if (!row.digest().equals(key.digest())) {
                outdated.add(key);
            }
        });
        return outdated;
    }

    /** The rows kept for these coins and setups, of whatever bars of the source. */
    private Map<RunKey, ResultRow> kept(Collection<RunKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<RunKey> asked = List.copyOf(keys);
        List<Optional<byte[]>> values = ask(() -> rows.values(asked)).orElse(List.of());
        Map<RunKey, ResultRow> kept = new HashMap<>();
        int unreadable = 0;
        for (int i = 0; i < values.size(); i++) {
            RunKey key = asked.get(i);
            Optional<ResultRow> row = values.get(i)
                    .flatMap(RowEnvelope::open)
                    .filter(r -> r.symbol().equals(key.symbol()));
            unreadable += values.get(i).isPresent() && row.isEmpty() ? 1 : 0;
            row.filter(r -> r.source() == key.source()).ifPresent(r -> kept.put(key, r));
        }
        if (unreadable > 0) {
            LOG.warn(
                    "{} values in {} are damaged or not rows of this version, and are computed anew",
                    unreadable,
                    options);
        }
        return kept;
    }

    /** The answer, if it comes in time. */
    private <T> Optional<T> ask(Supplier<T> question) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!availability.settled(patience)) {
                return Optional.empty();
            }
            return Optional.of(askers.submit(question::get).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            availability.failed(e);
        } catch (ExecutionException e) {
            availability.failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void put(Map<RunKey, ResultRow> added) {
        added.forEach(writer::put);
    }

    /** Of everybody who shares the server; the last ones known where it does not answer in time. */
    @Override
    public CacheStatistics statistics() {
        return statistics(patience);
    }

    @Override
    public List<CacheStatistics> layers() {
        return List.of(statistics(options.timeout()));
    }

    private CacheStatistics statistics(Duration most) {
        try {
            if (availability.settled(most)) {
                // Takes several round trips: that it is slow says nothing about a run's question.
                Future<?> asked = askers.submit(() -> figures = rows.figures());
                asked.get(most.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Redis does not tell its figures", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RedisRows.Figures now = figures;
        return new CacheStatistics("Redis", now.entries(), now.bytes(), now.hits(), now.misses());
    }

    Availability.State state() {
        return availability.state();
    }

    /** The rows dropped, as far as that is known within a moment; the rest is dropped behind. */
    @Override
    public long drop(Collection<String> symbols) {
        List<String> coins = List.copyOf(symbols);
        // While the server is away, or the one before is still waiting, nobody waits for the number.
        boolean wait = dropping.isDone() && availability.state() == Availability.State.UP;
        CompletableFuture<Long> now = writer.order(() -> rows.drop(coins));
        dropping = now;
        return wait ? result(now, patience).orElse(0) : 0;
    }

    @Override
    public Cleared clear() {
        try {
            if (!availability.settled(options.timeout())) {
                return UNCLEARED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNCLEARED;
        }
        CompletableFuture<Long> clearing = writer.order(rows::clear);
        OptionalLong cleared = result(clearing, CLEARING);
        // Cleared later, it would take away what others have put since.
        clearing.cancel(false);
        return cleared.isPresent() ? new Cleared(cleared.getAsLong(), "") : UNCLEARED;
    }

    private static OptionalLong result(CompletableFuture<Long> work, Duration most) {
        try {
            return OptionalLong.of(work.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Redis does not say how many rows it has forgotten", e);
        }
        return OptionalLong.empty();
    }

    @Override
    public void watch(Consumer<String> listener) {
        availability.watch(listener);
    }

    @Override
    public List<Finding> check() {
        return List.of(RedisCheck.of(options));
    }

    /** Waits until everything put so far is written, as far as that can be done. */
    void settle(Duration most) {
        writer.finish(most);
    }

    /** How long closing waits for rows to be shared: no longer than a run does where the server has not answered once. */
    Duration closing() {
        boolean answered = availability.state() == Availability.State.UP;
        return answered && patience.compareTo(CLOSING) < 0 ? CLOSING : patience;
    }

    @Override
    public void close() {
        writer.finish(closing());
        writer.close();
        availability.close();
        askers.shutdownNow();
        link.close();
    }
}
