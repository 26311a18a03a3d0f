package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Watchlist;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniverseFormTest {
    private final Watchlist watchlist = new RecordedDesk(Runnable::run, new ManualPulse(), Clock.systemUTC())
            .desk()
            .watchlist();
    private final UniverseForm form = new UniverseForm(watchlist);
    private final StoreContents contents =
            StoreContents.of(Rows.series(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT"), false));

    @BeforeEach
    void threeCoins() {
        form.show(contents);
    }

    @Test
    void theWatchlistIsTheStarredCoinsOfTheDatabaseAndFollowsTheStars() {
        form.choice().set(UniverseChoice.WATCHLIST);
        assertThat(form.value()).isEmpty();
        assertThat(form.problem().get()).startsWith("No coin of the database is starred; star coins");
        watchlist.toggle("SOLUSDT");
        watchlist.toggle("GONEUSDT");
        watchlist.toggle("BTCUSDT");
        assertThat(form.value()).contains(new Universe.Listed(List.of("BTCUSDT", "SOLUSDT")));
        assertThat(form.summary().get()).isEqualTo("2 starred coins");
        watchlist.toggle("BTCUSDT");
        assertThat(form.value()).contains(new Universe.Listed(List.of("SOLUSDT")));
    }

    @Test
    void aClosedFormFollowsNoStars() {
        form.choice().set(UniverseChoice.WATCHLIST);
        form.close();
        watchlist.toggle("SOLUSDT");
        assertThat(form.value()).isEmpty();
    }

    @Test
    void coinsWithAtLeastSoManyBars() {
        form.choice().set(UniverseChoice.BARS);
        form.bars().text().set("1,000");
        assertThat(form.value()).contains(new Universe.AtLeastBars(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "many", ""})
    void aNumberOfBarsThatIsNoneSaysWhatToWrite(String text) {
        form.choice().set(UniverseChoice.BARS);
        form.bars().text().set(text);
        assertThat(form.problem().get()).endsWith("write a whole number from 1.");
        assertThat(form.value()).isEmpty();
    }

    @Test
    void everyUniverseCanBeSetAndReadAgain() {
        for (Universe universe : List.of(
                new Universe.All(),
                new Universe.Top(7),
                new Universe.AtLeastBars(250),
                new Universe.Listed(List.of("SOLUSDT", "BTCUSDT")))) {
            form.set(universe);
            assertThat(form.value()).contains(universe);
        }
    }

    @Test
    void tickingWritesTheSymbolsAndOpeningReadsThem() {
        SymbolPicker picker = new SymbolPicker(form.listed());
        form.choice().set(UniverseChoice.LISTED);
        form.listed().text().set("eth/usdt");
        picker.open(contents);
        assertThat(picker.tick("ETHUSDT").get()).isTrue();
        assertThat(picker.count().get()).isEqualTo("1 of 3 coins");
        picker.tick("BTCUSDT").set(true);
        assertThat(form.value()).contains(new Universe.Listed(List.of("BTCUSDT", "ETHUSDT")));
        picker.tick("ETHUSDT").set(false);
        assertThat(form.listed().text().get()).isEqualTo("BTCUSDT");
    }

    @Test
    void allThatTheSearchFindsCanBeTickedAndEverythingUnticked() {
        SymbolPicker picker = new SymbolPicker(form.listed());
        picker.open(contents);
        assertThat(picker.shown()).containsExactly("BTCUSDT", "ETHUSDT", "SOLUSDT");
        picker.search().set("t h".replace(" ", ""));
        assertThat(picker.shown()).containsExactly("ETHUSDT");
        picker.search().set("");
        picker.search().set("s");
        picker.search().set("so");
        picker.tickShown(true);
        assertThat(form.listed().text().get()).isEqualTo("SOLUSDT");
        picker.search().set("btc");
        picker.tickShown(true);
        assertThat(form.listed().text().get()).isEqualTo("BTCUSDT, SOLUSDT");
        picker.clear();
        assertThat(form.listed().text().get()).isEmpty();
        assertThat(picker.count().get()).isEqualTo("0 of 3 coins");
    }
}
