package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Assets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Starts the toolkit on a thread of its own, once. That takes as long as all the rest that comes before a window, so it is begun
 * as soon as it is known that there will be one.
 */
public final class ToolkitStart {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Void> RUNNING = new CompletableFuture<>();
    private static final CompletableFuture<Void> DONE = new CompletableFuture<>();

    private ToolkitStart() {}

    /** Begins, unless that is done. */
    public static void begin() {
        if (!BEGUN.getAndSet(true)) {
            Thread.ofPlatform().name("toolkit").daemon().start(ToolkitStart::run);
        }
    }

    private static void run() {
        try {
            Platform.startup(() -> {});
            RUNNING.complete(null);
            Assets.loadFonts();
            DONE.complete(null);
        } catch (RuntimeException | Error e) {
            RUNNING.completeExceptionally(e);
            DONE.completeExceptionally(e);
        }
    }

    /**
     * Waits until the toolkit has its thread, which is before it has its fonts.
     *
     * @throws java.util.concurrent.CompletionException if it could not be started
     */
    static void await() {
        RUNNING.join();
    }

    /**
     * Waits for the fonts, without which nothing may be styled.
     *
     * @throws java.util.concurrent.CompletionException if they could not be read
     */
    static void awaitFonts() {
        DONE.join();
    }

    /** Waits for the end of what was begun, whatever it is: a process must not end while the toolkit starts. */
    public static void settle() {
        if (BEGUN.get()) {
            DONE.handle((done, failure) -> true).join();
        }
    }
}
