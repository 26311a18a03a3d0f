package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rewired;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DataViewModelTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, pulse, NOW);
    private Workspace workspace;
    private DataViewModel model;

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        fill(12, Interval.D1);
        model = new DataViewModel(workspace, desk.desk());
        work();
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    @Test
    void theStoreIsListedAgainWhenAServerGoesAwayOrComesBack() {
        workspace.bars().delete(model.shown().getFirst().key());
        assertThat(model.shown()).hasSize(12);
        desk.offline.set(true);
        work();
        assertThat(model.shown()).hasSize(11);
        workspace.bars().delete(model.shown().getFirst().key());
        desk.offline.set(false);
        work();
        assertThat(model.shown()).hasSize(10);
    }

    @Test
    void everySeriesIsListedWithWhatTheStoreHoldsAsAWhole() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.shown()).hasSize(12).allMatch(StoredSeries::synthetic);
        StoreFacts facts = model.facts().get();
        assertThat(facts.coins()).isEqualTo(12);
        assertThat(facts.intervals()).isEqualTo(1);
        assertThat(facts.synthetic()).isEqualTo(12);
        long bars = 0;
        for (StoredSeries series : workspace.bars().series()) {
            bars += series.bars();
            assertThat(series.firstOpen()).isGreaterThanOrEqualTo(facts.first());
            assertThat(series.end()).isLessThanOrEqualTo(facts.end());
            assertThat(series.lastOpen()).isLessThanOrEqualTo(facts.last());
        }
        assertThat(facts.bars()).isEqualTo(bars);
        assertThat(facts.size()).endsWith("MB");
    }

    @Test
    void whatIsWrittenToTheStoreAppearsWhenTheDeskKnows() {
        fill(3, Interval.H1);
        desk.contents.set(StoreContents.of(workspace.bars().series()));
        work();
        assertThat(model.shown()).hasSize(15);
        assertThat(model.facts().get().intervals()).isEqualTo(2);
    }

    @Test
    void everyWordOfTheFilterHasToBeFound() {
        fill(3, Interval.H1);
        model.load();
        work();
        String hourly = workspace.bars().series().stream()
                .filter(s -> s.interval() == Interval.H1)
                .map(StoredSeries::symbol)
                .findFirst()
                .orElseThrow();
        model.filter().set("1H  " + hourly.substring(0, 3).toLowerCase(Locale.ROOT));
        assertThat(model.shown())
                .isNotEmpty()
                .allMatch(s -> s.interval() == Interval.H1 && s.symbol().contains(hourly.substring(0, 3)));
        model.filter().set("nothing like it");
        assertThat(model.shown()).isEmpty();
        model.filter().set("");
        assertThat(model.shown()).hasSize(15);
    }

    @Test
    void deletedSeriesAreGoneAndEverybodyHearsOfIt() {
        List<StoredSeries> gone = List.copyOf(model.shown().subList(0, 2));
        model.delete(gone);
        assertThat(model.deleting().get()).isTrue();
        assertThat(desk.desk().jobs().running()).hasSize(1);
        work();
        assertThat(desk.desk().jobs().running()).isEmpty();
        assertThat(workspace.bars().series()).hasSize(10).doesNotContainAnyElementsOf(gone);
        assertThat(model.shown()).hasSize(10);
        assertThat(desk.storeChanges).isOne();
        assertThat(desk.notices).containsExactly(Notice.success("2 series deleted."));
    }

    @Test
    void aCancelledDeletionKeepsTheRestAndSaysSo() {
        model.delete(List.copyOf(model.shown()));
        desk.desk().jobs().running().getFirst().cancel();
        work();
        assertThat(workspace.bars().series()).hasSize(12);
        assertThat(desk.notices).containsExactly(Notice.success("0 of 12 series deleted."));
    }

    @Test
    void aCancelReachesTheSeriesThatIsBeingDeleted() {
        BarStore waiting = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("delete")) {
                        desk.desk().jobs().running().getFirst().cancel();
                        if (((BooleanSupplier) arguments[1]).getAsBoolean()) {
                            throw new CancellationException("Stopped; nothing of it was written.");
                        }
                    }
                    return method.invoke(workspace.bars(), arguments);
                });
        DataViewModel cancelling =
                new DataViewModel(Rewired.of(workspace).bars(waiting).workspace(), desk.desk());
        work();
        cancelling.delete(List.copyOf(cancelling.shown()));
        work();
        assertThat(workspace.bars().series()).hasSize(12);
        assertThat(desk.notices).containsExactly(Notice.success("0 of 12 series deleted."));
        cancelling.close();
    }

    @Test
    void theQuestionBeforehandNamesWhatGoes() {
        StoredSeries one = model.shown().getFirst();
        assertThat(model.describe(List.of(one)))
                .startsWith("Delete " + one.symbol() + " 1d? " + one.bars() + " bars from ")
                .contains(desk.desk().times().date(one.firstOpen()) + " to "
                        + desk.desk().times().date(one.lastOpen()));
        assertThat(model.describe(model.shown())).startsWith("Delete 12 series of 12 coins?");
    }

    @Test
    void aStoreThatCannotBeReadIsExplainedInOneSentence() {
        workspace.bars().close();
        model.load();
        work();
        assertThat(model.problem().get()).isNotBlank().doesNotContain("Exception");
        model.delete(List.copyOf(model.shown()));
        work();
        assertThat(desk.notices).singleElement().matches(n -> n.kind() == Notice.Kind.PROBLEM);
    }

    @Test
    void anErrorOfTheProgramEndsTheDeletionAllTheSame() {
        BarStore dying = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("delete")) {
                        throw new NoClassDefFoundError("io/alphaforge/Gone");
                    }
                    return method.invoke(workspace.bars(), arguments);
                });
        Workspace broken = Rewired.of(workspace).bars(dying).workspace();
        DataViewModel failing = new DataViewModel(broken, desk.desk());
        work();
        failing.delete(List.copyOf(failing.shown()));
        Job job = desk.desk().jobs().running().getFirst();
        work();
        job.await();
        assertThat(failing.deleting().get()).isFalse();
        assertThat(desk.desk().jobs().running()).isEmpty();
        assertThat(desk.notices)
                .containsExactly(
                        Notice.problem("Deleting series failed because of an error in the program; see the log."));
        failing.close();
    }

    @Test
    void afterClosingNothingIsHeardFromTheDesk() {
        model.close();
        desk.contents.set(StoreContents.of(workspace.bars().series()));
        assertThat(later).isEmpty();
        assertThat(model.shown()).isEmpty();
    }

    private void fill(int coins, Interval interval) {
        new DemoUniverse(NOW)
                .write(workspace.bars(), new DemoOptions(coins, 60, interval, 1), DemoListener.NONE, () -> false);
    }

    private void work() {
        while (!later.isEmpty() || pulse.pending() > 0) {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            while (pulse.pending() > 0) {
                pulse.frame();
            }
        }
    }
}
