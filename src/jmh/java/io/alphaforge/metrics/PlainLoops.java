package io.alphaforge.metrics;

/** Backtests as a plain loop would have them; each returns final value + 1e9 · number of closed trades. */
final class PlainLoops {
    private PlainLoops() {}

    /** RSI in its cheapest form, below 30 in, above 70 out, at the next open. */
    static double rsi(double[] open, double[] close, int period, double capital, double fee) {
        double averageGain = 0;
        double averageLoss = 0;
        for (int i = 1; i <= period; i++) {
            double change = close[i] - close[i - 1];
            averageGain += change > 0 ? change : 0;
            averageLoss += change < 0 ? -change : 0;
        }
        averageGain /= period;
        averageLoss /= period;
        double cash = capital;
        double units = 0;
        int trades = 0;
        double weight = 1.0 / period;
        int last = close.length - 1;
        for (int i = period; i < last; i++) {
            if (i > period) {
                double change = close[i] - close[i - 1];
                double gain = Math.max(change, 0);
                double loss = Math.max(-change, 0);
                averageGain += (gain - averageGain) * weight;
                averageLoss += (loss - averageLoss) * weight;
            }
            double rsi = 100 * averageGain / (averageGain + averageLoss);
            if (units == 0) {
                if (rsi < 30) {
                    units = cash / (open[i + 1] * (1 + fee));
                    cash = 0;
                }
            } else if (rsi > 70) {
                cash = units * open[i + 1] * (1 - fee);
                units = 0;
                trades++;
            }
        }
        return cash + units * close[last] + 1e9 * trades;
    }

    /** Running sums, in on crossing above, out on crossing below, at the next open. */
    static double smaCross(double[] open, double[] close, int fast, int slow, double capital, double fee) {
        double fastSum = 0;
        double slowSum = 0;
        for (int i = 0; i < slow; i++) {
            slowSum += close[i];
            fastSum += i >= slow - fast ? close[i] : 0;
        }
        double before = fastSum / fast - slowSum / slow;
        double cash = capital;
        double units = 0;
        int trades = 0;
        int last = close.length - 1;
        for (int i = slow; i < last; i++) {
            fastSum += close[i] - close[i - fast];
            slowSum += close[i] - close[i - slow];
            double difference = fastSum / fast - slowSum / slow;
            if (units == 0) {
                if (difference > 0 && before <= 0) {
                    units = cash / (open[i + 1] * (1 + fee));
                    cash = 0;
                }
            } else if (difference < 0 && before >= 0) {
                cash = units * open[i + 1] * (1 - fee);
                units = 0;
                trades++;
            }
            before = difference;
        }
        return cash + units * close[last] + 1e9 * trades;
    }
}
