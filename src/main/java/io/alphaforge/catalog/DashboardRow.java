package io.alphaforge.catalog;

import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;

/**
 * One coin on the dashboard. All figures come from the coin's finest stored interval; windows end at E, the close time
 * of its last bar. NaN stands for a figure without a defined value.
 *
 * @param interval the finest stored interval
 * @param price last close
 * @param change24hPct last close against the latest close at or before E − 24 h, in percent
 * @param change7dPct the same over 7 days
 * @param day highs, lows and volume of bars that open at or after E − 24 h
 * @param week the same over 7 days
 * @param month the same over 30 days
 * @param turnover30d sum of volume · close over the coin's last 30 days, in the quote asset
 * @param allTimeHigh highest high ever stored, and when its bar opened
 * @param allTimeLow lowest low ever stored, and when its bar opened
 * @param firstOpen open time of the first bar of that interval
 * @param newest open time of the last bar
 * @param end E, when the last bar closes
 * @param stale whether the coin ends more than 48 h before the newest bar in the store
 * @param sparkline up to 30 daily closes, oldest first, the last one being {@code price}
 */
public record DashboardRow(
        Instrument instrument,
        Interval interval,
        double price,
        double change24hPct,
        double change7dPct,
        Window day,
        Window week,
        Window month,
        double turnover30d,
        Extreme allTimeHigh,
        Extreme allTimeLow,
        long bars,
        long firstOpen,
        long newest,
        long end,
        double qualityScore,
        boolean stale,
        boolean synthetic,
        Column sparkline) {

    /** Highest high, lowest low and summed volume (base asset) of the bars within a window. */
    public record Window(double high, double low, double volume) {}

    /** A price and the open time of the bar that had it. */
    public record Extreme(double price, long time) {}

    public String symbol() {
        return instrument.symbol();
    }
}
