package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What equity earned month by month: the last mark of a UTC month over that of the month before, minus 1, the first
 * over the capital. A bar belongs to the month it opens in; a month without bars has no return.
 *
 * @param years in order, those without bars included
 */
public record MonthlyReturns(List<Year> years) {
    private static final int MONTHS = 12;

    public MonthlyReturns {
        years = List.copyOf(years);
    }

    /**
     * One year.
     *
     * @param months percent for January to December, NaN for months without bars
     * @param total the last mark of the year over that of the year before, minus 1, in percent; NaN without bars
     */
    public record Year(int year, List<Double> months, double total) {
        public Year {
            months = List.copyOf(months);
        }
    }

    /** The returns of a curve that began with this capital. */
    public static MonthlyReturns of(EquityCurve curve, double capital) {
        List<Year> years = new ArrayList<>();
        Bars bars = curve.bars();
        double[] months = new double[MONTHS];
        double beforeMonth = capital;
        double beforeYear = capital;
        int bar = 0;
        for (int year = bars.isEmpty() ? 0 : month(bars.time(0)).getYear(); bar < bars.size(); year++) {
            int firstOfYear = bar;
            for (int month = 1; month <= MONTHS; month++) {
                int end = bars.indexAtOrAfter(start(YearMonth.of(year, month).plusMonths(1)));
                months[month - 1] = Double.NaN;
                if (end > bar) {
                    double mark = curve.equity().get(end - 1);
                    months[month - 1] = percent(mark, beforeMonth);
                    beforeMonth = mark;
                    bar = end;
                }
            }
            years.add(new Year(year, boxed(months), bar > firstOfYear ? percent(beforeMonth, beforeYear) : Double.NaN));
            beforeYear = beforeMonth;
        }
        return new MonthlyReturns(years);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return Collections.unmodifiableList(list);
    }

    private static double percent(double mark, double before) {
        return (mark / before - 1) * 100;
    }

    private static YearMonth month(long time) {
        return YearMonth.from(Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC));
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
