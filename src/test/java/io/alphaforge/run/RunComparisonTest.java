package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinResult;
import io.alphaforge.metrics.Statistics;
import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.run.RunComparison.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final double NONE = Double.NaN;

    @Test
    void differencesAreThoseOfTheSecondLessTheFirst() {
        RunComparison comparison =
                RunComparison.of(List.of(row("AUSDT", 10, 5, -20, "x", 1)), List.of(row("AUSDT", 4, 8, -35, "y", 1)));
        Pair pair = comparison.pairs().getFirst();
        assertThat(pair.returnDifference()).isEqualTo(-6);
        assertThat(pair.tradesDifference()).isEqualTo(3);
        assertThat(pair.drawdownDifference()).isEqualTo(-15);
        assertThat(pair.sameFills()).isFalse();
        assertThat(pair.sameBars()).isTrue();
    }

    @Test
    void theTotalsOfAHandWorkedCase() {
        List<ResultRow> first = List.of(
                row("DUSDT", 5, 2, -5, "d", 1),
                row("AUSDT", 10, 5, -20, "a", 1),
                row("BUSDT", -4, 3, -30, "b", 1),
                row("CUSDT", 0, 0, 0, "none", 1),
                row("EUSDT", 1, 1, -1, "e", 1));
        List<ResultRow> second = List.of(
                row("CUSDT", 0, 0, 0, "none", 1),
                row("AUSDT", 13, 6, -18, "a2", 1),
                row("BUSDT", -5, 3, -30, "b2", 2),
                row("DUSDT", 15, 2, -5, "d2", 1),
                row("FUSDT", 2, 2, -2, "f", 1),
                row("GUSDT", 2, 2, -2, "g", 1));
        RunComparison comparison = RunComparison.of(first, second);
        assertThat(comparison.pairs())
                .extracting(Pair::symbol)
                .containsExactly("AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT", "FUSDT", "GUSDT");
        // Differences +3, −1, 0, +10: their mean is 3, and 1.5 lies halfway between the two in the middle.
        assertThat(comparison.totals()).isEqualTo(new Totals(4, 1, 2, 1, 1, 1, 3, 1.5, 1, 2));
    }

    @Test
    void aCoinOfOneRunOnlyHasNoDifferences() {
        Pair pair = RunComparison.of(List.of(), List.of(row("AUSDT", 4, 8, -35, "y", 1)))
                .pairs()
                .getFirst();
        assertThat(pair.inBoth()).isFalse();
        assertThat(pair.returnDifference()).isNaN();
        assertThat(pair.tradesDifference()).isNaN();
        assertThat(pair.drawdownDifference()).isNaN();
        assertThat(pair.sameFills()).isFalse();
        assertThat(pair.any().result().statistics().returns().totalReturnPct()).isEqualTo(4);
    }

    @Test
    void nothingInCommonHasNoAverage() {
        Totals totals = RunComparison.of(List.of(row("AUSDT", 1, 1, -1, "a", 1)), List.of())
                .totals();
        assertThat(totals.both()).isZero();
        assertThat(totals.averageDifference()).isNaN();
        assertThat(totals.medianDifference()).isNaN();
        assertThat(totals.onlyFirst()).isOne();
    }

    @Test
    void twoRowsOfOneCoinAreRefused() {
        ResultRow row = row("AUSDT", 1, 1, -1, "a", 1);
        assertThatThrownBy(() -> RunComparison.of(List.of(row, row), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUSDT");
    }

    @Test
    void agreesWithANaiveJoinOfRandomRuns() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<ResultRow> first = randomRun(random);
            List<ResultRow> second = randomRun(random);
            RunComparison comparison = RunComparison.of(first, second);
            List<Double> differences = new ArrayList<>();
            int onlyFirst = 0;
            int matched = 0;
            int same = 0;
            for (ResultRow a : first) {
                ResultRow partner = null;
                for (ResultRow b : second) {
                    partner = b.symbol().equals(a.symbol()) ? b : partner;
                }
                if (partner == null) {
                    onlyFirst++;
                } else {
                    matched++;
                    differences.add(total(partner) - total(a));
                    same += partner.result().tradeHash().equals(a.result().tradeHash()) ? 1 : 0;
                }
            }
            Collections.sort(differences);
            Totals totals = comparison.totals();
            assertThat(totals.both()).isEqualTo(matched);
            assertThat(totals.onlyFirst()).isEqualTo(onlyFirst);
            assertThat(totals.onlySecond()).isEqualTo(second.size() - matched);
            assertThat(totals.sameFills()).isEqualTo(same);
            assertThat(totals.betterSecond())
                    .isEqualTo((int) differences.stream().filter(d -> d > 0).count());
            assertThat(totals.betterFirst() + totals.betterSecond() + totals.equal())
                    .isEqualTo(matched);
            assertThat(comparison.pairs()).hasSize(matched + onlyFirst + second.size() - matched);
            if (matched > 0) {
                double sum = 0;
                for (double difference : differences) {
                    sum += difference;
                }
                assertThat(totals.averageDifference()).isCloseTo(sum / matched, within(1e-9));
                double middle = matched % 2 == 1
                        ? differences.get(matched / 2)
                        : (differences.get(matched / 2 - 1) + differences.get(matched / 2)) / 2;
                assertThat(totals.medianDifference()).isEqualTo(middle);
            }
        }
    }

    private static List<ResultRow> randomRun(Random random) {
        List<ResultRow> rows = new ArrayList<>();
        for (char c = 'A'; c <= 'M'; c++) {
            if (random.nextInt(3) > 0) {
                int fills = random.nextInt(3);
                rows.add(row(c + "USDT", random.nextInt(7) - 3, fills, -fills, "hash" + fills, 1));
            }
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private static double total(ResultRow row) {
        return row.result().statistics().returns().totalReturnPct();
    }

    private static ResultRow row(
            String symbol, double returnPct, int trades, double drawdown, String hash, long digest) {
        Statistics statistics = new Statistics(
                new Returns(10_000 + 100 * returnPct, 12_000, returnPct, 0, returnPct, NONE),
                new Risk(NONE, NONE, NONE, drawdown, 0, NONE, 0),
                new TradeStatistics(trades, 0, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 0));
        return new ResultRow(
                symbol,
                Interval.D1,
                Interval.D1,
                new CoinResult(statistics, 100, 0, 99 * 86_400_000L, 0, null, hash),
                0,
                100,
                "next-open",
                false,
                new DataDigest(digest, 0),
                Origin.FIRST,
                1);
    }
}
