package io.alphaforge.app;

import io.alphaforge.telemetry.Redaction;
import io.alphaforge.ui.shell.Crash;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what no part of the application has expected: writes it to the log and tells the user, in the window where there
 * is one, else in one line. The same failure is told once, however often it comes.
 */
final class CrashHandler implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);
    private static final int MOST_KINDS = 20;
    private static final int UNUSABLE = 3;
    /** How long a window whose user wants to quit may take to close in order. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** How long it may take while commands of other processes come to their end, which they are given twice half a minute for. */
    private static final Duration PATIENCE_WITH_GUESTS = Duration.ofSeconds(75);

    private final Path log;
    private final PrintStream err;
    private final InstantSource clock;
    private final Redaction redaction;
    private final Set<String> told = new HashSet<>();
    private @Nullable Consumer<Crash> window;
    private BooleanSupplier working = () -> false;

    /** @param log file in which the details are found */
    CrashHandler(Path log, PrintStream err, InstantSource clock, Path userHome) {
        this.log = log;
        this.err = err;
        this.clock = clock;
        this.redaction = new Redaction(userHome);
    }

    /**
     * Tells a window from now on.
     *
     * @param guests whether commands of other processes are going on, which are not cut off when the user quits
     */
    synchronized void at(Consumer<Crash> shown, BooleanSupplier guests) {
        window = shown;
        working = guests;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        try {
            LOG.error("Nobody expected this in thread {}.", thread.getName(), failure);
            if (isNew(failure)) {
                tell(thread.getName(), failure);
            }
        } catch (Throwable again) {
            // Whatever is wrong now, for example no memory, must not come back here.
            err.println("AlphaForge ran into an error while telling of an error; see " + log + ".");
        }
    }

    private synchronized boolean isNew(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String kind = failure.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
        return told.size() < MOST_KINDS && told.add(kind);
    }

    private void tell(String thread, Throwable failure) {
        Consumer<Crash> shown;
        ForcedEnd end;
        synchronized (this) {
            shown = window;
            end = new ForcedEnd(
                    PATIENCE,
                    PATIENCE_WITH_GUESTS,
                    working,
                    () -> Runtime.getRuntime().halt(UNUSABLE));
        }
        if (shown == null) {
            err.println(
                    "AlphaForge ran into an unexpected error (" + what(failure) + "); " + log + " has the details.");
            return;
        }
        shown.accept(new Crash(
                redaction.of(what(failure)),
                redaction.of(CrashReport.trace(failure)),
                () -> CrashReport.of(failure, thread, clock.instant(), log, redaction),
                // The window closes in order if it can; a broken one may never come to it.
                () -> Thread.ofPlatform().name("end").daemon().start(end)));
    }

    private static String what(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
