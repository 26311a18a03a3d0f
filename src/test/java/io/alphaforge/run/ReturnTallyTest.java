package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ReturnSummary.Extreme;
import io.alphaforge.ui.scripted.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReturnTallyTest {
    private final ReturnTally tally = new ReturnTally();

    @Test
    void fourRowsGiveTheFiguresWorkedByHand() {
        List<ResultRow> rows =
                List.of(Rows.of("A", 10), Rows.of("B", -20), Rows.of("C", 40), Rows.of("D", 0), Rows.of("E", 40));
        rows.subList(0, 4).forEach(tally::add);
        ReturnSummary four = new ReturnSummary(7.5, 5, new Extreme("C", 40), new Extreme("B", -20), 50);
        assertThat(tally.summary()).isEqualTo(four).isEqualTo(ReturnSummary.of(rows.subList(0, 4)));
        assertThat(tally.sum()).isEqualTo(30);
        assertThat(tally.count()).isEqualTo(4);
        assertThat(tally.profitable()).isEqualTo(2);
        tally.add(rows.getLast());
        assertThat(tally.summary())
                .isEqualTo(new ReturnSummary(14, 10, new Extreme("C", 40), new Extreme("B", -20), 60));
    }

    @Test
    void withoutRowsThereAreNoFigures() {
        ReturnSummary empty = tally.summary();
        assertThat(List.of(empty.average(), empty.median(), empty.profitablePct()))
                .containsOnly(Double.NaN);
        assertThat(empty.best()).isEqualTo(empty.worst()).isEqualTo(new Extreme("", Double.NaN));
        assertThat(tally.sum()).isZero();
        assertThat(ReturnSummary.of(List.of())).isEqualTo(empty);
    }

    @Test
    void afterEveryRowTheFiguresAreThoseOfANaiveSum() {
        Random random = new Random(3);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            double value = i % 3 == 0 ? Math.rint(random.nextGaussian() * 5) : random.nextGaussian() * 1e3;
            rows.add(Rows.of("C" + i, value));
            tally.add(rows.getLast());
            assertThat(tally.summary()).isEqualTo(naive(rows));
        }
    }

    @Test
    void theOrderOfRowsDoesNotShowInTheFigures() {
        Random random = new Random(4);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Rows.of("C" + i, Math.pow(10, 6 * random.nextDouble()) - 100));
        }
        ReturnSummary first = ReturnSummary.of(rows);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            assertThat(ReturnSummary.of(rows)).isEqualTo(first);
        }
    }

    @Test
    void ofCoinsWithOneReturnTheFirstBySymbolIsBestAndWorstInWhateverOrderTheyCome() {
        List<ResultRow> rows = new ArrayList<>(
                List.of(Rows.of("D", 7), Rows.of("B", 7), Rows.of("C", -7), Rows.of("A", -7), Rows.of("E", 0)));
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            assertThat(ReturnSummary.of(rows).best()).isEqualTo(new Extreme("B", 7));
            assertThat(ReturnSummary.of(rows).worst()).isEqualTo(new Extreme("A", -7));
        }
    }

    @Test
    void clearedItStartsAnew() {
        tally.add(Rows.of("A", 90));
        tally.add(Rows.of("B", -90));
        tally.clear();
        tally.add(Rows.of("C", -5));
        assertThat(tally.summary()).isEqualTo(naive(List.of(Rows.of("C", -5))));
    }

    private static ReturnSummary naive(List<ResultRow> rows) {
        int n = rows.size();
        BigDecimal sum = rows.stream().map(r -> new BigDecimal(value(r))).reduce(BigDecimal.ZERO, BigDecimal::add);
        double exact = sum.doubleValue();
        List<Double> values = rows.stream().map(ReturnTallyTest::value).sorted().toList();
        ResultRow best = rows.stream()
                .sorted(Comparator.comparingDouble(ReturnTallyTest::value)
                        .reversed()
                        .thenComparing(ResultRow::symbol))
                .findFirst()
                .orElseThrow();
        ResultRow worst = rows.stream()
                .sorted(Comparator.comparingDouble(ReturnTallyTest::value).thenComparing(ResultRow::symbol))
                .findFirst()
                .orElseThrow();
        return new ReturnSummary(
                exact / n,
                n % 2 == 1 ? values.get(n / 2) : (values.get(n / 2 - 1) + values.get(n / 2)) / 2,
                new Extreme(best.symbol(), value(best)),
                new Extreme(worst.symbol(), value(worst)),
                100.0 * rows.stream().filter(r -> value(r) > 0).count() / n);
    }

    private static double value(ResultRow row) {
        return row.result().statistics().returns().totalReturnPct();
    }
}
