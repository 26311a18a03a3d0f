package io.alphaforge.cache;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of real backtests, and their keys. */
final class CachedRows {
    private static final Bars BARS = Samples.walk(Interval.D1, 400, 3);
    private static final DataDigest DIGEST = DataDigest.of(BARS);

    private CachedRows() {}

    private static BacktestSpec spec(int period) {
        return Samples.run("rsi", Map.of("period", Integer.toString(period)), "all", Interval.D1)
                .backtest();
    }

    /** The key of a coin and a period of the RSI. */
    static RunKey key(String symbol, int period) {
        return RunKey.of(symbol, RunKey.Setup.of(spec(period), Interval.D1, "engine-1"), Interval.D1, DIGEST);
    }

    /** The same key after the coin's bars have changed. */
    static RunKey newer(RunKey key) {
        return new RunKey(key.symbol(), key.setup(), key.source(), key.digest().plus(new DataDigest(0, 1)));
    }

    static ResultRow row(String symbol, int period) {
        return row(symbol, BARS, period);
    }

    static ResultRow row(String symbol, Bars bars, int period) {
        return new ResultRow(
                symbol,
                Interval.D1,
                Interval.D1,
                Backtest.run(bars, spec(period)),
                0,
                97.5,
                "next-open",
                false,
                DataDigest.of(bars),
                Origin.NEW_BARS,
                0.25);
    }

    static Map<RunKey, ResultRow> one(String symbol, int period) {
        return Map.of(key(symbol, period), row(symbol, period));
    }

    /** Rows of many coins, each with bars of its own. */
    static Map<RunKey, ResultRow> many(int coins) {
        Map<RunKey, ResultRow> rows = new LinkedHashMap<>();
        RunKey.Setup setup = RunKey.Setup.of(spec(14), Interval.D1, "engine-1");
        for (int i = 0; i < coins; i++) {
            String symbol = "C" + i + "USDT";
            Bars bars = Samples.walk(Interval.D1, 300, i);
            rows.put(RunKey.of(symbol, setup, Interval.D1, DataDigest.of(bars)), row(symbol, bars, 14));
        }
        return rows;
    }
}
