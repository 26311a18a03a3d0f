package io.alphaforge.ui.runs;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.TimeRange;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SpecWords;
import io.alphaforge.ui.kit.TimeText;
import java.util.Locale;

/** Runs of the archive in words. */
final class RunWords {
    private RunWords() {}

    /** "all bars", "2022-01-01 – 2024-12-31", "from 2022-01-01", "to 2024-12-31"; the last day is the last that belongs. */
    static String range(TimeRange range, TimeText times) {
        if (!range.hasFrom() && !range.hasTo()) {
            return "all bars";
        }
        String from = range.hasFrom() ? times.date(range.from()) : "";
        String to = range.hasTo() ? times.date(range.to() - 1) : "";
        return range.hasFrom() && range.hasTo() ? from + " – " + to : range.hasFrom() ? "from " + from : "to " + to;
    }

    /** "10,000 at 0.1 % fee, 0 % slippage, next-open". */
    static String execution(ExecutionSettings execution) {
        return Formats.number(execution.capital(), 0) + " at " + share(execution.fee()) + " fee, "
                + share(execution.slippage()) + " slippage, " + execution.fill();
    }

    /** A share as a percentage with as many decimals as it needs: "0.1 %". */
    static String share(double share) {
        String digits = String.format(Locale.ROOT, "%.4f", share * 100).replaceAll("\\.?0+$", "");
        return (digits.isEmpty() ? "0" : digits) + " %";
    }

    /** All that was asked for, in one line. */
    static String spec(RunSpec spec, TimeText times) {
        return SpecWords.strategy(spec.backtest()) + "  ·  " + settings(spec, times);
    }

    /** The same without the strategy. */
    static String settings(RunSpec spec, TimeText times) {
        return SpecWords.universe(spec.universe()) + "  ·  " + spec.interval() + "  ·  "
                + range(spec.backtest().range(), times) + "  ·  "
                + execution(spec.backtest().execution());
    }

    /** How it ended, in one word. */
    static String status(RunSummary.Status status) {
        return switch (status) {
            case FINISHED -> "finished";
            case CANCELLED -> "cancelled";
            case BROKEN -> "broken";
        };
    }

    /** "260 of 260 coins, 12 failed, 240 from the cache". */
    static String coins(RunSummary summary) {
        return Formats.count(summary.completed()) + " of " + Formats.plural(summary.total(), "coin")
                + (summary.failed() > 0 ? ", " + Formats.count(summary.failed()) + " failed" : "")
                + (summary.cached() > 0 ? ", " + Formats.count(summary.cached()) + " from the cache" : "");
    }
}
