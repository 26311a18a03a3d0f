package io.alphaforge.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.Samples;
import io.alphaforge.indicator.Bollinger;
import io.alphaforge.indicator.Rsi;
import io.alphaforge.indicator.Sma;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the built-in strategies show on a chart. */
class PlotsTest {
    private static final Bars BARS = Samples.walk(Interval.H4, 300, 11);
    private static final Column CLOSE = BARS.close();

    @Test
    void rsiHasAPaneOfItsOwnWithBothLevels() {
        Plot plot = only(plots("rsi", Map.of("period", "9", "oversold", "25", "overbought", "72.5"), BARS));
        assertThat(plot.title()).isEqualTo("RSI 9");
        assertThat(plot.overPrices()).isFalse();
        assertThat(plot.levels()).containsExactly(25.0, 72.5);
        assertThat(plot.lines()).containsExactly(new Plot.Line("RSI 9", Rsi.of(CLOSE, 9)));
        double[] rsi = naiveRsi(9);
        requireLine(plot.lines().getFirst(), 9, i -> rsi[i]);
    }

    @Test
    void smaCrossShowsBothAveragesOverThePrices() {
        Plot plot = only(plots("sma-cross", Map.of("fast", "4", "slow", "21"), BARS));
        assertThat(plot.title()).isEqualTo("SMA 4 / 21");
        assertThat(plot.overPrices()).isTrue();
        assertThat(plot.levels()).isEmpty();
        assertThat(plot.lines())
                .containsExactly(new Plot.Line("SMA 4", Sma.of(CLOSE, 4)), new Plot.Line("SMA 21", Sma.of(CLOSE, 21)));
        requireLine(plot.lines().getFirst(), 3, i -> mean(i, 4));
        requireLine(plot.lines().getLast(), 20, i -> mean(i, 21));
    }

    @Test
    void bollingerShowsItsBandsFromTheUpperToTheLower() {
        Plot plot = only(plots("bollinger", Map.of("window", "12", "num_std", "1.5"), BARS));
        Bollinger bands = Bollinger.of(CLOSE, 12, 1.5);
        assertThat(plot.title()).isEqualTo("Bollinger 12, 1.5");
        assertThat(plot.overPrices()).isTrue();
        assertThat(plot.levels()).isEmpty();
        assertThat(plot.lines())
                .containsExactly(
                        new Plot.Line("Upper band", bands.upper()),
                        new Plot.Line("SMA 12", bands.middle()),
                        new Plot.Line("Lower band", bands.lower()));
        requireLine(plot.lines().get(0), 11, i -> mean(i, 12) + 1.5 * deviation(i, 12));
        requireLine(plot.lines().get(1), 11, i -> mean(i, 12));
        requireLine(plot.lines().get(2), 11, i -> mean(i, 12) - 1.5 * deviation(i, 12));
    }

    @Test
    void buyAndHoldShowsThePricesAlone() {
        assertThat(plots("buy-and-hold", Map.of(), BARS)).isEmpty();
    }

    @Test
    void everyLineHasAValueForEachBarAndNoneForACoinThatIsTooYoung() {
        for (Strategy strategy : Strategies.all()) {
            for (int size : new int[] {0, 1, 5, 300}) {
                for (Plot plot : plots(strategy.name(), Map.of(), BARS.slice(0, size))) {
                    assertThat(plot.lines()).isNotEmpty().allSatisfy(line -> {
                        assertThat(line.values().size()).isEqualTo(size);
                        assertThat(line.values().toArray()).satisfies(values -> {
                            for (int i = 0; i < Math.min(5, size); i++) {
                                assertThat(values[i]).isNaN();
                            }
                        });
                    });
                }
            }
        }
    }

    @Test
    void plotsNeedTheColumnsOfTheSignalsAndNoOthers() {
        for (Strategy strategy : Strategies.all()) {
            Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
            strategy.columns().forEach(name -> columns.put(name, BARS.column(name)));
            Bars few = Bars.owning(BARS.interval(), BARS.toTimeArray(), columns);
            assertThat(plots(strategy.name(), Map.of(), few))
                    .as(strategy.name())
                    .isEqualTo(plots(strategy.name(), Map.of(), BARS));
        }
    }

    private static List<Plot> plots(String name, Map<String, String> parameters, Bars bars) {
        Strategy strategy = Strategies.named(name);
        return strategy.plots(bars, Parameters.of(strategy, parameters));
    }

    private static Plot only(List<Plot> plots) {
        assertThat(plots).hasSize(1);
        return plots.getFirst();
    }

    /** NaN before the first value, then what plain arithmetic says. */
    private static void requireLine(Plot.Line line, int first, IntToDoubleFunction expected) {
        for (int i = 0; i < BARS.size(); i++) {
            double value = line.values().get(i);
            if (i < first) {
                assertThat(value).as("%s at %d", line.name(), i).isNaN();
            } else {
                double plain = expected.applyAsDouble(i);
                assertThat(value).as("%s at %d", line.name(), i).isCloseTo(plain, within(1e-9 * Math.abs(plain)));
            }
        }
    }

    private static double mean(int last, int n) {
        double sum = 0;
        for (int i = last - n + 1; i <= last; i++) {
            sum += CLOSE.get(i);
        }
        return sum / n;
    }

    private static double deviation(int last, int n) {
        double mean = mean(last, n);
        double squares = 0;
        for (int i = last - n + 1; i <= last; i++) {
            squares += (CLOSE.get(i) - mean) * (CLOSE.get(i) - mean);
        }
        return Math.sqrt(squares / n);
    }

    private static double[] naiveRsi(int period) {
        double[] rsi = new double[BARS.size()];
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < rsi.length; i++) {
            double change = CLOSE.get(i) - CLOSE.get(i - 1);
            double up = Math.max(change, 0);
            double down = Math.max(-change, 0);
            if (i <= period) {
                gain += up / period;
                loss += down / period;
            } else {
                gain = (gain * (period - 1) + up) / period;
                loss = (loss * (period - 1) + down) / period;
            }
            rsi[i] = 100 - 100 / (1 + gain / loss);
        }
        return rsi;
    }
}
