package io.alphaforge.ui.backtest;

import io.alphaforge.run.BacktestService;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run, or several one after the other, from the click on: takes orders before the service has handed out its
 * controls, and passes them on then. A run that does not finish is the last one.
 */
final class ActiveRuns {
    private final BacktestService service;
    private final Executor background;
    private final List<RunSpec> specs;
    private final Consumer<RunEvent> events;
    private final Consumer<Throwable> refused;
    private int next;
    /** The controls of the run begun last; null until the service has handed them out. */
    private @Nullable RunHandle handle;

    private boolean cancelled;
    private boolean paused;
    private boolean over;

    /**
     * Runs to be started.
     *
     * @param background where the service is asked to start, since it may read the store
     * @param events takes the events of all runs in order, on background threads
     * @param refused takes the reason, an error of the program too, on a background thread when the service does not
     *     start a run
     */
    ActiveRuns(
            BacktestService service,
            Executor background,
            List<RunSpec> specs,
            Consumer<RunEvent> events,
            Consumer<Throwable> refused) {
        this.service = service;
        this.background = background;
        this.specs = List.copyOf(specs);
        this.events = events;
        this.refused = refused;
    }

    /** How many runs there are to be. */
    int size() {
        return specs.size();
    }

    /** Starts the first run; returns at once. */
    void start() {
        background.execute(this::startNext);
    }

    private void startNext() {
        int number;
        synchronized (this) {
            number = next++;
            handle = null;
        }
        try {
            control(number, service.start(specs.get(number), this::take));
        } catch (Throwable e) {
            // Closing the window waits for the end, which an error must not keep away.
            end();
            refused.accept(e);
        }
    }

    /** A short run may end, and the next one begin, before its controls are handed out: then they control nothing. */
    private synchronized void control(int number, RunHandle controls) {
        if (number != next - 1) {
            return;
        }
        handle = controls;
        if (paused) {
            controls.pause();
        }
        if (cancelled) {
            controls.cancel();
        }
    }

    private void take(RunEvent event) {
        boolean taken = false;
        try {
            events.accept(event);
            taken = true;
        } finally {
            if (event instanceof RunEvent.Finished finished) {
                // An end that nobody hears of is one all the same.
                if (!taken || isLast(finished)) {
                    end();
                } else {
                    background.execute(this::startNext);
                }
            }
        }
    }

    private synchronized boolean isLast(RunEvent.Finished finished) {
        return next == specs.size() || !succeeded(finished);
    }

    /** Whether a run came to its own end, so that the next one may begin. */
    static boolean succeeded(RunEvent.Finished finished) {
        return finished.problem().isEmpty() && finished.summary().status() == RunSummary.Status.FINISHED;
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
        if (handle != null) {
            handle.cancel();
        }
    }

    synchronized void pause() {
        paused = true;
        if (handle != null) {
            handle.pause();
        }
    }

    synchronized void resume() {
        paused = false;
        if (handle != null) {
            handle.resume();
        }
    }

    /** Waits until nothing of the runs is going on any more; never on the JavaFX thread. */
    synchronized void await() {
        try {
            while (!over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
