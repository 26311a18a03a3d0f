package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from background threads to the thread of the user interface: in order, none lost, as one batch per
 * frame, and never more than a bounded number of events in one frame.
 *
 * <p>At most one drain is pending at any time, so however fast events come, they cost the interface one task a frame.
 *
 * @param <E> events
 */
public final class PulseQueue<E> implements Consumer<E> {
    /** More than a frame's share of table rows, few enough to leave time for painting. */
    public static final int EVENTS_PER_FRAME = 256;

    private final Queue<E> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final PulseScheduler pulse;
    private final Consumer<List<E>> sink;
    private final int eventsPerFrame;
    private final @Nullable FrameBudget budget;

    /** Delivers batches to {@code sink} on the thread of {@code pulse}. */
    public PulseQueue(PulseScheduler pulse, Consumer<List<E>> sink) {
        this(pulse, sink, EVENTS_PER_FRAME);
    }

    /** Delivers batches as large as the budget allows. */
    PulseQueue(PulseScheduler pulse, Consumer<List<E>> sink, FrameBudget budget) {
        this(pulse, sink, EVENTS_PER_FRAME, budget);
    }

    PulseQueue(PulseScheduler pulse, Consumer<List<E>> sink, int eventsPerFrame) {
        this(pulse, sink, eventsPerFrame, null);
    }

    private PulseQueue(PulseScheduler pulse, Consumer<List<E>> sink, int eventsPerFrame, @Nullable FrameBudget budget) {
        this.pulse = pulse;
        this.sink = sink;
        this.eventsPerFrame = eventsPerFrame;
        this.budget = budget;
    }

    /** Takes an event and returns at once; for any thread. */
    @Override
    public void accept(E event) {
        queue.add(event);
        request();
    }

    private void request() {
        if (pending.compareAndSet(false, true)) {
            pulse.request(this::drain);
        }
    }

    private void drain() {
        // Before polling: an event that comes from here on asks for a drain of its own, so none is left behind.
        pending.set(false);
        int most = budget == null ? eventsPerFrame : budget.begin();
        List<E> batch = new ArrayList<>();
        E event;
        while (batch.size() < most && (event = queue.poll()) != null) {
            batch.add(event);
        }
        try {
            if (!batch.isEmpty()) {
                sink.accept(batch);
            }
        } finally {
            if (budget != null) {
                budget.end(!queue.isEmpty());
            }
            if (!queue.isEmpty()) {
                request();
            }
        }
    }
}
