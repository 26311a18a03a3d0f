package io.alphaforge.telemetry;

/**
 * Where the time of a run went: milliseconds during which a thread was in a phase, waiting for a processor or for a server
 * included, summed over all threads. Since every part is measured alike, they can be compared and added up; as threads work
 * side by side, their sum may be more than the run took.
 */
public record PhaseTimes(double plan, double read, double compute, double cache, double screen) {

    public double of(Phase phase) {
        return switch (phase) {
            case PLAN -> plan;
            case READ -> read;
            case COMPUTE -> compute;
            case CACHE -> cache;
            case SCREEN -> screen;
        };
    }

    /** All phases together. */
    public double total() {
        return plan + read + compute + cache + screen;
    }

    /** The share of a phase in all of them, 0 to 1; NaN when nothing was measured. */
    public double share(Phase phase) {
        return of(phase) / total();
    }

    /** The same with so much more time for the screen. */
    public PhaseTimes shown(double millis) {
        return new PhaseTimes(plan, read, compute, cache, screen + millis);
    }
}
