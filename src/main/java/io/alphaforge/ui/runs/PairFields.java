package io.alphaforge.ui.runs;

import static io.alphaforge.catalog.Field.real;
import static io.alphaforge.catalog.Field.text;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.metrics.Statistics;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunComparison.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The fields of a coin in two runs, for files: {@code _a} is the first run, {@code _b} the second. */
final class PairFields {
    private static final List<Field<Pair>> ALL = List.of(
            text("symbol", Pair::symbol),
            real("total_return_pct_a", Unit.CHANGE, p -> of(p.first(), PairFields::totalReturn)),
            real("total_return_pct_b", Unit.CHANGE, p -> of(p.second(), PairFields::totalReturn)),
            real("total_return_pct_difference", Unit.CHANGE, Pair::returnDifference),
            real("num_trades_a", Unit.NONE, p -> of(p.first(), PairFields::trades)),
            real("num_trades_b", Unit.NONE, p -> of(p.second(), PairFields::trades)),
            real("num_trades_difference", Unit.NONE, Pair::tradesDifference),
            real("max_drawdown_pct_a", Unit.CHANGE, p -> of(p.first(), PairFields::drawdown)),
            real("max_drawdown_pct_b", Unit.CHANGE, p -> of(p.second(), PairFields::drawdown)),
            real("max_drawdown_pct_difference", Unit.CHANGE, Pair::drawdownDifference),
            real("final_value_a", Unit.MONEY, p -> of(p.first(), PairFields::finalValue)),
            real("final_value_b", Unit.MONEY, p -> of(p.second(), PairFields::finalValue)),
            text("only_in", p -> p.inBoth() ? "" : p.first() == null ? "b" : "a"),
            new Field<>("same_fills", Field.Kind.FLAG, Unit.NONE, p -> p.inBoth() ? p.sameFills() : null),
            new Field<>("same_bars", Field.Kind.FLAG, Unit.NONE, p -> p.inBoth() ? p.sameBars() : null));

    private PairFields() {}

    /** Every field in order. */
    static List<Field<Pair>> all() {
        return ALL;
    }

    /** A figure of a row, NaN where there is no row. */
    static double of(@Nullable ResultRow row, ToDoubleFunction<Statistics> figure) {
        return row == null ? Double.NaN : figure.applyAsDouble(row.result().statistics());
    }

    static double totalReturn(Statistics statistics) {
        return statistics.returns().totalReturnPct();
    }

    static double trades(Statistics statistics) {
        return statistics.trades().numTrades();
    }

    static double drawdown(Statistics statistics) {
        return statistics.risk().maxDrawdownPct();
    }

    static double finalValue(Statistics statistics) {
        return statistics.returns().finalValue();
    }
}
