package io.alphaforge.app;

import io.alphaforge.run.EngineVersion;
import io.alphaforge.telemetry.Redaction;
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
        Runtime runtime = Runtime.getRuntime();
        StringBuilder text = new StringBuilder();
        line(text, "AlphaForge", EngineVersion.application());
        line(text, "Engine", EngineVersion.current());
        line(text, "Time", now.toString());
        line(text, "System", properties("os.name", "os.version", "os.arch"));
        line(text, "Java", properties("java.vendor", "java.runtime.version", "java.vm.name"));
        line(text, "JavaFX", System.getProperty("javafx.runtime.version", "not started"));
        line(text, "Language", Locale.getDefault().toLanguageTag() + ", " + System.getProperty("file.encoding"));
        line(text, "Processors", Integer.toString(runtime.availableProcessors()));
        line(
                text,
                "Heap",
                String.format(
                        Locale.ROOT,
                        "%d MB in use of at most %d MB",
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                        runtime.maxMemory() >> 20));
        text.append("\nFailure in thread ").append(thread).append('\n').append(trace(failure));
        text.append("\nThreads\n").append(threads());
        text.append("\nEnd of the log\n").append(end(log));
        return redaction.of(text.toString());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String properties(String... names) {
        return Stream.of(names).map(n -> System.getProperty(n, "?")).collect(Collectors.joining(", "));
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
