package io.alphaforge.telemetry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how long the threads of one run are in which phase. Allocates nothing; safe for use by several threads. */
public final class PhaseTimer {
    private final Map<Phase, LongAdder> nanos = new EnumMap<>(Phase.class);

    public PhaseTimer() {
        for (Phase phase : Phase.values()) {
            nanos.put(phase, new LongAdder());
        }
    }

    /**
     * A thread was in a phase until now.
     *
     * @param since when it entered it, by {@link System#nanoTime()}
     * @return now, at which it may enter the next
     */
    public long add(Phase phase, long since) {
        long now = System.nanoTime();
        of(phase).add(now - since);
        return now;
    }

    /** What was added up so far. */
    public PhaseTimes times() {
        return new PhaseTimes(
                millis(Phase.PLAN),
                millis(Phase.READ),
                millis(Phase.COMPUTE),
                millis(Phase.CACHE),
                millis(Phase.SCREEN));
    }

    private double millis(Phase phase) {
        return of(phase).sum() / 1e6;
    }

    private LongAdder of(Phase phase) {
        return Objects.requireNonNull(nanos.get(phase));
    }
}
