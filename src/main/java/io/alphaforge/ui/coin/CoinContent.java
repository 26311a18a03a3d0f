package io.alphaforge.ui.coin;

import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.MonthlyReturns;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.ui.kit.chart.ChartData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows of a coin, computed from its study.
 *
 * @param trades empty without a backtest
 * @param months null without a backtest
 */
record CoinContent(
        CoinStudy study,
        ChartData chart,
        List<TradeRow> trades,
        @Nullable MonthlyReturns months,
        MarketFigures market) {
    CoinContent {
        trades = List.copyOf(trades);
    }

    /** Goes over every bar, so not on the JavaFX thread. */
    static CoinContent of(CoinStudy study) {
        CoinDetail backtest = study.backtest();
        BacktestSpec spec = study.request().backtest();
        MonthlyReturns months = backtest == null || spec == null
                ? null
                : MonthlyReturns.of(backtest.curve(), spec.execution().capital());
        List<TradeRow> trades = backtest == null ? List.of() : TradeRow.of(backtest.trades());
        return new CoinContent(study, CoinChart.of(study), trades, months, new MarketFigures(study.bars()));
    }

    String symbol() {
        return study.request().symbol();
    }
}
