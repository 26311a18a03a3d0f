package io.alphaforge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.Fill;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.engine.Side;
import io.alphaforge.market.Bars;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestPropertiesTest {
    private static final ExecutionSettings COSTS = new ExecutionSettings(10_000, 0.001, 0.0005, FillPolicy.NEXT_OPEN);

    @Test
    void fillsAndEquityUpToABarNeverChangeWhenLaterBarsAreAdded() {
        for (int seed = 0; seed < 200; seed++) {
            Bars bars = RandomCase.of(seed).bars();
            for (Strategy strategy : Strategies.all()) {
                CoinDetail whole = Backtest.detail(bars, spec(strategy));
                int cut = 2 + seed * 7 % Math.max(1, bars.size() - 2);
                CoinDetail part = Backtest.detail(bars.slice(0, Math.min(cut, bars.size())), spec(strategy));
                int n = part.curve().size();
                assertThat(part.curve().equity().toArray())
                        .containsExactly(whole.curve().equity().toArray(0, n));
                assertThat(part.fills())
                        .isEqualTo(
                                whole.fills().stream().filter(f -> f.bar() < n).toList());
            }
        }
    }

    @Test
    void sameBitsOnOneAndOnEightThreads() throws Exception {
        List<RandomCase> cases =
                IntStream.range(0, 400).mapToObj(RandomCase::of).toList();
        List<String> alone = cases.stream()
                .map(c -> Backtest.run(c.bars(), c.spec()).toString())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> running = new ArrayList<>();
            for (RandomCase c : cases) {
                running.add(
                        threads.submit(() -> Backtest.run(c.bars(), c.spec()).toString()));
            }
            for (int i = 0; i < cases.size(); i++) {
                assertThat(running.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void cashPositionAndFeeAreConservedAtEveryFillAndCashIsNeverNegative() {
        for (int seed = 0; seed < 1000; seed++) {
            RandomCase random = RandomCase.of(seed);
            double cash = random.settings().capital();
            double units = 0;
            for (Fill fill : Backtest.detail(random.bars(), random.spec()).fills()) {
                double before = cash + units * fill.price();
                double direction = fill.side() == Side.BUY ? 1 : -1;
                cash -= direction * fill.value() + fill.fee();
                units += direction * fill.units();
                assertThat(cash + units * fill.price() + fill.fee())
                        .isCloseTo(before, org.assertj.core.api.Assertions.withinPercentage(1e-10));
                assertThat(cash).isGreaterThan(-1e-9 * random.settings().capital());
                assertThat(units).isNotNegative();
            }
        }
    }

    @Test
    void multiplyingAllPricesByAPowerOfTwoLeavesEveryStatisticToTheBit() {
        for (int seed = 0; seed < 300; seed++) {
            RandomCase random = RandomCase.of(seed);
            for (int k : new int[] {-20, -1, 3, 17}) {
                Bars scaled = scaled(random.bars(), Math.scalb(1.0, k));
                assertThat(Backtest.run(scaled, random.with(scaled).spec()).statistics())
                        .isEqualTo(Backtest.run(random.bars(), random.spec()).statistics());
                for (Strategy strategy : Strategies.all()) {
                    assertThat(Backtest.run(scaled, spec(strategy)).statistics())
                            .isEqualTo(
                                    Backtest.run(random.bars(), spec(strategy)).statistics());
                }
            }
        }
    }

    @Test
    void rowAndDetailAgreeToTheBit() {
        for (int seed = 0; seed < 500; seed++) {
            RandomCase random = RandomCase.of(seed);
            CoinResult row = Backtest.run(random.bars(), random.spec());
            CoinDetail detail = Backtest.detail(random.bars(), random.spec());
            assertThat(detail.result()).isEqualTo(row);
            double[] equity = detail.curve().equity().toArray();
            assertThat(equity[equity.length - 1])
                    .isEqualTo(row.statistics().returns().finalValue());
            double deepest =
                    Arrays.stream(detail.curve().drawdownPct().toArray()).min().orElse(0);
            assertThat(deepest).isEqualTo(row.statistics().risk().maxDrawdownPct());
        }
    }

    @Test
    void tradeHashTellsSequencesOfFillsApart() {
        RandomCase random = RandomCase.of(12);
        String hash = Backtest.run(random.bars(), random.spec()).tradeHash();
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(Backtest.run(random.bars(), random.spec()).tradeHash()).isEqualTo(hash);
        long distinct = IntStream.range(0, 2000)
                .mapToObj(RandomCase::of)
                .filter(c -> !Backtest.detail(c.bars(), c.spec()).fills().isEmpty())
                .map(c -> Backtest.run(c.bars(), c.spec()).tradeHash())
                .distinct()
                .count();
        long traded = IntStream.range(0, 2000)
                .mapToObj(RandomCase::of)
                .filter(c -> !Backtest.detail(c.bars(), c.spec()).fills().isEmpty())
                .count();
        assertThat(distinct).isEqualTo(traded);
    }

    private static BacktestSpec spec(Strategy strategy) {
        return new BacktestSpec(strategy, Parameters.defaults(strategy), COSTS, TimeRange.ALL);
    }

    private static Bars scaled(Bars bars, double factor) {
        double[] open = bars.open().toArray();
        double[] close = bars.close().toArray();
        for (int i = 0; i < open.length; i++) {
            open[i] *= factor;
            close[i] *= factor;
        }
        return TestBars.of(bars.interval(), bars.toTimeArray(), open, close);
    }
}
