package io.alphaforge.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.indicator.Bollinger;
import io.alphaforge.indicator.Rsi;
import io.alphaforge.indicator.Sma;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The signals of the built-in strategies against their definitions, bar by bar. */
class BuiltInSignalsTest {
    private static final int[] SIZES = {
        0, 1, 2, 14, 15, 16, 29, 30, 31, 32, 63, 64, 65, 127, 128, 1023, 1024, 1025, 3000
    };

    @Test
    void rsiEntersBelowOversoldAndLeavesAboveOverbought() {
        for (int size : SIZES) {
            Column close = Column.of(walk(size, size));
            Column rsi = Rsi.of(close, 14);
            assertSignals(
                    signals("rsi", Map.of("oversold", "40", "overbought", "60"), close),
                    14,
                    i -> rsi.get(i) < 40,
                    i -> rsi.get(i) > 60);
        }
    }

    @Test
    void smaCrossEntersOnCrossingAboveAndLeavesOnCrossingBelow() {
        for (int size : SIZES) {
            Column close = Column.of(walk(size, size));
            Column fast = Sma.of(close, 10);
            Column slow = Sma.of(close, 30);
            assertSignals(
                    signals("sma-cross", Map.of(), close),
                    29,
                    i -> i > 0 && above(fast, slow, i) && notAbove(fast, slow, i - 1),
                    i -> i > 0 && below(fast, slow, i) && notBelow(fast, slow, i - 1));
        }
    }

    @Test
    void noCrossingIsSignalledAtTheFirstValueWhereverItFallsInAWord() {
        double[] rising = new double[300];
        java.util.Arrays.setAll(rising, i -> 100 + i);
        for (int slow : new int[] {63, 64, 65, 127, 128, 129, 192}) {
            Signals signals =
                    signals("sma-cross", Map.of("fast", "5", "slow", Integer.toString(slow)), Column.of(rising));
            assertThat(signals.nextEnter(0)).as("slow " + slow).isEqualTo(rising.length);
            assertThat(signals.nextLeave(0)).as("slow " + slow).isEqualTo(rising.length);
        }
    }

    @Test
    void bollingerEntersBelowTheLowerBandAndLeavesAboveTheUpperOne() {
        for (int size : SIZES) {
            Column close = Column.of(walk(size, size));
            Bollinger bands = Bollinger.of(close, 20, 1.5);
            assertSignals(
                    signals("bollinger", Map.of("num_std", "1.5"), close),
                    19,
                    i -> close.get(i) < bands.lower().get(i),
                    i -> close.get(i) > bands.upper().get(i));
        }
    }

    @Test
    void buyAndHoldWantsToEnterAtOnceAndNeverLeaves() {
        for (int size : SIZES) {
            assertSignals(signals("buy-and-hold", Map.of(), Column.of(walk(size, 1))), 0, i -> true, i -> false);
        }
    }

    @Test
    void flatCoinGivesNoSignalsWhateverItsPrice() {
        for (double price : new double[] {1e-6 / 3, 0.1, 0.3, 1 / 3.0, 61_234.56}) {
            double[] flat = new double[2000];
            Arrays.fill(flat, price);
            for (String name : new String[] {"rsi", "sma-cross", "bollinger"}) {
                Signals signals = signals(name, Map.of(), Column.of(flat));
                assertThat(signals.nextEnter(0)).as("%s at %s", name, price).isEqualTo(2000);
                assertThat(signals.nextLeave(0)).isEqualTo(2000);
            }
        }
    }

    @Test
    void coinThatStopsMovingCrossesNoMore() {
        double[] close = walk(2000, 3);
        Arrays.fill(close, 1000, 2000, close[999]);
        Signals signals = signals("sma-cross", Map.of(), Column.of(close));
        // The averages meet at the latest when the slow window is flat; after that they stay equal.
        assertThat(signals.nextEnter(1030)).isEqualTo(2000);
        assertThat(signals.nextLeave(1030)).isEqualTo(2000);
    }

    @Test
    void linesCloserThanATrillionthCountAsEqual() {
        double[] slow = {100, 100, 100, 100};
        double[] fast = {99, 100 + 5e-11, 100 + 2e-10, 101};
        Crossings crossings = Crossings.of(4, 0, fill(fast), fill(slow));
        assertThat(crossings.above()[0]).isEqualTo(0b0100);
        double[] touching = {101, 100 - 5e-11, 101, 99};
        Crossings touch = Crossings.of(4, 0, fill(touching), fill(slow));
        assertThat(touch.above()[0]).isEqualTo(0b0100);
        assertThat(touch.below()[0]).isEqualTo(0b1000);
    }

    private static Crossings.Line fill(double[] values) {
        return (from, to, piece) -> System.arraycopy(values, from, piece, 0, to - from);
    }

    private static void assertSignals(Signals signals, int first, IntPredicate enter, IntPredicate leave) {
        assertThat(signals.firstReady()).isEqualTo(first);
        for (int i = 0; i < signals.size(); i++) {
            assertThat(signals.enter(i))
                    .as("enter at %d of %d", i, signals.size())
                    .isEqualTo(enter.test(i));
            assertThat(signals.leave(i))
                    .as("leave at %d of %d", i, signals.size())
                    .isEqualTo(leave.test(i));
        }
    }

    private static boolean above(Column fast, Column slow, int i) {
        return fast.get(i) - slow.get(i) > 1e-12 * slow.get(i);
    }

    private static boolean below(Column fast, Column slow, int i) {
        return slow.get(i) - fast.get(i) > 1e-12 * slow.get(i);
    }

    private static boolean notAbove(Column fast, Column slow, int i) {
        return fast.get(i) - slow.get(i) <= 1e-12 * slow.get(i);
    }

    private static boolean notBelow(Column fast, Column slow, int i) {
        return slow.get(i) - fast.get(i) <= 1e-12 * slow.get(i);
    }

    private static Signals signals(String name, Map<String, String> parameters, Column close) {
        long[] times = new long[close.size()];
        Arrays.setAll(times, i -> i * Interval.H1.millis());
        Strategy strategy = Strategies.named(name);
        Bars bars = Bars.owning(Interval.H1, times, Map.of(BarColumn.CLOSE, close));
        return strategy.signals(bars, Parameters.of(strategy, parameters));
    }

    private static double[] walk(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        double price = 100;
        for (int i = 0; i < size; i++) {
            price *= 1 + 0.02 * (random.nextDouble() - 0.5);
            values[i] = price;
        }
        return values;
    }
}
