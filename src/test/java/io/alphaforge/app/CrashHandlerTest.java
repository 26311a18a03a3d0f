package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.EngineVersion;
import io.alphaforge.telemetry.Diagnostics;
import io.alphaforge.telemetry.StrictRedaction;
import io.alphaforge.ui.shell.Crash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashHandlerTest {
    private static final Path ADA = Path.of("/home/ada");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CrashHandler handler() {
        return new CrashHandler(
                folder.resolve("alphaforge.log"),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
                ADA);
    }

    private static void fail(CrashHandler handler, Throwable failure) throws InterruptedException {
        Thread thread = Thread.ofPlatform().name("worker-7").unstarted(() -> {
            throw failure instanceof Error e ? e : new Error(failure);
        });
        thread.setUncaughtExceptionHandler(handler);
        thread.start();
        thread.join();
    }

    @Test
    void withoutAWindowOneLineSaysWhatHappenedAndWhereTheDetailsAre() throws InterruptedException {
        fail(handler(), new AssertionError("no row 12\nand more"));
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("AssertionError: no row 12")
                .contains("alphaforge.log")
                .doesNotContain("and more");
    }

    @Test
    void aWindowIsToldOfEveryFailureOnceHoweverOftenItComes() throws InterruptedException {
        CrashHandler handler = handler();
        List<Crash> told = new ArrayList<>();
        handler.at(told::add, () -> false);
        for (int i = 0; i < 50; i++) {
            fail(handler, made(i));
        }
        fail(handler, new AssertionError("of another kind"));
        assertThat(told)
                .extracting(Crash::what)
                .containsExactly("AssertionError: number 0", "AssertionError: of another kind");
        assertThat(err.size()).isZero();
    }

    private static AssertionError made(int number) {
        return new AssertionError("number " + number);
    }

    @Test
    void theReportSaysEverythingButSecrets() throws IOException, InterruptedException {
        String old = IntStream.range(0, 400).mapToObj(i -> "line " + i + ".").collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("alphaforge.log"),
                old + "\nconnected to redis://ada:hunter2@cache\nopened /home/ada/data/x.duckdb\npassword=hunter2\n");
        CrashHandler handler = handler();
        List<Crash> told = new ArrayList<>();
        handler.at(told::add, () -> false);
        fail(handler, new AssertionError("cannot log in to postgresql://ada:hunter2@db"));
        assertThat(told.getFirst().what()).doesNotContain("hunter2");
        assertThat(told.getFirst().details()).doesNotContain("hunter2");
        String report = told.getFirst().report().get();
        assertThat(report)
                .contains(new Diagnostics(StrictRedaction.ofThisComputer())
                        .machine(EngineVersion.application())
                        .text()
                        .lines()
                        .limit(6)
                        .collect(Collectors.joining("\n")))
                .contains("failed at  2026-03-01T12:00:00Z", "engine     ", "language   ", "pauses")
                .contains("Failure in thread worker-7")
                .contains("CrashHandlerTest.theReportSaysEverythingButSecrets")
                .contains("main  ")
                .contains("line 399.", "line 203.", "opened ~/data/x.duckdb", "redis://***@cache")
                .doesNotContain("line 202.", "hunter2", "/home/ada");
    }

    @Test
    void anEndIsForcedAtOnceWhereNothingGoesOnAndElseWhenThatIsOverOrTakesTooLong() {
        List<String> order = new ArrayList<>();
        Iterator<Boolean> working = List.of(true, false).iterator();
        BooleanSupplier guests = () -> {
            boolean now = working.next();
            order.add(now ? "work" : "none");
            return now;
        };
        new ForcedEnd(Duration.ZERO, Duration.ofHours(1), guests, () -> order.add("end")).run();
        assertThat(order).containsExactly("work", "none", "end");
        new ForcedEnd(Duration.ZERO, Duration.ZERO, () -> true, () -> order.add("end")).run();
        assertThat(order).hasSize(4);
    }

    @Test
    void aWindowThatFailsToTellIsNoReasonToFail() throws InterruptedException {
        CrashHandler handler = handler();
        handler.at(
                crash -> {
                    throw new IllegalStateException("no window");
                },
                () -> false);
        fail(handler, new AssertionError("first"));
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }
}
