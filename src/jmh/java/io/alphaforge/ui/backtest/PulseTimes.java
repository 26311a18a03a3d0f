package io.alphaforge.ui.backtest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * How long pulses take and how far they are apart. A pulse lasts from its first animation timer to the moment when the
 * JavaFX thread is free for other work again: timers, style sheets, layout and handing the scene to the renderer, and
 * whatever else was waiting for the thread.
 */
final class PulseTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> durations = new ArrayList<>();
    private final List<Double> busy = new ArrayList<>();
    private final List<Double> intervals = new ArrayList<>();
    private long last;
    private int left = Integer.MAX_VALUE;
    private Runnable then = () -> {};
    /** Timers are called in the order in which they were started, and this one is started before any work is. */
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };

    void start() {
        durations.clear();
        busy.clear();
        intervals.clear();
        last = 0;
        left = Integer.MAX_VALUE;
        timer.start();
    }

    /** Counts this many pulses more, and then does something. */
    void stopAfter(int pulses, Runnable action) {
        left = pulses;
        then = action;
    }

    private void pulse() {
        long begin = System.nanoTime();
        long work = THREADS.getCurrentThreadCpuTime();
        if (last != 0) {
            intervals.add((begin - last) / 1e6);
        }
        last = begin;
        if (left-- == 0) {
            timer.stop();
            then.run();
            return;
        }
        Platform.runLater(() -> {
            durations.add((System.nanoTime() - begin) / 1e6);
            busy.add((THREADS.getCurrentThreadCpuTime() - work) / 1e6);
        });
    }

    List<Double> durations() {
        return List.copyOf(durations);
    }

    /** Processor time of the JavaFX thread in each pulse, which does not depend on what else the machine does. */
    List<Double> busy() {
        return List.copyOf(busy);
    }

    List<Double> intervals() {
        return List.copyOf(intervals);
    }
}
