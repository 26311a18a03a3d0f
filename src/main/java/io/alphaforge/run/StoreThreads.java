package io.alphaforge.run;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which a run waits for its store, which it leaves behind when it is cancelled and the store is silent. */
final class StoreThreads {
    private static final Logger LOG = LoggerFactory.getLogger(StoreThreads.class);
    /** How long a run that was cancelled waits for them. */
    private static final long MOMENT_MS = 1_000;

    private final Executor threads;
    private final RunControl control;

    StoreThreads(Executor threads, RunControl control) {
        this.threads = threads;
        this.control = control;
    }

    /**
     * What the store says.
     *
     * @throws CancellationException when the run was cancelled and the store holds the thread back
     */
    <T> T ask(Supplier<T> question) {
        return await(CompletableFuture.supplyAsync(question, threads));
    }

    /**
     * Does something with each of several, side by side, and waits for all of it.
     *
     * @throws CancellationException when the run was cancelled and the store holds a thread back
     */
    <T> void each(List<T> several, Consumer<T> work) {
        await(CompletableFuture.allOf(several.stream()
                .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                .toArray(CompletableFuture<?>[]::new)));
    }

    private <T> T await(CompletableFuture<T> work) {
        control.onCancel(() -> work.orTimeout(MOMENT_MS, TimeUnit.MILLISECONDS));
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                LOG.warn("The store has not answered a run that was cancelled.", e);
                throw new CancellationException();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
