package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresetsTest {
    private final ManualPulse pulse = new ManualPulse();
    private final RecordedDesk recorded = new RecordedDesk(Runnable::run, pulse, Clock.systemUTC());
    private final KeptPresets store = new KeptPresets();
    private final BacktestForm form =
            new BacktestForm(Strategies.all(), recorded.desk().watchlist());
    private final Presets presets = new Presets(store, recorded.desk(), form);

    @BeforeEach
    void coins() {
        form.show(StoreContents.of(Rows.series(List.of("BTCUSDT", "ETHUSDT"), false)));
        pulse.frame();
    }

    @Test
    void whatIsSavedIsListedAndOpensAsItWas() {
        form.parameters().getFirst().text().set("21");
        form.universe().set(new Universe.Listed(List.of("ETHUSDT")));
        RunSpec saved = form.spec().orElseThrow();
        presets.save("  Ether ");
        pulse.frame();
        assertThat(presets.list()).containsExactly(new Preset("Ether", saved));
        assertThat(presets.current().get()).isEqualTo("Ether");
        form.strategy().set(Strategies.named("bollinger"));
        form.capital().text().set("5");
        presets.open(presets.list().getFirst());
        assertThat(form.spec()).contains(saved);
    }

    @Test
    void savingUnderTheSameNameReplaces() {
        presets.save("A");
        form.capital().text().set("77");
        presets.save("A");
        pulse.frame();
        assertThat(presets.list()).hasSize(1);
        assertThat(presets.list().getFirst().spec().backtest().execution().capital())
                .isEqualTo(77);
    }

    @Test
    void aRenamedPresetIsThereUnderItsNewNameOnly() {
        presets.save("A");
        pulse.frame();
        presets.rename("B");
        pulse.frame();
        assertThat(presets.list()).extracting(Preset::name).containsExactly("B");
        assertThat(presets.current().get()).isEqualTo("B");
    }

    @Test
    void aDeletedPresetIsGoneUntilItIsWantedBack() {
        presets.save("A");
        pulse.frame();
        Preset kept = presets.list().getFirst();
        presets.delete();
        pulse.frame();
        assertThat(presets.list()).isEmpty();
        assertThat(presets.current().get()).isEmpty();
        assertThat(recorded.notices.getFirst().sentence()).isEqualTo("The preset A is deleted.");
        Objects.requireNonNull(recorded.notices.getFirst().action()).run().run();
        pulse.frame();
        assertThat(presets.list()).containsExactly(kept);
    }

    @Test
    void anInvalidFormIsNotSavedAndSaysWhy() {
        form.fee().text().set("x");
        presets.save("A");
        pulse.frame();
        assertThat(presets.list()).isEmpty();
        assertThat(recorded.notices.getFirst().sentence()).startsWith("The preset was not saved: The fee is 'x'");
    }

    @Test
    void aStoreThatCannotBeReadIsQuoted() {
        Presets broken = new Presets(new Broken(), recorded.desk(), form);
        pulse.frame();
        assertThat(broken.problem().get()).isEqualTo("The database is gone.");
    }

    @Test
    void whatTheStoreRefusesIsToldAndLooksNeitherSavedNorDeleted() {
        presets.save("A");
        pulse.frame();
        Preset kept = presets.list().getFirst();
        store.full = true;
        presets.save("B");
        pulse.frame();
        assertThat(presets.current().get()).isEqualTo("A");
        presets.rename("C");
        pulse.frame();
        assertThat(presets.current().get()).isEqualTo("A");
        presets.delete();
        pulse.frame();
        assertThat(presets.current().get()).isEqualTo("A");
        assertThat(presets.list()).containsExactly(kept);
        assertThat(recorded.notices).hasSize(3).allMatch(notice -> notice.equals(Notice.problem("The disk is full.")));
    }

    @Test
    void aFailureIsToldWhateverIsAskedForAfterIt() {
        store.full = true;
        presets.save("A");
        store.full = false;
        presets.save("B");
        pulse.frame();
        assertThat(recorded.notices).containsExactly(Notice.problem("The disk is full."));
        assertThat(presets.current().get()).isEqualTo("B");
    }

    private static final class Broken implements PresetStore {
        @Override
        public List<Preset> list() {
            throw new StoreException("The database is gone.");
        }

        @Override
        public void save(Preset preset) {
            throw new StoreException("The database is gone.");
        }

        @Override
        public void delete(String name) {
            throw new StoreException("The database is gone.");
        }
    }
}
