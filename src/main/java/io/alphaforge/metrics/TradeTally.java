package io.alphaforge.metrics;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import io.alphaforge.market.Interval;
import java.util.Arrays;

/** Counts closed trades and what they brought. */
final class TradeTally {
    private static final double DAY = Interval.D1.millis();

    private double[] profits = new double[64];
    private int closed;
    private int open;
    private int wins;
    private int losses;
    private double won;
    private double lost;
    private double returns;
    private double best = Double.NEGATIVE_INFINITY;
    private double worst = Double.POSITIVE_INFINITY;
    private long time;
    private long longest;
    private double fees;

    void filled(Fill fill) {
        fees += fill.fee();
    }

    void traded(Trade trade) {
        if (trade.open()) {
            open++;
            return;
        }
        if (closed == profits.length) {
            profits = Arrays.copyOf(profits, 2 * closed);
        }
        double profit = trade.netProfit();
        profits[closed++] = profit;
        if (profit > 0) {
            wins++;
            won += profit;
        } else if (profit < 0) {
            losses++;
            lost -= profit;
        }
        double share = trade.netReturn();
        returns += share;
        best = Math.max(best, share);
        worst = Math.min(worst, share);
        time += trade.duration();
        longest = Math.max(longest, trade.duration());
    }

    int closed() {
        return closed;
    }

    Statistics.TradeStatistics statistics() {
        if (closed == 0) {
            double none = Double.NaN;
            return new Statistics.TradeStatistics(0, open, none, none, none, none, none, none, none, none, none, fees);
        }
        double n = closed;
        return new Statistics.TradeStatistics(
                closed,
                open,
                wins / n * 100,
                best * 100,
                worst * 100,
                returns / n * 100,
                time / n / DAY,
                longest / DAY,
                lost > 0 ? won / lost : Double.NaN,
                sqn(),
                kelly(),
                fees);
    }

    /** √n · mean / σ of net profits; NaN below two trades and where all brought the same. */
    private double sqn() {
        double sum = 0;
        for (int i = 0; i < closed; i++) {
            sum += profits[i];
        }
        double mean = sum / closed;
        double squares = 0;
        for (int i = 0; i < closed; i++) {
            double off = profits[i] - mean;
            squares += off * off;
        }
        if (closed < 2 || squares == 0) {
            return Double.NaN;
        }
        return Math.sqrt(closed) * mean / Math.sqrt(squares / (closed - 1));
    }

    /** NaN unless there are trades that won and trades that lost. */
    private double kelly() {
        if (wins == 0 || losses == 0) {
            return Double.NaN;
        }
        double share = (double) wins / closed;
        double payoff = (won / wins) / (lost / losses);
        return share - (1 - share) / payoff;
    }
}
