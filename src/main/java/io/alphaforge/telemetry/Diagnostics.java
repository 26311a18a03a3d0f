package io.alphaforge.telemetry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text about this installation for somebody who is to help: what runs where, how fast it is and what went wrong last. It
 * holds no names of users and hosts, no passwords, and nothing of what was tested. Parts are added one by one; every one of
 * them goes through the {@link StrictRedaction}, whatever it says. Made off the JavaFX thread, since parts read files.
 */
public final class Diagnostics {
    private static final int RUNS = 10;
    private static final int WARNINGS = 20;

    private final StrictRedaction redaction;
    private final StringBuilder text = new StringBuilder();

    public Diagnostics(StrictRedaction redaction) {
        this.redaction = redaction;
    }

    /** What the application runs on: its version, the system, Java, JavaFX, processors and memory. */
    public Diagnostics machine(String version) {
        MemoryFigures memory = MemoryFigures.now();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", version);
        facts.put("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        facts.put("java", Runtime.version() + ", " + property("java.vendor"));
        facts.put("javafx", property("javafx.runtime.version"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("heap", mebibytes(memory.heapUsed()) + " of " + mebibytes(memory.heapMost()));
        facts.put("beside the heap", mebibytes(memory.otherUsed()));
        facts.put("pauses", String.format(Locale.ROOT, "%.2f %% of the time", 100 * memory.pauseShare()));
        facts.put("up", memory.upMs() / 1000 + " s");
        facts.put("time", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        return facts("AlphaForge", facts);
    }

    private static String property(String name) {
        return System.getProperty(name, "–");
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    /** Facts under a title, each on a line of its own. */
    public Diagnostics facts(String title, Map<String, String> facts) {
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        return lines(
                title,
                facts.entrySet().stream()
                        .map(f -> f.getKey() + " ".repeat(width - f.getKey().length()) + "  " + f.getValue())
                        .toList());
    }

    /** Lines under a title; "none" where there are none. */
    public Diagnostics lines(String title, List<String> lines) {
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
        (lines.isEmpty() ? List.of("none") : lines)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return this;
    }

    /** Percentiles over every span, and the newest runs with where their time went. */
    public Diagnostics runs(List<RunTimes> newestFirst, long now) {
        List<String> lines = new ArrayList<>();
        for (Summary summary : Summary.of(newestFirst, now)) {
            Percentiles p = summary.figures();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-5s %-17s %,5d runs  average %,.1f  p50 %,.1f  p95 %,.1f  p99 %,.1f",
                    summary.span().code(),
                    summary.measure().field(),
                    p.count(),
                    p.average(),
                    p.p50(),
                    p.p95(),
                    p.p99()));
        }
        lines("Percentiles", lines);
        return lines(
                "Last runs",
                newestFirst.stream().limit(RUNS).map(Diagnostics::line).toList());
    }

    private static String line(RunTimes run) {
        // Which coins somebody looks at is left out.
        return String.format(
                Locale.ROOT,
                "%s %s %s %s, %d of %d coins, %d cached, %d failed, %,d bars, %.1f ms, first %.1f ms, %s",
                Instant.ofEpochMilli(run.startedAt()),
                run.status(),
                run.work().strategy(),
                run.work().interval(),
                run.amount().completed(),
                run.amount().total(),
                run.amount().cached(),
                run.amount().failed(),
                run.amount().bars(),
                run.took().millis(),
                run.took().firstResultMs(),
                phases(run.phases()));
    }

    /** "plan 1.0 ms, read 2.0 ms, …". */
    public static String phases(PhaseTimes times) {
        return Arrays.stream(Phase.values())
                .map(phase -> String.format(
                        Locale.ROOT, "%s %.1f ms", phase.title().toLowerCase(Locale.ROOT), times.of(phase)))
                .collect(Collectors.joining(", "));
    }

    /** The newest slow queries by their callers. */
    public Diagnostics slowQueries(List<SlowQuery> newestFirst) {
        return lines(
                "Slow queries",
                newestFirst.stream()
                        .limit(RUNS)
                        .map(slow -> String.format(
                                Locale.ROOT,
                                "%s %,.0f ms %s",
                                Instant.ofEpochMilli(slow.time()),
                                slow.millis(),
                                slow.caller()))
                        .toList());
    }

    /** The newest warnings and errors of the log. */
    public Diagnostics log(Path folder) {
        return lines("Last warnings of the log", LogTail.warnings(folder, WARNINGS));
    }

    /** All of it, with everything that is to be hidden taken out. */
    public String text() {
        return redaction.of(text.toString());
    }
}
