package io.alphaforge.telemetry;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Over which runs figures are summed up. */
public enum Span {
    HOUR("Last hour", "hour"),
    DAY("Last day", "day"),
    RUNS("Last 1,000 runs", "1000");

    private static final int MOST_RUNS = 1000;

    private final String title;
    private final String code;

    Span(String title, String code) {
        this.title = title;
        this.code = code;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** On the command line and in files. */
    public String code() {
        return code;
    }

    /**
     * Those of these runs that belong.
     *
     * @param newestFirst of any number
     * @param now UTC epoch milliseconds
     */
    public List<RunTimes> of(List<RunTimes> newestFirst, long now) {
        return switch (this) {
            case HOUR -> since(newestFirst, now - TimeUnit.HOURS.toMillis(1));
            case DAY -> since(newestFirst, now - TimeUnit.DAYS.toMillis(1));
            case RUNS -> newestFirst.subList(0, Math.min(MOST_RUNS, newestFirst.size()));
        };
    }

    private static List<RunTimes> since(List<RunTimes> runs, long time) {
        return runs.stream().filter(run -> run.startedAt() >= time).toList();
    }

    /**
     * The span of this code.
     *
     * @throws IllegalArgumentException with a sentence when there is none
     */
    public static Span parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "hour" -> HOUR;
            case "day" -> DAY;
            case "1000" -> RUNS;
            default -> throw new IllegalArgumentException("'" + text + "' is no span; choose hour, day or 1000.");
        };
    }
}
