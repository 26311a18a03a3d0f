package io.alphaforge.telemetry;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines that are on disk a moment after they were added. Who adds never waits, and hears of no failure but in the log. */
final class WriteBehindLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehindLines.class);
    private static final int MOST_WAITING = 1000;
    private static final long PATIENCE_MS = 2000;

    private final LineFile file;
    private final ThreadPoolExecutor writer;
    private boolean told;

    WriteBehindLines(LineFile file) {
        this.file = file;
        // Lines for which there is no room any more are lost: a disk that hangs must not fill the memory.
        writer = new ThreadPoolExecutor(
                1,
                1,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("performance-log").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        writer.allowCoreThreadTimeOut(true);
    }

    void add(String line) {
        writer.execute(() -> write(line));
    }

    private void write(String line) {
        try {
            file.append(line);
        } catch (IOException | RuntimeException e) {
            if (!told) {
                told = true;
                LOG.warn("What runs take cannot be kept in {}.", file, e);
            }
        }
    }

    /** The lines on disk, oldest first; none when they cannot be read. */
    List<String> lines() {
        try {
            return file.lines();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read.", file, e);
            return List.of();
        }
    }

    /** See {@link LineFile#stamp()}. */
    long stamp() {
        try {
            return file.stamp();
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at.", file, e);
            return 0;
        }
    }

    /** Waits a moment for what was added; what is added afterwards is lost. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("{} does not take what was to be written.", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
