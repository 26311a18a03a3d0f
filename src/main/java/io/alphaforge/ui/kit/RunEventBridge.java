package io.alphaforge.ui.kit;

import io.alphaforge.run.RunEvent;
import java.util.List;
import java.util.function.Consumer;

/** The one way of the events of a run to the views: one batch per frame, see {@link PulseQueue}. */
public final class RunEventBridge implements Consumer<RunEvent> {
    private final PulseQueue<RunEvent> queue;

    /** Delivers batches to {@code sink} on the thread of {@code pulse}. */
    public RunEventBridge(PulseScheduler pulse, Consumer<List<RunEvent>> sink) {
        queue = new PulseQueue<>(pulse, sink);
    }

    /** Delivers batches as large as the budget allows. */
    public RunEventBridge(PulseScheduler pulse, Consumer<List<RunEvent>> sink, FrameBudget budget) {
        queue = new PulseQueue<>(pulse, sink, budget);
    }

    /** Takes an event and returns at once; for any thread. */
    @Override
    public void accept(RunEvent event) {
        queue.accept(event);
    }
}
