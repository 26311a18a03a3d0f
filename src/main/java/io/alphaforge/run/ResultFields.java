package io.alphaforge.run;

import static io.alphaforge.catalog.Field.flag;
import static io.alphaforge.catalog.Field.integer;
import static io.alphaforge.catalog.Field.real;
import static io.alphaforge.catalog.Field.text;
import static io.alphaforge.catalog.Field.time;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinResult;
import io.alphaforge.metrics.Statistics;
import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a result row under the names that files, tables and databases use, in their order. Writers and readers
 * of every format are driven by this list, so that a new field is one line here.
 */
public final class ResultFields {
    private static final List<Field<ResultRow>> ALL = List.of(
            text("symbol", ResultRow::symbol),
            text("interval", r -> r.interval().code()),
            text("source_interval", r -> r.source().code()),
            integer("bars", r -> r.result().bars()),
            time("from", r -> r.result().from()),
            time("to", r -> r.result().to()),
            integer("gaps", r -> r.result().gaps()),
            integer("partial_buckets", ResultRow::partialBuckets),
            real("quality_score", Unit.SCORE, ResultRow::qualityScore),
            flag("synthetic", ResultRow::synthetic),
            text("fill", ResultRow::fill),
            real("final_value", Unit.MONEY, r -> returns(r).finalValue()),
            real("equity_peak", Unit.MONEY, r -> returns(r).equityPeak()),
            real("total_return_pct", Unit.CHANGE, r -> returns(r).totalReturnPct()),
            real("buy_and_hold_return_pct", Unit.CHANGE, r -> returns(r).buyAndHoldReturnPct()),
            real("excess_return_pct", Unit.CHANGE, r -> returns(r).excessReturnPct()),
            real("cagr_pct", Unit.CHANGE, r -> returns(r).cagrPct()),
            real("volatility_ann_pct", Unit.PERCENT, r -> risk(r).volatilityAnnPct()),
            real("sharpe_ratio", Unit.RATIO, r -> risk(r).sharpeRatio()),
            real("sortino_ratio", Unit.RATIO, r -> risk(r).sortinoRatio()),
            real("max_drawdown_pct", Unit.CHANGE, r -> risk(r).maxDrawdownPct()),
            real("max_drawdown_days", Unit.DAYS, r -> risk(r).maxDrawdownDays()),
            real("calmar_ratio", Unit.RATIO, r -> risk(r).calmarRatio()),
            real("exposure_pct", Unit.PERCENT, r -> risk(r).exposurePct()),
            integer("num_trades", r -> trades(r).numTrades()),
            integer("open_trades", r -> trades(r).openTrades()),
            real("win_rate_pct", Unit.PERCENT, r -> trades(r).winRatePct()),
            real("best_trade_pct", Unit.CHANGE, r -> trades(r).bestTradePct()),
            real("worst_trade_pct", Unit.CHANGE, r -> trades(r).worstTradePct()),
            real("avg_trade_pct", Unit.CHANGE, r -> trades(r).avgTradePct()),
            real("avg_trade_days", Unit.DAYS, r -> trades(r).avgTradeDays()),
            real("max_trade_days", Unit.DAYS, r -> trades(r).maxTradeDays()),
            real("profit_factor", Unit.RATIO, r -> trades(r).profitFactor()),
            real("sqn", Unit.RATIO, r -> trades(r).sqn()),
            real("kelly", Unit.RATIO, r -> trades(r).kelly()),
            real("fees_paid", Unit.MONEY, r -> trades(r).feesPaid()),
            text("no_trade_reason", r -> r.result().noTradeReason()),
            text("data_digest", r -> r.digest().hex()),
            text("trade_hash", r -> r.result().tradeHash()),
            flag("cached", ResultRow::cached),
            real("compute_ms", Unit.MILLISECONDS, ResultRow::computeMs),
            text("origin", r -> r.origin().code()));

    private static final Interval[] INTERVALS = Interval.values();

    private ResultFields() {}

    /** Every field in order. */
    public static List<Field<ResultRow>> all() {
        return ALL;
    }

    /** Builds a row from its fields, given by name as {@link Field#of} returned them. */
    public static ResultRow row(Function<String, @Nullable Object> values) {
        Reader r = new Reader(values);
        Statistics statistics = new Statistics(
                new Returns(
                        r.real("final_value"),
                        r.real("equity_peak"),
                        r.real("total_return_pct"),
                        r.real("buy_and_hold_return_pct"),
                        r.real("excess_return_pct"),
                        r.real("cagr_pct")),
                new Risk(
                        r.real("volatility_ann_pct"),
                        r.real("sharpe_ratio"),
                        r.real("sortino_ratio"),
                        r.real("max_drawdown_pct"),
                        r.real("max_drawdown_days"),
                        r.real("calmar_ratio"),
                        r.real("exposure_pct")),
                new TradeStatistics(
                        r.integer("num_trades"),
                        r.integer("open_trades"),
                        r.real("win_rate_pct"),
                        r.real("best_trade_pct"),
                        r.real("worst_trade_pct"),
                        r.real("avg_trade_pct"),
                        r.real("avg_trade_days"),
                        r.real("max_trade_days"),
                        r.real("profit_factor"),
                        r.real("sqn"),
                        r.real("kelly"),
                        r.real("fees_paid")));
        CoinResult result = new CoinResult(
                statistics,
                r.integer("bars"),
                r.time("from"),
                r.time("to"),
                r.integer("gaps"),
                (String) values.apply("no_trade_reason"),
                r.text("trade_hash"));
        return new ResultRow(
                r.text("symbol"),
                interval(r.text("interval")),
                interval(r.text("source_interval")),
                result,
                r.integer("partial_buckets"),
                r.real("quality_score"),
                r.text("fill"),
                r.flag("synthetic"),
                DataDigest.parse(r.text("data_digest")),
                Origin.ofCode(r.text("origin")),
                r.real("compute_ms"));
    }

    /** Rows hold the very codes, which are compared faster than what a user may write is understood. */
    private static Interval interval(String code) {
        for (Interval interval : INTERVALS) {
            if (interval.code().equals(code)) {
                return interval;
            }
        }
        return Interval.parse(code);
    }

    private record Reader(Function<String, @Nullable Object> values) {
        private Object value(String name) {
            return Objects.requireNonNull(values.apply(name), name);
        }

        String text(String name) {
            return (String) value(name);
        }

        int integer(String name) {
            return ((Number) value(name)).intValue();
        }

        long time(String name) {
            return ((Number) value(name)).longValue();
        }

        boolean flag(String name) {
            return (Boolean) value(name);
        }

        double real(String name) {
            return values.apply(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    private static Returns returns(ResultRow row) {
        return row.result().statistics().returns();
    }

    private static Risk risk(ResultRow row) {
        return row.result().statistics().risk();
    }

    private static TradeStatistics trades(ResultRow row) {
        return row.result().statistics().trades();
    }
}
