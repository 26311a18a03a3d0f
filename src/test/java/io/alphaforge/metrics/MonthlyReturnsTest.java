package io.alphaforge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Monthly returns by hand, and against marks collected bar by bar. */
class MonthlyReturnsTest {
    private static final double CAPITAL = 1000;

    @Test
    void theFirstMonthIsMeasuredAgainstTheCapital() {
        MonthlyReturns returns = MonthlyReturns.of(
                curve(List.of("2023-12-30", "2023-12-31", "2024-01-01", "2024-01-31"), 1010, 1100, 1050, 1210),
                CAPITAL);
        assertThat(returns.years()).extracting(MonthlyReturns.Year::year).containsExactly(2023, 2024);
        assertThat(returns.years().get(0).months().get(11)).isCloseTo(10, within(1e-9));
        assertThat(returns.years().get(1).months().get(0)).isCloseTo(10, within(1e-9));
        assertThat(returns.years().get(0).total()).isCloseTo(10, within(1e-9));
        assertThat(returns.years().get(1).total()).isCloseTo(10, within(1e-9));
    }

    @Test
    void monthsAndYearsWithoutBarsHaveNoReturnAndTheNextCarriesOn() {
        MonthlyReturns returns = MonthlyReturns.of(curve(List.of("2021-01-05", "2023-03-01"), 2000, 3000), CAPITAL);
        assertThat(returns.years()).hasSize(3);
        assertThat(returns.years().get(0).months().get(0)).isCloseTo(100, within(1e-9));
        assertThat(returns.years().get(0).months().subList(1, 12)).allMatch(r -> Double.isNaN(r));
        assertThat(returns.years().get(1).total()).isNaN();
        assertThat(returns.years().get(2).months().get(2)).isCloseTo(50, within(1e-9));
        assertThat(returns.years().get(2).total()).isCloseTo(50, within(1e-9));
    }

    @Test
    void returnsEqualThoseOfTheLastMarksCollectedBarByBar() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            Interval interval = List.of(Interval.H1, Interval.D1, Interval.W1).get(round % 3);
            long first = Instant.parse("2019-10-03T00:00:00Z").toEpochMilli();
            long[] times = new long[400 + random.nextInt(400)];
            double[] equity = new double[times.length];
            long time = interval.bucketStart(first);
            for (int i = 0; i < times.length; i++) {
                times[i] = time;
                time += interval.millis() * (random.nextInt(30) == 0 ? 1 + random.nextInt(200) : 1);
                equity[i] = CAPITAL * Math.exp(random.nextGaussian() * 0.3);
            }
            compare(curve(interval, times, equity));
        }
    }

    private static void compare(EquityCurve curve) {
        Map<YearMonth, Double> marks = new TreeMap<>();
        for (int i = 0; i < curve.size(); i++) {
            YearMonth month = YearMonth.from(Instant.ofEpochMilli(curve.time(i)).atZone(ZoneOffset.UTC));
            marks.put(month, curve.equity().get(i));
        }
        MonthlyReturns returns = MonthlyReturns.of(curve, CAPITAL);
        double before = CAPITAL;
        double product = 1;
        for (MonthlyReturns.Year year : returns.years()) {
            double ofYear = 1;
            for (int m = 1; m <= 12; m++) {
                Double mark = marks.get(YearMonth.of(year.year(), m));
                double value = year.months().get(m - 1);
                if (mark == null) {
                    assertThat(value).isNaN();
                } else {
                    assertThat(value).isCloseTo((mark / before - 1) * 100, within(1e-9));
                    ofYear *= mark / before;
                    before = mark;
                }
            }
            if (!Double.isNaN(year.total())) {
                assertThat(year.total()).isCloseTo((ofYear - 1) * 100, within(1e-6));
            }
            product *= ofYear;
        }
        double last = curve.equity().get(curve.size() - 1);
        assertThat(product * CAPITAL).isCloseTo(last, within(last * 1e-9));
    }

    @Test
    void aCurveWithoutBarsHasNoYears() {
        assertThat(MonthlyReturns.of(curve(Interval.D1, new long[0], new double[0]), CAPITAL)
                        .years())
                .isEmpty();
    }

    private static EquityCurve curve(List<String> days, double... equity) {
        long[] times = days.stream()
                .flatMapToLong(
                        day -> LongStream.of(Instant.parse(day + "T00:00:00Z").toEpochMilli()))
                .toArray();
        return curve(Interval.D1, times, equity);
    }

    private static EquityCurve curve(Interval interval, long[] times, double[] equity) {
        Column marks = Column.of(equity);
        Bars bars = Bars.owning(interval, times, Map.of(BarColumn.CLOSE, marks));
        double[] none = new double[equity.length];
        Arrays.fill(none, 0);
        return new EquityCurve(bars, marks, Column.owning(none));
    }
}
