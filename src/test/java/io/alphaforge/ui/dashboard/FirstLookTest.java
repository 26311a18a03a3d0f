package io.alphaforge.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {
    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final ScriptedStore store = new ScriptedStore();
    private final List<Runnable> background = new ArrayList<>();
    private final Desk desk = new RecordedDesk(
                    background::add, pulse, Clock.fixed(Instant.ofEpochMilli(Coins.TODAY), ZoneOffset.UTC))
            .desk();
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = store.open(home);
        store.rows(Coins.row("BTCUSDT", 2, 9), Coins.row("ETHUSDT", 1, 7));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatWasSeenIsThereAtOnceAndEverythingLaterIsReadAgain() {
        FirstLook look = new FirstLook(workspace);
        look.run();
        DashboardViewModel model = new DashboardViewModel(workspace, desk, look);
        model.begin();
        assertThat(symbols(model)).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(model.summary().get().coins()).isEqualTo(2);
        assertThat(model.read().get()).isTrue();
        assertThat(model.busy().get()).isFalse();
        assertThat(background).isEmpty();
        store.rows(Coins.row("SOLUSDT", 3, 8));
        model.refresh();
        work();
        assertThat(symbols(model)).containsExactly("SOLUSDT");
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void aLookThatGoesOnIsWaitedForInTheBackground() {
        FirstLook look = new FirstLook(workspace);
        DashboardViewModel model = new DashboardViewModel(workspace, desk, look);
        model.begin();
        assertThat(symbols(model)).isEmpty();
        assertThat(model.busy().get()).isTrue();
        look.run();
        work();
        assertThat(symbols(model)).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void aLookThatHasGrownOldIsNotShown() {
        FirstLook look = new FirstLook(workspace);
        look.run();
        look.forget();
        store.rows(Coins.row("SOLUSDT", 3, 8));
        DashboardViewModel model = new DashboardViewModel(workspace, desk, look);
        model.begin();
        assertThat(symbols(model)).isEmpty();
        work();
        assertThat(symbols(model)).containsExactly("SOLUSDT");
    }

    @Test
    void aLookThatFailedIsTakenAgain() {
        store.fail("The server is away.");
        FirstLook look = new FirstLook(workspace);
        look.run();
        DashboardViewModel model = new DashboardViewModel(workspace, desk, look);
        model.begin();
        work();
        assertThat(model.problem().get()).isEqualTo("The server is away.");
        store.rows(Coins.row("BTCUSDT", 2, 9));
        model.refresh();
        work();
        assertThat(model.problem().get()).isEmpty();
        assertThat(symbols(model)).containsExactly("BTCUSDT");
    }

    private void work() {
        List<Runnable> now = List.copyOf(background);
        background.clear();
        now.forEach(Runnable::run);
        pulse.frame();
    }

    private static List<String> symbols(DashboardViewModel model) {
        return model.filter().shown().stream().map(CoinLine::symbol).toList();
    }
}
