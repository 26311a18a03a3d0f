package io.alphaforge.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.Interval;
import io.alphaforge.ui.dashboard.MarketSummary.Breadth;
import io.alphaforge.ui.dashboard.MarketSummary.Mover;
import io.alphaforge.ui.dashboard.MarketSummary.Turnover;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketSummaryTest {

    @Test
    void breadthCountsCoinsThatRoseFellAndStayedWithoutStaleOnesAndWithoutThoseWhoseChangeIsUnknown() {
        MarketSummary summary = MarketSummary.of(List.of(
                Coins.row("AUSDT", 1.5, 1),
                Coins.row("BUSDT", 0.001, 1),
                Coins.row("CUSDT", -3, 1),
                Coins.row("DUSDT", 0, 1),
                Coins.row("EUSDT", Double.NaN, 1),
                Coins.row("FUSDT", 40, 1, true),
                Coins.row("GUSDT", Double.NaN, 1, true)));
        assertThat(summary.breadth()).isEqualTo(new Breadth(2, 1, 1, 1));
        assertThat(summary.breadth().known()).isEqualTo(4);
        assertThat(summary.stale()).isEqualTo(2);
        assertThat(summary.coins()).isEqualTo(7);
    }

    @Test
    void theStrongestAndWeakestAreThreeEachWithoutStaleAndUnknownOnes() {
        MarketSummary summary = MarketSummary.of(List.of(
                Coins.row("AUSDT", 5, 1),
                Coins.row("BUSDT", -5, 1),
                Coins.row("CUSDT", 90, 1, true),
                Coins.row("DUSDT", -90, 1, true),
                Coins.row("EUSDT", Double.NaN, 1),
                Coins.row("FUSDT", 7, 1),
                Coins.row("GUSDT", 6, 1),
                Coins.row("HUSDT", -1, 1)));
        assertThat(summary.strongest())
                .containsExactly(new Mover("FUSDT", "F", 7), new Mover("GUSDT", "G", 6), new Mover("AUSDT", "A", 5));
        assertThat(summary.weakest())
                .containsExactly(new Mover("BUSDT", "B", -5), new Mover("HUSDT", "H", -1), new Mover("AUSDT", "A", 5));
    }

    @Test
    void turnoverIsSummedForEachQuoteAssetByItselfTheOneWithMostCoinsFirst() {
        MarketSummary summary = MarketSummary.of(List.of(
                Coins.row("ABTC", 1, 1_000),
                Coins.row("AUSDT", 1, 100.5),
                Coins.row("BUSDT", 1, 0.25),
                Coins.row("CUSDT", 1, Double.NaN),
                Coins.row("DUSDT", 1, 9, true)));
        assertThat(summary.turnovers()).containsExactly(new Turnover("USDT", 4, 109.75), new Turnover("BTC", 1, 1_000));
    }

    @Test
    void theDataEndsWhereTheLastBarOfAnyCoinEnds() {
        MarketSummary summary = MarketSummary.of(List.of(Coins.row("AUSDT", 1, 1, true), Coins.row("BUSDT", 1, 1)));
        assertThat(summary.newest()).isEqualTo(Coins.TODAY - Coins.DAY);
        assertThat(summary.end()).isEqualTo(Coins.TODAY);
    }

    @Test
    void syntheticCoinsAreCounted() {
        assertThat(MarketSummary.of(List.of(Coins.row("AUSDT", 1, 1), Coins.row("BUSDT.DEMO", 1, 1)))
                        .synthetic())
                .isEqualTo(1);
    }

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(MarketSummary.EMPTY)
                .isEqualTo(new MarketSummary(
                        0, 0, 0, new Breadth(0, 0, 0, 0), List.of(), List.of(), List.of(), 0, 0, Interval.D1));
    }

    @Test
    void distancesComparePriceWithTheAllTimeHighAndLow() {
        CoinLine line = new CoinLine(Coins.row("AUSDT", 1, 1), false);
        assertThat(line.fromHighPct()).isCloseTo(-75, within(1e-12));
        assertThat(line.fromLowPct()).isCloseTo(400, within(1e-12));
    }
}
