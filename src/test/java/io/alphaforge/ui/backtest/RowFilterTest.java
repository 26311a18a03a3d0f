package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.scripted.Rows;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowFilterTest {
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList(
            Rows.symbols(60).stream().map(s -> Rows.lifelike(s, false, false)).toList());
    private final ObservableList<FailedCoin> failures = FXCollections.observableArrayList(
            new FailedCoin("GONEUSDT", "No bars."), new FailedCoin("BTCEUR", "Too few bars."));
    private final RowFilter filter = new RowFilter(rows, failures);

    private List<String> symbols() {
        return filter.rows().stream().map(ResultRow::symbol).toList();
    }

    @Test
    void withoutATextEverythingIsShown() {
        filter.text().set("  ");
        assertThat(filter.rows()).hasSize(60);
        assertThat(filter.failures()).hasSize(2);
    }

    @Test
    void aPartOfASymbolIsEnoughAndCommasSeparateAlternatives() {
        filter.text().set("btc, et");
        assertThat(symbols()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(filter.failures()).extracting(FailedCoin::symbol).containsExactly("BTCEUR");
    }

    @Test
    void notesAndReasonsAreSearchedToo() {
        filter.text().set("no entry");
        assertThat(filter.rows()).isNotEmpty().hasSize((int)
                rows.stream().filter(r -> r.result().noTradeReason() != null).count());
        filter.text().set("too few");
        assertThat(filter.failures()).extracting(FailedCoin::symbol).containsExactly("BTCEUR");
    }

    @Test
    void rowsThatComeLaterAreFilteredToo() {
        filter.text().set("zec");
        assertThat(symbols()).isEmpty();
        rows.add(Rows.lifelike("ZECUSDT", false, false));
        assertThat(symbols()).containsExactly("ZECUSDT");
    }

    @Test
    void coinsWithoutATradeAreCountedByReason() {
        IdleCoins idle = IdleCoins.NONE.and(rows.subList(0, 20)).and(rows.subList(20, 60));
        long expected =
                rows.stream().filter(r -> r.result().noTradeReason() != null).count();
        assertThat(idle.count()).isEqualTo((int) expected).isPositive();
        assertThat(idle.text()).startsWith(expected + " coins without a trade.").contains("No entry was signalled");
        assertThat(IdleCoins.NONE.text()).isEmpty();
    }
}
