package io.alphaforge.metrics;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Bars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulation once more, the slow and obvious way: bar by bar, at most one order waiting, and a ledger in decimals
 * of 40 digits.
 */
final class Reference {
    static final MathContext DIGITS = new MathContext(40);

    /** A purchase and its sale; the cost includes the entry fee. */
    record RoundTrip(long bought, BigDecimal cost, long sold, BigDecimal profit) {}

    private enum Order {
        BUY,
        SELL
    }

    private final List<BigDecimal> equity = new ArrayList<>();
    private final List<Boolean> inPosition = new ArrayList<>();
    private final List<RoundTrip> closed = new ArrayList<>();
    private final List<Integer> fillBars = new ArrayList<>();
    private final BigDecimal buyFactor;
    private final BigDecimal sellFactor;
    private final BigDecimal feeRate;
    private @Nullable Order waiting;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal cash;
    private BigDecimal units = BigDecimal.ZERO;
    private BigDecimal entryPrice = BigDecimal.ZERO;
    private BigDecimal entryFee = BigDecimal.ZERO;
    private long boughtAt;

    Reference(RandomCase random) {
        ExecutionSettings settings = random.settings();
        cash = new BigDecimal(settings.capital());
        feeRate = new BigDecimal(settings.fee());
        buyFactor = BigDecimal.ONE.add(new BigDecimal(settings.slippage()));
        sellFactor = BigDecimal.ONE.subtract(new BigDecimal(settings.slippage()));
        for (int i = random.from(); i < random.to(); i++) {
            step(random.bars(), i, random.script(), settings.fill());
        }
    }

    List<BigDecimal> equity() {
        return equity;
    }

    long barsInPosition() {
        return inPosition.stream().filter(held -> held).count();
    }

    List<RoundTrip> closed() {
        return closed;
    }

    List<Integer> fillBars() {
        return fillBars;
    }

    BigDecimal fees() {
        return fees;
    }

    boolean open() {
        return units.signum() > 0;
    }

    boolean orderWaiting() {
        return waiting != null;
    }

    private void step(Bars bars, int i, Scripted script, FillPolicy fill) {
        Order due = waiting;
        waiting = null;
        if (due != null) {
            execute(due, i, bars.open().get(i), bars.time(i));
        }
        Order wanted = decide(script.enter().get(i), script.leave().get(i));
        if (fill == FillPolicy.NEXT_OPEN) {
            waiting = wanted;
        } else if (wanted != null) {
            execute(wanted, i, bars.close().get(i), bars.interval().next(bars.time(i)));
        }
        equity.add(cash.add(units.multiply(new BigDecimal(bars.close().get(i)), DIGITS)));
        inPosition.add(open());
    }

    private @Nullable Order decide(boolean enter, boolean leave) {
        if (open()) {
            return leave ? Order.SELL : null;
        }
        return enter && !leave ? Order.BUY : null;
    }

    private void execute(Order order, int bar, double price, long time) {
        fillBars.add(bar);
        switch (order) {
            case BUY -> buy(new BigDecimal(price).multiply(buyFactor, DIGITS), time);
            case SELL -> sell(new BigDecimal(price).multiply(sellFactor, DIGITS), time);
        }
    }

    private void buy(BigDecimal price, long time) {
        units = cash.divide(price.multiply(BigDecimal.ONE.add(feeRate), DIGITS), DIGITS);
        entryPrice = price;
        entryFee = units.multiply(price, DIGITS).multiply(feeRate, DIGITS);
        fees = fees.add(entryFee);
        cash = BigDecimal.ZERO;
        boughtAt = time;
    }

    private void sell(BigDecimal price, long time) {
        BigDecimal value = units.multiply(price, DIGITS);
        BigDecimal fee = value.multiply(feeRate, DIGITS);
        BigDecimal cost = units.multiply(entryPrice, DIGITS).add(entryFee);
        BigDecimal gross = units.multiply(price.subtract(entryPrice), DIGITS);
        closed.add(new RoundTrip(boughtAt, cost, time, gross.subtract(entryFee).subtract(fee)));
        fees = fees.add(fee);
        cash = value.subtract(fee);
        units = BigDecimal.ZERO;
    }
}
