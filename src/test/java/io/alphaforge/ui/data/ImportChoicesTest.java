package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.Layout;
import io.alphaforge.market.Interval;
import org.junit.jupiter.api.Test;

class ImportChoicesTest {
    private final ImportChoices choices = new ImportChoices();

    @Test
    void nothingChosenTellsEverythingFromTheFiles() {
        assertThat(choices.options()).isEqualTo(ImportOptions.DEFAULT);
        assertThat(choices.count()).isZero();
        assertThat(choices.problem()).isEmpty();
    }

    @Test
    void everyChoiceIsPassedOn() {
        choices.layout().set(Layout.KRAKEN);
        choices.interval().set(Interval.H1);
        choices.symbol().set(" btc/usd ");
        choices.suffix().set("P");
        choices.replace().set(true);
        choices.trial().set(true);
        assertThat(choices.options())
                .isEqualTo(new ImportOptions(Layout.KRAKEN, "btc/usd", "P", Interval.H1, true, true));
        assertThat(choices.count()).isEqualTo(6);
        choices.reset();
        assertThat(choices.options()).isEqualTo(ImportOptions.DEFAULT);
    }

    @Test
    void whatCannotBeASymbolIsExplained() {
        choices.symbol().set("BTC$");
        assertThat(choices.options()).isNull();
        assertThat(choices.problem()).contains("'BTC$' is not a symbol");
        choices.symbol().set("BTC");
        choices.suffix().set("?");
        assertThat(choices.problem()).isNotEmpty();
    }
}
