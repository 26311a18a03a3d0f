package io.alphaforge.ui.coin;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * A trade as a row of the table.
 *
 * @param index in time order, from 0
 */
record TradeRow(int index, Trade trade) {

    static List<TradeRow> of(List<Trade> trades) {
        List<TradeRow> rows = new ArrayList<>();
        for (Trade trade : trades) {
            rows.add(new TradeRow(rows.size(), trade));
        }
        return rows;
    }

    double returnPct() {
        return trade.netReturn() * 100;
    }

    double days() {
        return (double) trade.duration() / Interval.D1.millis();
    }

    /** What is unusual about it, in words; empty mostly. */
    String note() {
        List<String> notes = new ArrayList<>();
        if (trade.open()) {
            notes.add("open, marked at the last close");
        }
        late("entry", trade.entry(), notes);
        Fill exit = trade.exit();
        if (exit != null) {
            late("exit", exit, notes);
        }
        return String.join("; ", notes);
    }

    private static void late(String which, Fill fill, List<String> notes) {
        if (fill.barsLate() > 0) {
            notes.add(which + " after a gap, " + Formats.plural(fill.barsLate(), "bar") + " late");
        }
    }
}
