package io.alphaforge.ui.kit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Does work in the background one piece after the other, in the order in which it was handed over: what is read after a
 * write sees that write. Safe for use by several threads.
 */
public final class InOrder implements Executor {
    private final Executor background;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    /** Borrows a thread of {@code background} for as long as there is work. */
    public InOrder(Executor background) {
        this.background = background;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (working) {
                return;
            }
            working = true;
        }
        background.execute(this::drain);
    }

    private void drain() {
        Runnable work = next();
        while (work != null) {
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (!done) {
                    // The error goes its way on this thread; what waits goes on with another.
                    background.execute(this::drain);
                }
            }
            work = next();
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable work = waiting.poll();
            working = work != null;
            return work;
        }
    }
}
