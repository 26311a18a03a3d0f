package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.RunEvent;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirroredCoinsTest {
    private static final List<String> ALL = Rows.symbols(30);

    private final RecordedDesk desk = new RecordedDesk(Runnable::run, new ManualPulse(), Clock.systemUTC());
    private final BacktestViewModel model = new BacktestViewModel(
            new ScriptedBacktests(List.of(), List.<RunEvent.Failed>of()),
            new KeptPresets(),
            desk.desk(),
            Strategies.all());

    @Test
    void whileTheServerIsAwayTheFormSaysHowManyCoinsOfTheShownRunTheMirrorLacks() {
        UniverseForm form = model.form().universe();
        form.choice().set(UniverseChoice.ALL);
        hold(ALL);
        assertThat(form.summary().get()).isEqualTo("30 coins in the database");
        desk.offline.set(true);
        hold(ALL.subList(0, 12));
        assertThat(form.summary().get())
                .isEqualTo("The server does not answer; its mirror on this computer has 12 coins.");
        model.shown()
                .append(
                        ALL.subList(4, 29).stream().map(s -> Rows.of(s, 1)).toList(),
                        List.of(new FailedCoin(ALL.get(29), "The server does not answer.")));
        String lacking =
                "The server does not answer; its mirror on this computer has 12 coins and lacks 18 of the 26 of the run"
                        + " that is shown.";
        assertThat(form.summary().get()).isEqualTo(lacking);
        form.choice().set(UniverseChoice.TOP);
        assertThat(form.summary().get()).isEqualTo(lacking);
        hold(ALL);
        assertThat(form.summary().get()).endsWith("and lacks none of the run that is shown.");
        desk.offline.set(false);
        assertThat(form.summary().get()).isEmpty();
        model.close();
        desk.offline.set(true);
        assertThat(form.summary().get()).isEmpty();
    }

    private void hold(List<String> symbols) {
        desk.contents.set(StoreContents.of(Rows.series(symbols, false)));
    }
}
