package io.alphaforge.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for what the pages load and compute. After {@link #shutdown} nothing new is begun and nobody is told. */
final class BackgroundThreads implements Executor {
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("window-worker-", 0).daemon().factory());

    @Override
    public void execute(Runnable work) {
        if (!threads.isShutdown()) {
            threads.execute(work);
        }
    }

    void shutdown() {
        threads.shutdown();
    }
}
