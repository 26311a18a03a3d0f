package io.alphaforge.engine;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic simulation of one coin over a range of bars: signals become orders, orders become fills, long or
 * flat, one position at a time.
 *
 * <p>It jumps from signal to signal, so its cost grows with trades, not with bars.
 */
public final class Simulator {
    private final Bars bars;
    private final Signals signals;
    private final int end;
    private final ExecutionSettings settings;
    private final EquitySink sink;
    private final Ledger ledger;
    private final boolean atOpen;
    private final Column prices;

    private Simulator(Bars bars, Signals signals, int end, ExecutionSettings settings, EquitySink sink) {
        this.bars = bars;
        this.signals = signals;
        this.end = end;
        this.settings = settings;
        this.sink = sink;
        this.ledger = new Ledger(settings.capital(), settings.fee());
        this.atOpen = settings.fill() == FillPolicy.NEXT_OPEN;
        this.prices = atOpen ? bars.open() : bars.close();
    }

    /**
     * Simulates the bars {@code from} (inclusive) to {@code to} (exclusive); no order is filled outside of them.
     *
     * @param bars with closes, and opens when orders fill at the next open
     * @param signals for all of the bars; those before {@code from} are ignored
     */
    public static void run(Bars bars, Signals signals, int from, int to, ExecutionSettings settings, EquitySink sink) {
        if (signals.size() != bars.size() || from < 0 || from > to || to > bars.size()) {
            throw new IllegalArgumentException("The range " + from + " to " + to + " or the " + signals.size()
                    + " signals do not fit " + bars.size() + " bars.");
        }
        new Simulator(bars, signals, to, settings, sink).run(from);
    }

    private void run(int from) {
        int flatSince = from;
        int decide = from;
        while (true) {
            int signal = nextEntry(decide);
            double spare = ledger.cash();
            @Nullable Fill entry = signal < end ? buy(signal) : null;
            if (entry == null) {
                flat(spare, flatSince, end);
                return;
            }
            flat(spare, flatSince, entry.bar());
            sink.filled(entry);
            double cash = ledger.cash();
            double units = ledger.units();
            int leave = signals.nextLeave(nextDecision(entry.bar()));
            @Nullable Fill exit = leave < end ? sell(leave) : null;
            if (exit == null) {
                sink.held(cash, units, entry.bar(), end);
                sink.traded(new Trade(entry, null, bars.close().get(end - 1), endOf(end - 1)));
                return;
            }
            sink.held(cash, units, entry.bar(), exit.bar());
            sink.filled(exit);
            sink.traded(Trade.closed(entry, exit));
            flatSince = exit.bar();
            decide = nextDecision(exit.bar());
        }
    }

    /** The next bar that wants to enter and does not want to leave at the same time. */
    private int nextEntry(int from) {
        int bar = signals.nextEnter(from);
        while (bar < end && signals.leave(bar)) {
            bar = signals.nextEnter(bar + 1);
        }
        return bar;
    }

    private @Nullable Fill buy(int signal) {
        int bar = fillBar(signal);
        if (bar >= end) {
            sink.unfilled(new Unfilled(Side.BUY, signal, Unfilled.Cause.PENDING));
            return null;
        }
        double price = prices.get(bar) * (1 + settings.slippage());
        double units = ledger.affordable(price);
        if (units == 0) {
            sink.unfilled(new Unfilled(Side.BUY, signal, Unfilled.Cause.NO_CASH));
            return null;
        }
        double fee = ledger.buy(units, price);
        return new Fill(Side.BUY, signal, bar, timeOf(bar), price, units, fee, late(signal, bar));
    }

    private @Nullable Fill sell(int signal) {
        int bar = fillBar(signal);
        if (bar >= end) {
            sink.unfilled(new Unfilled(Side.SELL, signal, Unfilled.Cause.PENDING));
            return null;
        }
        double price = prices.get(bar) * (1 - settings.slippage());
        double units = ledger.units();
        double fee = ledger.sell(price);
        return new Fill(Side.SELL, signal, bar, timeOf(bar), price, units, fee, late(signal, bar));
    }

    private void flat(double cash, int from, int to) {
        if (from < to) {
            sink.flat(cash, from, to);
        }
    }

    private int fillBar(int signal) {
        return atOpen ? signal + 1 : signal;
    }

    /** The first bar whose close can decide about what was done at {@code bar}. */
    private int nextDecision(int bar) {
        return atOpen ? bar : bar + 1;
    }

    private long timeOf(int bar) {
        return atOpen ? bars.time(bar) : endOf(bar);
    }

    private long endOf(int bar) {
        return bars.interval().next(bars.time(bar));
    }

    private long late(int signal, int bar) {
        Interval interval = bars.interval();
        return atOpen ? interval.barsBetween(endOf(signal), bars.time(bar)) : 0;
    }
}
