package io.alphaforge.metrics;

import io.alphaforge.engine.Side;
import io.alphaforge.engine.Unfilled;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Signals;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sentences for the user about what was not traded, and why. */
final class Explanation {
    private Explanation() {}

    /** Why nothing was bought, or what stayed unfilled; null when there is nothing to explain. */
    static @Nullable String of(Summary summary, Bars bars, Signals signals, int to, BacktestSpec spec) {
        Unfilled order = summary.unfilled();
        if (order != null) {
            return unfilled(order, bars);
        }
        if (summary.bought()) {
            return null;
        }
        if (signals.firstReady() >= to) {
            return "The strategy needs " + (signals.firstReady() + 1) + " bars before its first signal; there are " + to
                    + ".";
        }
        return "No entry signal in range: " + spec.strategy().noEntryReason(spec.parameters()) + ".";
    }

    /** That a range holds no bars. */
    static String noBars(TimeRange range) {
        if (range.hasFrom() && range.hasTo()) {
            return "No bars between " + text(range.from()) + " and " + last(range) + ".";
        }
        if (range.hasFrom()) {
            return "No bars from " + text(range.from()) + " on.";
        }
        return range.hasTo() ? "No bars up to " + last(range) + "." : "The series has no bars.";
    }

    /** That a range holds a single bar. */
    static String tooFewBars(long time) {
        return "Too few bars: only the one of " + text(time) + " is in range; a backtest needs at least 2.";
    }

    /** That a series holds something that is no price. */
    static String noPrice(BarColumn column, double value, long time) {
        return "The series is corrupt: " + column.name().toLowerCase(Locale.ROOT) + " is " + value + " on " + text(time)
                + "; import it again.";
    }

    private static String unfilled(Unfilled order, Bars bars) {
        String when = text(bars.time(order.signalBar()));
        return switch (order.cause()) {
            case PENDING ->
                (order.side() == Side.BUY ? "The entry" : "The exit") + " signalled on the last bar (" + when
                        + ") is pending: it fills at the open of the next bar.";
            case NO_CASH -> "No cash was left for the entry signalled on " + when + ".";
        };
    }

    /** The last day that belongs to a range, or the moment it ends when that is not midnight. */
    private static String last(TimeRange range) {
        return midnight(range.to()) ? text(range.to() - Interval.D1.millis()) : text(range.to());
    }

    private static String text(long time) {
        String iso = Instant.ofEpochMilli(time).toString();
        return midnight(time) ? iso.substring(0, iso.indexOf('T')) : iso;
    }

    private static boolean midnight(long time) {
        return Math.floorMod(time, Interval.D1.millis()) == 0;
    }
}
