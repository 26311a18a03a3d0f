package io.alphaforge.metrics;

import io.alphaforge.engine.EquitySink;
import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import io.alphaforge.engine.Unfilled;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import org.jspecify.annotations.Nullable;

/** Boils a simulation down to its statistics while it runs. */
final class Summary implements EquitySink {
    private static final double DAY = Interval.D1.millis();
    private static final double YEAR_DAYS = 365;
    private static final double CAGR_DAYS = 30;

    private final Bars bars;
    private final int from;
    private final int to;
    private final double capital;
    private final Drawdowns drawdowns;
    private final PeriodReturns returns;
    private final TradeTally trades = new TradeTally();
    private final FillHash hash = new FillHash();
    private double equity;
    private int heldBars;
    private boolean bought;
    private @Nullable Unfilled unfilled;

    Summary(Bars bars, int from, int to, double capital) {
        this.bars = bars;
        this.from = from;
        this.to = to;
        this.capital = capital;
        this.equity = capital;
        this.drawdowns = new Drawdowns(bars, from, capital);
        this.returns = new PeriodReturns(bars, from, to, capital);
    }

    @Override
    public void flat(double cash, int first, int end) {
        equity = cash;
        drawdowns.flat(cash, first);
        returns.held(cash, 0, end);
    }

    @Override
    public void held(double cash, double units, int first, int end) {
        equity = cash + units * bars.close().get(end - 1);
        heldBars += end - first;
        drawdowns.held(cash, units, first, end);
        returns.held(cash, units, end);
    }

    @Override
    public void filled(Fill fill) {
        bought = true;
        trades.filled(fill);
        hash.filled(fill);
    }

    @Override
    public void traded(Trade trade) {
        trades.traded(trade);
    }

    @Override
    public void unfilled(Unfilled order) {
        unfilled = order;
    }

    /** Whether anything was bought at all. */
    boolean bought() {
        return bought;
    }

    @Nullable
    Unfilled unfilled() {
        return unfilled;
    }

    String tradeHash() {
        return hash.hex();
    }

    /** The statistics, once the simulation is through. */
    Statistics statistics() {
        drawdowns.finish(to - 1);
        PeriodReturns.Ratios ratios = returns.ratios();
        double total = percent(equity, capital);
        double hold = percent(bars.close().get(to - 1), bars.close().get(from));
        double cagr = cagr();
        double worst = drawdowns.worstPct();
        return new Statistics(
                new Statistics.Returns(equity, drawdowns.peak(), total, hold, total - hold, cagr),
                new Statistics.Risk(
                        ratios.volatility() * 100,
                        ratios.sharpe(),
                        ratios.sortino(),
                        worst,
                        drawdowns.longest() / DAY,
                        worst < 0 ? cagr / -worst : Double.NaN,
                        100.0 * heldBars / (to - from)),
                trades.statistics());
    }

    private double cagr() {
        double days = (bars.interval().next(bars.time(to - 1)) - bars.time(from)) / DAY;
        return days < CAGR_DAYS ? Double.NaN : (StrictMath.pow(equity / capital, YEAR_DAYS / days) - 1) * 100;
    }

    private static double percent(double value, double base) {
        return (value / base - 1) * 100;
    }
}
