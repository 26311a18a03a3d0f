package io.alphaforge.ui.coin;

import static io.alphaforge.ui.coin.Figure.plain;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.CompactText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;

/** What there is to say about a coin without a backtest: its market and its data. */
final class CoinFigures {
    private static final String WINDOW =
            " From the bars that are shown, up to the close of the last one; – when the window is shorter than a bar or"
                    + " longer than the series.";

    private CoinFigures() {}

    static List<Figure.Group> of(CoinContent content, TimeText times) {
        MarketFigures market = content.market();
        return List.of(
                new Figure.Group(
                        "Change",
                        List.of(
                                change("24 hours", market.changePct(1)),
                                change("7 days", market.changePct(7)),
                                change("30 days", market.changePct(30)),
                                change("365 days", market.changePct(365)))),
                new Figure.Group("Range", range(market, content.study().series().interval(), times)),
                new Figure.Group(
                        "Turnover",
                        List.of(
                                turnover("24 hours", market.turnover(1)),
                                turnover("7 days", market.turnover(7)),
                                turnover("30 days", market.turnover(30)))),
                new Figure.Group("Stored data", data(content.study().series(), times)));
    }

    private static List<Figure> range(MarketFigures market, Interval interval, TimeText times) {
        boolean known = Double.isFinite(market.allTimeHigh());
        return List.of(
                plain("7-day high", PriceText.of(market.high(7)), "Highest high of the last 7 days." + WINDOW),
                plain("7-day low", PriceText.of(market.low(7)), "Lowest low of the last 7 days." + WINDOW),
                plain("30-day high", PriceText.of(market.high(30)), "Highest high of the last 30 days." + WINDOW),
                plain("30-day low", PriceText.of(market.low(30)), "Lowest low of the last 30 days." + WINDOW),
                plain("All-time high", PriceText.of(market.allTimeHigh()), "Highest high of the whole series."),
                plain(
                        "reached",
                        known ? times.day(market.allTimeHighTime(), interval) : Formats.UNDEFINED,
                        "Day of the bar with the highest high."),
                change(
                        "distance",
                        (market.price() / market.allTimeHigh() - 1) * 100,
                        "Last close over the all-time high, minus 1."),
                plain("All-time low", PriceText.of(market.allTimeLow()), "Lowest low of the whole series."),
                plain(
                        "reached",
                        known ? times.day(market.allTimeLowTime(), interval) : Formats.UNDEFINED,
                        "Day of the bar with the lowest low."));
    }

    private static List<Figure> data(StoredSeries series, TimeText times) {
        Quality quality = series.quality();
        return List.of(
                plain("Interval", series.interval().code(), "Interval of the stored bars that are read."),
                plain("Bars", Formats.count(series.bars()), "Stored bars at that interval."),
                plain(
                        "First",
                        times.day(series.firstOpen(), series.interval()),
                        "Day on which the first stored bar opens."),
                plain(
                        "Last",
                        times.day(series.lastOpen(), series.interval()),
                        "Day on which the last stored bar opens."),
                plain(
                        "Quality",
                        Formats.number(quality.score(), 1),
                        "From 0 to 100: missing, rejected and duplicate bars, bars without trading, and jumps over"
                                + " 50 % lower it."),
                plain("Gaps", Formats.count(quality.gaps()), "Runs of missing bars."),
                plain("Missing bars", Formats.count(quality.missing()), "Missing bars in all gaps."),
                plain("Rejected", Formats.count(quality.rejected()), "Rows of the source that were no valid bar."),
                plain("Zero volume", Formats.count(quality.zeroVolume()), "Bars without volume."),
                plain(
                        "Jumps",
                        Formats.count(quality.jumps()),
                        "Bars that close over 50 % above or below the one before."));
    }

    private static Figure change(String name, double percent) {
        return change(name, percent, "Last close against the latest close " + name + " before, minus 1." + WINDOW);
    }

    private static Figure change(String name, double percent, String definition) {
        return new Figure(name, Formats.changePercent(percent), definition, Formats.direction(percent, 2));
    }

    private static Figure turnover(String name, double amount) {
        return plain(
                name,
                Double.isFinite(amount) ? CompactText.of(amount) : Formats.UNDEFINED,
                "Volume times close of the last " + name + ", in the quote asset." + WINDOW);
    }
}
