package io.alphaforge.ui.kit;

import java.util.function.LongSupplier;

/**
 * How many events one frame may show: at first few, twice as many after every frame that was quick, half as many after
 * one that was slow. So a table that has yet to make its cells, or a machine that is busy, gets small portions that leave
 * the window responsive, and a warm one gets all there is. The least it allows grows from frame to frame, since rows
 * that come later are mostly out of sight. Belongs to the JavaFX thread.
 */
public final class FrameBudget {
    private static final int FEWEST = 2;
    private static final int FEWEST_IN_THE_LONG_RUN = 16;
    private static final double QUICK_MS = 20;
    private static final double SLOW_MS = 30;

    private final LongSupplier nanos;
    private int size = FEWEST;
    private long last;
    private boolean measuring;
    private int frames;

    public FrameBudget() {
        this(System::nanoTime);
    }

    FrameBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A frame begins to show events; returns how many it may show. */
    int begin() {
        long now = nanos.getAsLong();
        if (measuring) {
            double elapsed = (now - last) / 1e6;
            if (elapsed < QUICK_MS) {
                size = Math.min(PulseQueue.EVENTS_PER_FRAME, 2 * size);
            } else if (elapsed > SLOW_MS) {
                size /= 2;
            }
        }
        size = Math.max(size, Math.clamp(++frames, FEWEST, FEWEST_IN_THE_LONG_RUN));
        last = now;
        return size;
    }

    /** A frame has taken its events; only when more of them wait, the next one follows at once and tells how long this one took. */
    void end(boolean more) {
        measuring = more;
    }
}
