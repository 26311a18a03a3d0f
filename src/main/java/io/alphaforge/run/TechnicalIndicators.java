package io.alphaforge.run;

import io.alphaforge.indicator.Bollinger;
import io.alphaforge.indicator.Ema;
import io.alphaforge.indicator.Rsi;
import io.alphaforge.indicator.Sma;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The indicators that are kept beside the bars of a server, for what asks it in SQL. Runs compute their own. */
public final class TechnicalIndicators {
    private TechnicalIndicators() {}

    /**
     * One value a bar for each indicator, NaN where it is not warm yet, by the name of its column.
     *
     * @param bars with closes and volumes
     */
    public static SequencedMap<String, Column> of(Bars bars) {
        Column close = bars.close();
        Bollinger bands = Bollinger.of(close, 20, 2);
        SequencedMap<String, Column> values = new LinkedHashMap<>();
        values.put("rsi_7", Rsi.of(close, 7));
        values.put("rsi_14", Rsi.of(close, 14));
        values.put("sma_20", Sma.of(close, 20));
        values.put("sma_50", Sma.of(close, 50));
        values.put("sma_200", Sma.of(close, 200));
        values.put("ema_12", Ema.of(close, 12));
        values.put("ema_26", Ema.of(close, 26));
        values.put("bb_upper", bands.upper());
        values.put("bb_middle", bands.middle());
        values.put("bb_lower", bands.lower());
        values.put("volume_sma_20", Sma.of(bars.volume(), 20));
        return values;
    }
}
