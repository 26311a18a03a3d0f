package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.Formats;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Coins of a run that made no trade, counted by the reason that each row gives.
 *
 * @param count how many they are
 * @param reasons how many have which reason
 */
record IdleCoins(int count, Map<String, Integer> reasons) {
    static final IdleCoins NONE = new IdleCoins(0, Map.of());

    /** These coins and those of more rows. */
    IdleCoins and(Collection<ResultRow> rows) {
        Map<String, Integer> merged = new LinkedHashMap<>(reasons);
        int more = 0;
        for (ResultRow row : rows) {
            String reason = row.result().noTradeReason();
            if (reason != null
                    && row.result().statistics().trades().numTrades() == 0
                    && row.result().statistics().trades().openTrades() == 0) {
                merged.merge(reason, 1, Integer::sum);
                more++;
            }
        }
        return more == 0 ? this : new IdleCoins(count + more, merged);
    }

    /** All of it in one line, the most frequent reason first; empty when every coin was traded. */
    String text() {
        if (count == 0) {
            return "";
        }
        Map.Entry<String, Integer> first = reasons.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow();
        int others = count - first.getValue();
        return Formats.plural(count, "coin") + " without a trade.  "
                + (others == 0 && count == 1 ? "" : Formats.count(first.getValue()) + " ×  ") + first.getKey()
                + (others == 0 ? "" : "  " + Formats.count(others) + " for other reasons: see Note.");
    }
}
