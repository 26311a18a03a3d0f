package io.alphaforge.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for what the pages load and compute. After {@link #shutdown} nothing new is begun and nobody is told. */
final class BackgroundThreads implements Executor {
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    /** As a builder of threads would make them, whose counting of names costs the first window code spun for it. */
    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "window-worker-" + made.getAndIncrement());
        thread.setDaemon(true);
        return thread;
    }

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
