package io.alphaforge.ui.kit;

import io.alphaforge.run.RunEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one way of the events of a run to the views: one batch per frame, see {@link PulseQueue}. It also measures what the
 * views do with them: the time that the thread of the user interface spends on a batch and on the frame that shows it.
 */
public final class RunEventBridge implements Consumer<RunEvent> {
    private final PulseScheduler pulse;
    private final Consumer<List<RunEvent>> sink;
    private final Shown shown;
    private final PulseQueue<RunEvent> queue;
    private long busyNanos;

    /** Delivers batches to {@code sink} on the thread of {@code pulse}. */
    public RunEventBridge(PulseScheduler pulse, Consumer<List<RunEvent>> sink) {
        this.pulse = pulse;
        this.sink = sink;
        shown = (runId, millis) -> {};
        queue = new PulseQueue<>(pulse, this::deliver);
    }

    /** Delivers batches as large as the budget allows, and tells how long each run took the screen. */
    public RunEventBridge(PulseScheduler pulse, Consumer<List<RunEvent>> sink, FrameBudget budget, Shown shown) {
        this.pulse = pulse;
        this.sink = sink;
        this.shown = shown;
        queue = new PulseQueue<>(pulse, this::deliver, budget);
    }

    /** Takes an event and returns at once; for any thread. */
    @Override
    public void accept(RunEvent event) {
        queue.accept(event);
    }

    private void deliver(List<RunEvent> batch) {
        long start = System.nanoTime();
        sink.accept(batch);
        pulse.afterFrame(() -> {
            busyNanos += System.nanoTime() - start;
            for (RunEvent event : batch) {
                if (event instanceof RunEvent.Finished finished) {
                    shown.shown(finished.runId(), busyNanos / 1e6);
                    busyNanos = 0;
                }
            }
        });
    }

    /** Hears, on the thread of the user interface, how long a run that is over kept it busy. */
    @FunctionalInterface
    public interface Shown {
        void shown(String runId, double millis);
    }
}
