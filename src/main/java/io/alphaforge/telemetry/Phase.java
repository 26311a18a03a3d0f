package io.alphaforge.telemetry;

import java.util.Locale;

/** What the threads of a run are busy with. */
public enum Phase {
    PLAN("Plan", "Asking what is stored and choosing the series; on one thread."),
    READ("Read", "Fetching bars out of the store and verifying them; on up to two threads at once."),
    COMPUTE(
            "Compute",
            "Longer bars, indicators, signals, fills and statistics; on as many threads as there are processors."),
    CACHE("Cache", "Asking for kept rows and handing over new ones."),
    SCREEN("Screen", "Rows into the table and the frames that show them, or lines to the terminal; on one thread.");

    private final String title;
    private final String definition;

    Phase(String title, String definition) {
        this.title = title;
        this.definition = definition;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** For people, in a sentence. */
    public String definition() {
        return definition;
    }

    /** In files: {@code plan_ms}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT) + "_ms";
    }
}
