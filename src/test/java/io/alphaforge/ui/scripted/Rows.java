package io.alphaforge.ui.scripted;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinResult;
import io.alphaforge.metrics.Statistics;
import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Result rows with made-up but plausible figures. */
public final class Rows {
    private static final long DAY = 86_400_000L;
    private static final String[] BASES = {
        "BTC",
        "ETH",
        "SOL",
        "XRP",
        "DOGE",
        "ADA",
        "AVAX",
        "LINK",
        "DOT",
        "LTC",
        "UNI",
        "ATOM",
        "NEAR",
        "APT",
        "ARB",
        "OP",
        "FIL",
        "INJ",
        "SUI",
        "1000PEPE",
        "1000SHIB",
        "RUNE",
        "AAVE",
        "MKR"
    };

    private Rows() {}

    /** Symbols of coins, known names first. */
    public static List<String> symbols(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i < BASES.length ? BASES[i] : "COIN" + i) + "USDT")
                .toList();
    }

    /** A row with this total return in percent. */
    public static ResultRow of(String symbol, double returnPct) {
        return of(symbol, returnPct, false, false);
    }

    public static ResultRow of(String symbol, double returnPct, boolean cached, boolean synthetic) {
        return row(symbol, returnPct, 12.5, 7, 57.1, 1.8, cached, synthetic, false);
    }

    /** A lifelike row; the same for the same symbol. */
    public static ResultRow lifelike(String symbol, boolean cached, boolean synthetic) {
        Random random = new Random(symbol.hashCode() * 31L + 7);
        random.nextDouble();
        boolean idle = random.nextInt(9) == 0;
        double total = idle ? 0 : Math.exp(random.nextGaussian() * 0.6 - 0.1) * 100 - 100;
        double hold = Math.exp(random.nextGaussian() * 0.9 - 0.2) * 100 - 100;
        int trades = idle ? 0 : 2 + random.nextInt(28);
        double win = 100.0 * random.nextInt(trades + 1) / Math.max(1, trades);
        double factor = win == 100 ? Double.NaN : Math.exp(random.nextGaussian() * 0.5 + total / 150);
        return row(symbol, total, hold, trades, win, factor, cached, synthetic, idle);
    }

    private static ResultRow row(
            String symbol,
            double total,
            double hold,
            int trades,
            double win,
            double factor,
            boolean cached,
            boolean synthetic,
            boolean idle) {
        Random random = new Random(symbol.hashCode());
        double drawdown = idle ? 0 : -5 - 60 * random.nextDouble();
        Returns returns = new Returns(
                10_000 * (1 + total / 100),
                10_000 * (1 + Math.max(total, 0) / 100) + 12,
                total,
                hold,
                total - hold,
                total / 3);
        Risk risk = new Risk(
                62.1,
                idle ? Double.NaN : total / 80,
                idle ? Double.NaN : total / 60,
                drawdown,
                210,
                idle ? Double.NaN : total / 3 / -drawdown,
                idle ? 0 : 20 + 50 * random.nextDouble());
        TradeStatistics statistics = new TradeStatistics(
                trades,
                0,
                trades == 0 ? Double.NaN : win,
                18.2,
                -9.7,
                total / Math.max(1, trades),
                9.5,
                31,
                trades == 0 ? Double.NaN : factor,
                1.1,
                0.12,
                trades * 20.0);
        int bars = 900 + random.nextInt(1200);
        long to = 20_000 * DAY;
        CoinResult result = new CoinResult(
                new Statistics(returns, risk, statistics),
                bars,
                to - (bars - 1) * DAY,
                to,
                random.nextInt(3),
                idle ? "No entry was signalled in the range: RSI(14) never fell below 30." : null,
                "0123456789abcdef");
        return new ResultRow(
                symbol,
                Interval.D1,
                Interval.D1,
                result,
                0,
                100 - random.nextInt(60) / 10.0,
                "next-open",
                synthetic,
                new DataDigest(symbol.hashCode(), 1),
                cached ? Origin.CACHED : Origin.FIRST,
                0.05 + random.nextDouble() / 2);
    }

    /** Daily series of these symbols. */
    public static List<StoredSeries> series(Collection<String> symbols, boolean synthetic) {
        return symbols.stream()
                .map(s -> new StoredSeries(
                        Instrument.parse(s),
                        Interval.D1,
                        1500,
                        18_501 * DAY,
                        20_000 * DAY,
                        1,
                        DataDigest.EMPTY,
                        new Quality(0, 0, 0, 0, 0, 0, 0, 100),
                        synthetic ? "demo" : s + ".csv",
                        synthetic))
                .toList();
    }
}
