package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, in the background and one series after the other, what could only be told as unverified: what a listing found, and
 * no more before the next one. What a run reads meanwhile is verified by that.
 */
final class Verification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    /** So that what the user has just asked for comes first. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Supplier<List<SeriesSurvey.Entry>> unverified;
    private final Consumer<SeriesSurvey.Entry> verify;
    private final Executor later;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * A verification that does nothing before it is wanted.
     *
     * @param unverified lists what is to be read, which may mean that all bars are counted: asked once, not again for
     *     every series
     * @param verify reads one series
     */
    Verification(Supplier<List<SeriesSurvey.Entry>> unverified, Consumer<SeriesSurvey.Entry> verify, Duration grace) {
        this.unverified = unverified;
        this.verify = verify;
        later = CompletableFuture.delayedExecutor(
                grace.toMillis(),
                TimeUnit.MILLISECONDS,
                work -> Thread.ofPlatform().name("verification").daemon().start(work));
    }

    /** Begins, unless it is going on. */
    void want() {
        if (!closed && running.compareAndSet(false, true)) {
            later.execute(this::run);
        }
    }

    private void run() {
        try {
            for (SeriesSurvey.Entry series : unverified.get()) {
                if (closed) {
                    return;
                }
                verify.accept(series);
                LOG.debug("{} was verified.", series.key());
            }
        } catch (StoreException e) {
            if (!closed) {
                LOG.warn("The bars of the server could not be verified; the next listing tries again.", e);
            }
        } finally {
            running.set(false);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
