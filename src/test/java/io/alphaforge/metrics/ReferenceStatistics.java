package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The statistics once more, from plain lists, as their definitions read. */
final class ReferenceStatistics {
    private static final double NONE = Double.NaN;
    private static final double DAY = 86_400_000.0;
    private static final BigDecimal NEAR = BigDecimal.ONE.subtract(new BigDecimal("1e-12"));

    private ReferenceStatistics() {}

    static Statistics of(RandomCase random, Reference run) {
        Bars bars = random.bars();
        int from = random.from();
        int to = random.to();
        BigDecimal capital = new BigDecimal(random.settings().capital());
        BigDecimal end = run.equity().getLast();
        double growth = end.divide(capital, Reference.DIGITS).doubleValue();
        double total = change(end, capital) * 100;
        double hold = (bars.close().get(to - 1) / bars.close().get(from) - 1) * 100;
        Instant first = Instant.ofEpochMilli(bars.time(from));
        Instant last = Instant.ofEpochMilli(bars.interval().next(bars.time(to - 1)));
        double days = Duration.between(first, last).toMillis() / DAY;
        double cagr = days < 30 ? NONE : (Math.pow(growth, 365 / days) - 1) * 100;

        List<Double> returns = returns(bars, from, capital, run.equity());
        double perYear =
                bars.interval().millis() > DAY ? 365 * DAY / bars.interval().millis() : 365;
        double mean = mean(returns);
        double deviation = deviation(returns);
        double squares =
                doubles(returns).map(r -> Math.min(r, 0)).map(r -> r * r).sum();
        double downside = Math.sqrt(squares / returns.size());
        double[] drawdown = drawdown(bars, from, capital, run.equity());
        BigDecimal peak = run.equity().stream().reduce(capital, BigDecimal::max);
        return new Statistics(
                new Statistics.Returns(end.doubleValue(), peak.doubleValue(), total, hold, total - hold, cagr),
                new Statistics.Risk(
                        deviation * Math.sqrt(perYear) * 100,
                        deviation > 0 ? mean / deviation * Math.sqrt(perYear) : NONE,
                        returns.size() >= 2 && downside > 1e-14 ? mean / downside * Math.sqrt(perYear) : NONE,
                        drawdown[0],
                        drawdown[1],
                        drawdown[0] < 0 ? cagr / Math.abs(drawdown[0]) : NONE,
                        run.barsInPosition() * 100.0 / run.equity().size()),
                trades(run));
    }

    private static Statistics.TradeStatistics trades(Reference run) {
        List<Double> profits = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        for (Reference.RoundTrip trip : run.closed()) {
            profits.add(trip.profit().doubleValue());
            shares.add(trip.profit().divide(trip.cost(), Reference.DIGITS).doubleValue() * 100);
            days.add((trip.sold() - trip.bought()) / DAY);
        }
        int open = run.open() ? 1 : 0;
        int n = profits.size();
        if (n == 0) {
            double fees = run.fees().doubleValue();
            return new Statistics.TradeStatistics(0, open, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, fees);
        }
        double[] wins = doubles(profits).filter(p -> p > 0).toArray();
        double[] losses = doubles(profits).filter(p -> p < 0).map(Math::abs).toArray();
        DoubleSummaryStatistics share = doubles(shares).summaryStatistics();
        double won = (double) wins.length / n;
        double meanWin = DoubleStream.of(wins).average().orElse(NONE);
        double meanLoss = DoubleStream.of(losses).average().orElse(NONE);
        double spread = deviation(profits);
        return new Statistics.TradeStatistics(
                n,
                open,
                won * 100,
                share.getMax(),
                share.getMin(),
                share.getAverage(),
                mean(days),
                doubles(days).max().orElseThrow(),
                losses.length == 0
                        ? NONE
                        : DoubleStream.of(wins).sum() / DoubleStream.of(losses).sum(),
                spread > 0 ? Math.sqrt(n) * mean(profits) / spread : NONE,
                won - (1 - won) / (meanWin / meanLoss),
                run.fees().doubleValue());
    }

    private static List<Double> returns(Bars bars, int from, BigDecimal capital, List<BigDecimal> equity) {
        List<BigDecimal> marks = equity;
        if (bars.interval().millis() <= Interval.D1.millis()) {
            TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
            for (int i = 0; i < equity.size(); i++) {
                byDay.put(day(bars.time(from + i)), equity.get(i));
            }
            marks = byDay.firstKey()
                    .datesUntil(byDay.lastKey().plusDays(1))
                    .map(day -> byDay.floorEntry(day).getValue())
                    .toList();
        }
        List<Double> returns = new ArrayList<>();
        BigDecimal before = capital;
        for (BigDecimal mark : marks) {
            returns.add(change(mark, before));
            before = mark;
        }
        return returns;
    }

    /** The deepest fall in percent; the days of the longest time from a mark at the peak to the next one, or the end. */
    private static double[] drawdown(Bars bars, int from, BigDecimal capital, List<BigDecimal> equity) {
        BigDecimal peak = capital;
        long atPeak = bars.time(from);
        boolean wasBelow = false;
        double deepest = 0;
        long longest = 0;
        for (int i = 0; i < equity.size(); i++) {
            long time = bars.interval().next(bars.time(from + i));
            boolean below = equity.get(i).compareTo(peak.multiply(NEAR)) < 0;
            if (below) {
                deepest = Math.min(deepest, change(equity.get(i), peak) * 100);
            }
            if (below || wasBelow) {
                longest = Math.max(longest, time - atPeak);
            }
            if (!below) {
                atPeak = time;
                peak = peak.max(equity.get(i));
            }
            wasBelow = below;
        }
        return new double[] {deepest, longest / DAY};
    }

    private static double change(BigDecimal now, BigDecimal before) {
        return now.divide(before, Reference.DIGITS).subtract(BigDecimal.ONE).doubleValue();
    }

    private static double mean(List<Double> values) {
        return doubles(values).average().orElse(NONE);
    }

    /** Sample standard deviation; what rounding leaves of equal numbers counts as 0. */
    private static double deviation(List<Double> values) {
        if (values.size() < 2) {
            return NONE;
        }
        double mean = mean(values);
        double squares = doubles(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (values.size() - 1));
        return deviation > 1e-14 ? deviation : 0;
    }

    private static DoubleStream doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
