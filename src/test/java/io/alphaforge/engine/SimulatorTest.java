package io.alphaforge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final ExecutionSettings FREE = new ExecutionSettings(100, 0, 0, FillPolicy.NEXT_OPEN);

    @Test
    void reportsStretchesThatCoverTheRangeWithFillsBetweenThem() {
        assertThat(run(0b0000_0001, 0b0000_1000, 0, 8))
                .containsExactly(
                        "flat 100.0 0..1", "BUY 1", "held 0.0+50.0 1..4", "SELL 4", "trade closed", "flat 250.0 4..8");
    }

    @Test
    void doesNothingOutsideOfItsRange() {
        assertThat(run(0b0000_1001, 0b0100_0000, 2, 6))
                .containsExactly("flat 100.0 2..4", "BUY 4", "held 0.0+20.0 4..6", "trade open");
    }

    @Test
    void exitOnTheLastBarOfTheRangeStaysPending() {
        assertThat(run(0b0001, 0b0100, 0, 3))
                .containsExactly(
                        "flat 100.0 0..1", "BUY 1", "unfilled SELL PENDING", "held 0.0+50.0 1..3", "trade open");
    }

    @Test
    void rangeThatDoesNotFitTheBarsIsRefused() {
        assertThatThrownBy(() -> run(0, 0, 0, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run(0, 0, 5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsOutOfBoundsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> new ExecutionSettings(0, 0, 0, FillPolicy.NEXT_OPEN))
                .hasMessage("The capital is 0.0; allowed is a number above 0 up to 1e15.");
        assertThatThrownBy(() -> new ExecutionSettings(1, 0.5, 0, FillPolicy.NEXT_OPEN))
                .hasMessage("The fee is 0.5; allowed is a share from 0 to below 0.5, for example 0.001 for 0.1 %.");
        assertThatThrownBy(() -> FillPolicy.parse("close"))
                .hasMessage("Unknown fill policy 'close'; known are next-open, same-close.");
    }

    /** Eight bars priced 1 to 8. */
    private static List<String> run(long enter, long leave, int from, int to) {
        long[] times = new long[8];
        double[] prices = new double[8];
        for (int i = 0; i < 8; i++) {
            times[i] = i * Interval.H1.millis();
            prices[i] = i + 1;
        }
        Bars bars = Bars.owning(
                Interval.H1, times, Map.of(BarColumn.OPEN, Column.of(prices), BarColumn.CLOSE, Column.of(prices)));
        Log log = new Log();
        Simulator.run(bars, Signals.owning(8, 0, new long[] {enter}, new long[] {leave}), from, to, FREE, log);
        return log.lines;
    }

    private static final class Log implements EquitySink {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void flat(double cash, int from, int to) {
            lines.add("flat " + cash + " " + from + ".." + to);
        }

        @Override
        public void held(double cash, double units, int from, int to) {
            lines.add("held " + cash + "+" + units + " " + from + ".." + to);
        }

        @Override
        public void filled(Fill fill) {
            lines.add(fill.side() + " " + fill.bar());
        }

        @Override
        public void traded(Trade trade) {
            lines.add("trade " + (trade.open() ? "open" : "closed"));
        }

        @Override
        public void unfilled(Unfilled order) {
            lines.add("unfilled " + order.side() + " " + order.cause());
        }
    }
}
