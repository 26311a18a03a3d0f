package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Formats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * How far a run is and how fast it goes. The speed is that of the last seconds, because coins out of the cache come at
 * once and say nothing about those that have to be computed; time spent paused does not count.
 */
final class RunProgress {
    private static final long WINDOW_MS = 3000;
    private static final long SILENCE_MS = 5000;

    private final InstantSource clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper coinsPerSecond = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    private int part;
    private int parts = 1;

    private record Sample(long time, int done) {}

    RunProgress(InstantSource clock) {
        this.clock = clock;
    }

    void start(int coins) {
        start(coins, 0, 1);
    }

    /**
     * A run begins that is one of several, one after the other.
     *
     * @param number of the run, from 0
     * @param runs in all
     */
    void start(int coins, int number, int runs) {
        part = number;
        parts = runs;
        total.set(coins);
        done.set(0);
        fraction.set((double) part / parts);
        coinsPerSecond.set(Double.NaN);
        restart();
        describe();
    }

    /** Shows a run that is over. */
    void show(int coinsDone, int coins) {
        start(coins);
        done.set(coinsDone);
        fraction.set(coins == 0 ? 1 : (double) coinsDone / coins);
        describe();
    }

    /** Forgets the speed so far, after a pause. */
    void restart() {
        samples.clear();
        samples.add(new Sample(clock.millis(), done.get()));
    }

    void advance(int coins) {
        done.set(done.get() + coins);
        fraction.set((part + (total.get() == 0 ? 1 : (double) done.get() / total.get())) / parts);
        long now = clock.millis();
        samples.add(new Sample(now, done.get()));
        while (samples.size() > 2 && now - samples.getFirst().time() > WINDOW_MS) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = (now - first.time()) / 1000.0;
        coinsPerSecond.set(seconds > 0 ? (done.get() - first.done()) / seconds : Double.NaN);
        describe();
    }

    /** Nothing goes on any more, or for now: how fast it went says nothing about the rest. */
    void rest() {
        coinsPerSecond.set(Double.NaN);
        describe();
    }

    /** Looks at the clock: a run of which nothing comes any more has neither a speed nor an end in sight. */
    void look() {
        long silent = clock.millis()
                - (samples.isEmpty() ? clock.millis() : samples.getLast().time());
        if (silent >= SILENCE_MS && done.get() < total.get()) {
            coinsPerSecond.set(Double.NaN);
            text.set(counted() + "  ·  nothing came for " + Formats.duration(Duration.ofMillis(silent)));
        }
    }

    private String counted() {
        return (parts == 1 ? "" : "run " + (part + 1) + " of " + parts + "  ·  ") + Formats.count(done.get()) + " / "
                + Formats.count(total.get());
    }

    private void describe() {
        StringBuilder words = new StringBuilder(counted());
        double speed = coinsPerSecond.get();
        int left = total.get() - done.get();
        if (speed > 0 && left > 0) {
            words.append("  ·  ")
                    .append(Formats.number(speed, speed < 10 ? 1 : 0))
                    .append(" coins/s");
            words.append("  ·  ")
                    .append(Formats.duration(Duration.ofMillis((long) (1000 * left / speed))))
                    .append(" left");
        }
        text.set(words.toString());
    }

    ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /** How much of all runs is done, 0 to 1. */
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /** NaN before the first coin. */
    ReadOnlyDoubleProperty coinsPerSecond() {
        return coinsPerSecond.getReadOnlyProperty();
    }

    /** All of it in one line: "57 / 243 · 120 coins/s · 1.6 s left". */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }
}
