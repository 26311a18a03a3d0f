package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.SyncListener;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.run.RunEvent;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LostServerTest {
    private static final RunEvent.Failed OWED =
            new RunEvent.Failed("", "GONEUSDT", "The server db/bars does not answer.");

    /** Coins that the mirror has; none makes it as good as away. */
    private List<String> mirrored = List.of();

    private final ManualPulse pulse = new ManualPulse();
    private final RecordedDesk desk = new RecordedDesk(Runnable::run, pulse, Clock.systemUTC());

    private BacktestViewModel ended(List<RunEvent.Failed> failures, boolean enabled, boolean away)
            throws InterruptedException {
        ScriptedBacktests service = new ScriptedBacktests(List.of(Rows.lifelike("BTCUSDT", false, false)), failures);
        desk.contents.set(StoreContents.of(Rows.series(List.of("BTCUSDT", "GONEUSDT"), false)));
        BacktestViewModel model = new BacktestViewModel(service, new KeptPresets(), desk.desk(), Strategies.all());
        LostServer.follow(model, store(away, mirrored), Optional.of(new Told(enabled, away)), desk.desk());
        service.release(2);
        model.run();
        until(() -> model.phase().get() == Phase.ENDED);
        pulse.frame();
        pulse.frame();
        return model;
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            pulse.awaitRequest();
            pulse.frame();
        }
    }

    private static BarStore store(boolean away, List<String> mirrored) {
        return (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> {
                    if (away && mirrored.isEmpty()) {
                        throw new UnreachableException("The server does not answer.", new IOException("refused"));
                    }
                    return List.<StoredSeries>copyOf(Rows.series(mirrored, false));
                });
    }

    private record Told(boolean enabled, boolean away) implements Mirror {
        @Override
        public MirrorStatus status() {
            return new MirrorStatus(
                    enabled,
                    enabled && away ? 1 : 0,
                    0,
                    MirrorStatus.Amount.NONE,
                    MirrorStatus.Amount.NONE,
                    0,
                    enabled ? 1 : 0,
                    "");
        }

        @Override
        public SyncReport sync(SyncListener listener, BooleanSupplier cancelled) {
            throw new IllegalStateException("Nobody asked for that.");
        }

        @Override
        public void clear() {
            throw new IllegalStateException("Nobody asked for that.");
        }
    }

    private Notice notice() {
        assertThat(desk.notices).hasSize(1);
        return desk.notices.getFirst();
    }

    @Test
    void withAMirrorItIsOfferedToGoOnWithIt() throws InterruptedException {
        BacktestViewModel model = ended(List.of(OWED), true, true);
        assertThat(model.shown().rows()).hasSize(1);
        assertThat(notice().sentence())
                .contains("1 coin failed, what is finished stays")
                .contains("Run again to go on with the mirror, which has no bars of it;");
        Objects.requireNonNull(notice().action()).run().run();
        assertThat(model.phase().get()).isEqualTo(Phase.STARTING);
    }

    @Test
    void howManyOfTheCoinsTheMirrorLacksIsSaidBeforeTheyAreRunAgain() throws InterruptedException {
        List<RunEvent.Failed> failures =
                List.of(new RunEvent.Failed("", "ADAUSDT", "gone"), OWED, new RunEvent.Failed("", "XRPUSDT", "gone"));
        mirrored = List.of("BTCUSDT", "ADAUSDT");
        ended(failures, true, true);
        assertThat(notice().sentence())
                .contains("3 coins failed")
                .contains("go on with the mirror, which has 1 of them and lacks 2; the server is tried again");
        desk.notices.clear();
        mirrored = List.of("BTCUSDT", "GONEUSDT", "ADAUSDT", "XRPUSDT");
        ended(failures, true, true);
        assertThat(notice().sentence()).contains("the mirror, which has all of them;");
    }

    @Test
    void withoutAMirrorItIsSaidThatThereCouldBeOne() throws InterruptedException {
        ended(List.of(OWED), false, true);
        assertThat(notice().sentence()).contains("The mirror is switched off").contains("ALPHAFORGE_MIRROR_LIMIT_MB");
    }

    @Test
    void aCoinThatFailsForAnotherReasonIsNoLostServer() throws InterruptedException {
        ended(List.of(OWED), true, false);
        ended(List.of(OWED), false, false);
        ended(List.of(), true, true);
        assertThat(desk.notices).isEmpty();
    }
}
