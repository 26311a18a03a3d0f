package io.alphaforge.app;

import io.alphaforge.run.EngineVersion;
import io.alphaforge.telemetry.Diagnostics;
import io.alphaforge.telemetry.Redaction;
import io.alphaforge.telemetry.StrictRedaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody who is to find the cause of a failure wants to know, as text and without secrets. */
final class CrashReport {
    private static final int LINES_OF_LOG = 200;

    private CrashReport() {}

    /**
     * Describes a failure and the process in which it happened.
     *
     * @param log file of which the end is quoted
     */
    static String of(Throwable failure, String thread, Instant now, Path log, Redaction redaction) {
        Map<String, String> here = new LinkedHashMap<>();
        here.put("failed at", now.toString());
        here.put("engine", EngineVersion.current());
        here.put("language", Locale.getDefault().toLanguageTag() + ", " + System.getProperty("file.encoding"));
        // Only what is in memory: the database, the key store or a server may be what has failed.
        StringBuilder text = new StringBuilder(new Diagnostics(StrictRedaction.ofThisComputer())
                .machine(EngineVersion.application())
                .facts("Failure", here)
                .text());
        text.append("\nFailure in thread ").append(thread).append('\n').append(trace(failure));
        text.append("\nThreads\n").append(threads());
        text.append("\nEnd of the log\n").append(end(log));
        return redaction.of(text.toString());
    }

    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<Thread, StackTraceElement[]> e) -> e.getKey().getName()))
                .map(e -> e.getKey().getName() + "  " + e.getKey().getState()
                        + Stream.of(e.getValue())
                                .limit(4)
                                .map(f -> "\n    " + f)
                                .collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String end(Path log) {
        Deque<String> last = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > LINES_OF_LOG) {
                    last.removeFirst();
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            last.add("(cannot be read: " + e.getMessage() + ")");
        }
        return String.join("\n", last) + "\n";
    }
}
