package io.alphaforge.telemetry;

/** A figure of a run that is summed up over many. */
public enum Measure {
    DURATION("duration_ms", "Run duration"),
    COINS_PER_SECOND("coins_per_second", "Coins per second"),
    CACHE_HITS("cache_hit_pct", "Cache hit rate"),
    FIRST_RESULT("first_result_ms", "First result");

    private final String field;
    private final String title;

    Measure(String field, String title) {
        this.field = field;
        this.title = title;
    }

    /** On the command line and in files, with its unit. */
    public String field() {
        return field;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** NaN where a run has none. */
    public double of(RunTimes run) {
        return switch (this) {
            case DURATION -> run.took().millis();
            case COINS_PER_SECOND -> run.coinsPerSecond();
            case CACHE_HITS -> run.hitPct();
            case FIRST_RESULT -> run.took().firstResultMs();
        };
    }
}
