package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.shell.PaletteEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private final List<PaletteEntry> entries = List.of(
            entry(Kind.VIEW, "Dashboard", "The whole market at a glance"),
            entry(Kind.VIEW, "Data", "What is stored"),
            entry(Kind.ACTION, "Run the backtest", ""),
            entry(Kind.STRATEGY, "rsi", "Enters when the RSI falls below the oversold level."),
            entry(Kind.COIN, "BTCUSDT", ""),
            entry(Kind.COIN, "WBTCUSDT", ""),
            entry(Kind.COIN, "DASHUSDT", ""));

    @Test
    void theBeginningOfATitleComesBeforeItsMiddle() {
        assertThat(find("btc")).containsExactly("BTCUSDT", "WBTCUSDT");
    }

    @Test
    void viewsComeBeforeCoinsThatMatchAsWell() {
        assertThat(find("dash")).containsExactly("Dashboard", "DASHUSDT");
    }

    @Test
    void theBeginningOfAWordIsFoundInsideATitle() {
        assertThat(find("back")).containsExactly("Run the backtest");
    }

    @Test
    void aDescriptionIsSearchedToo() {
        assertThat(find("oversold")).containsExactly("rsi");
    }

    @Test
    void lettersInOrderAreEnough() {
        assertThat(find("dshb")).containsExactly("Dashboard");
    }

    @Test
    void withoutAQueryEverythingButTheCoinsIsOffered() {
        assertThat(find(" ")).containsExactly("Dashboard", "Data", "Run the backtest", "rsi");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(find("xyz")).isEmpty();
    }

    @Test
    void noMoreIsListedThanWasAskedFor() {
        assertThat(PaletteSearch.find(entries, "d", 2)).hasSize(2);
    }

    private List<String> find(String query) {
        return PaletteSearch.find(entries, query, 50).stream()
                .map(PaletteEntry::title)
                .toList();
    }

    private static PaletteEntry entry(Kind kind, String title, String detail) {
        return new PaletteEntry(kind, title, detail, "", () -> {});
    }
}
