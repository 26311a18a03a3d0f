package io.alphaforge.telemetry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Slow queries of this session: told of every query by whoever ran it, it keeps the newest of those that took longer than
 * the threshold. Costs a comparison where a query was quick; never fails. Safe for use by several threads.
 */
public final class SlowQueries {
    public static final Duration THRESHOLD = Duration.ofSeconds(1);
    /** Environment variable with the threshold in milliseconds. */
    public static final String VARIABLE = "ALPHAFORGE_SLOW_QUERY_MS";

    /** Longer than any query takes; beyond three centuries nanoseconds do not fit into a long. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final int MOST = 1000;
    private static final int LONGEST_TEXT = 4000;

    private final Duration threshold;
    private final InstantSource clock;
    private final Deque<SlowQuery> newest = new ArrayDeque<>();

    /** @param threshold from which duration on a query is kept; 0 keeps all */
    public SlowQueries(Duration threshold, InstantSource clock) {
        this.threshold = threshold;
        this.clock = clock;
    }

    /**
     * With the threshold that the environment says.
     *
     * @throws IllegalArgumentException with a sentence when it is no number
     */
    public static SlowQueries of(Map<String, String> environment, InstantSource clock) {
        String text = environment.getOrDefault(VARIABLE, "").strip();
        try {
            long millis = text.isEmpty() ? THRESHOLD.toMillis() : Long.parseLong(text);
            return new SlowQueries(Duration.ofMillis(Math.clamp(millis, 0, LONGEST.toMillis())), clock);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    VARIABLE + " must be a whole number of milliseconds, not '" + text + "'.", e);
        }
    }

    public Duration threshold() {
        return threshold;
    }

    /** Whether what began at this {@link System#nanoTime()} and ends now is slow. */
    public boolean isSlow(long startNanos) {
        return System.nanoTime() - startNanos >= threshold.toNanos();
    }

    /**
     * Keeps a query that ends now if it was slow.
     *
     * @param startNanos when it began, by {@link System#nanoTime()}
     * @param caller asked only when it was slow
     */
    public void ended(long startNanos, Supplier<String> caller, Supplier<String> query, Sink sink) {
        long nanos = System.nanoTime() - startNanos;
        if (nanos < threshold.toNanos()) {
            return;
        }
        double millis = nanos / 1e6;
        String text = query.get().strip();
        SlowQuery slow = new SlowQuery(
                clock.millis() - (long) millis,
                caller.get(),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text,
                millis);
        synchronized (newest) {
            newest.addFirst(slow);
            while (newest.size() > MOST) {
                newest.removeLast();
            }
        }
        sink.accept(slow);
    }

    /** Those of this session, newest first. */
    public List<SlowQuery> newest(int limit) {
        synchronized (newest) {
            return new ArrayList<>(newest).subList(0, Math.min(limit, newest.size()));
        }
    }

    /** Takes slow queries to where they are kept longer; returns at once. */
    public interface Sink {
        /** Keeps them nowhere else. */
        Sink NONE = slow -> {};

        void accept(SlowQuery slow);
    }
}
