package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.ServedWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking after a real server from the window, without a window. */
@Timeout(120)
class MaintenanceViewModelTest {
    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, pulse, Clock.systemUTC());
    private final String url = Servers.emptyDatabase(Kind.PLAIN);
    private Workspace workspace;
    private MaintenanceViewModel model;

    @BeforeEach
    void open() {
        workspace = ServedWorkspace.open(home, url);
        workspace.admin().migrate();
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), new DemoOptions(2, 60, Interval.D1, 7), DemoListener.NONE, () -> false);
        Servers.sql(
                url,
                "CREATE TABLE crypto_prices_old AS SELECT * FROM crypto_prices",
                "CREATE INDEX slow_thinking ON crypto_prices (volume)");
        model = new MaintenanceViewModel(workspace, desk.desk());
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    private void work() {
        while (!later.isEmpty() || pulse.pending() > 0) {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            pulse.frame();
        }
    }

    private void select(String name) {
        model.select(model.items().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private List<String> effects() {
        return Objects.requireNonNull(model.planned().get()).plan().effects();
    }

    @Test
    void nothingIsAskedBeforeItIsShownThenEverythingIsListed() {
        assertThat(later).isEmpty();
        assertThat(model.isThere()).isTrue();
        model.load();
        assertThat(model.busy().getValue()).isTrue();
        work();
        assertThat(model.items())
                .extracting(MaintenanceItem::kind)
                .contains(
                        MaintenanceItem.Kind.TABLE,
                        MaintenanceItem.Kind.LEFTOVER,
                        MaintenanceItem.Kind.UNUSED_INDEX,
                        MaintenanceItem.Kind.SETTING,
                        MaintenanceItem.Kind.RETENTION);
        assertThat(model.queries()).isNotEmpty();
    }

    @Test
    void anActionIsShownAndOnlyDoneAfterThat() {
        model.load();
        work();
        model.apply();
        assertThat(desk.desk().jobs().running()).as("nothing was chosen").isEmpty();
        select("slow_thinking");
        model.preview(MaintenanceAction.DROP_INDEX);
        work();
        assertThat(effects()).anyMatch(e -> e.contains("CREATE INDEX slow_thinking"));
        assertThat(model.missing()).isEmpty();
        model.apply();
        assertThat(desk.desk().jobs().running()).hasSize(1);
        work();
        assertThat(desk.desk().jobs().running()).isEmpty();
        assertThat(desk.notices).containsExactly(Notice.success("slow_thinking was dropped."));
        assertThat(model.items()).noneMatch(i -> i.name().equals("slow_thinking"));
        assertThat(model.selected().get()).isNull();
    }

    @Test
    void aTableIsDroppedOnlyWithItsNameTypedAndABackup() {
        model.load();
        work();
        select("crypto_prices_old");
        model.preview(MaintenanceAction.DROP_TABLE);
        work();
        model.confirmed().set("crypto_prices_old");
        assertThat(model.missing()).isEqualTo("A backup of the table comes first.");
        model.backUp(home.resolve("old.zip"));
        work();
        assertThat(desk.notices.getLast().sentence()).contains(" rows of crypto_prices_old are in ");
        model.confirmed().set("crypto_prices");
        assertThat(model.missing()).isEqualTo("Type the name of the table to drop it.");
        model.apply();
        work();
        assertThat(Servers.value(url, "SELECT to_regclass('crypto_prices_old')"))
                .isEqualTo("crypto_prices_old");
        model.confirmed().set("crypto_prices_old");
        model.apply();
        work();
        assertThat(desk.notices.getLast().sentence()).startsWith("crypto_prices_old was dropped");
        assertThat(Servers.value(url, "SELECT to_regclass('crypto_prices_old')"))
                .isEqualTo("null");
    }

    @Test
    void retentionIsShownForTheDaysThatAreTypedAndANewNumberTakesItBack() {
        model.load();
        work();
        select("retention");
        model.days().set("30");
        model.preview(MaintenanceAction.RETENTION);
        work();
        assertThat(effects()).anyMatch(e -> e.contains("of 2 coins go"));
        model.days().set("3000");
        assertThat(model.planned().get()).isNull();
        model.days().set("soon");
        model.preview(MaintenanceAction.RETENTION);
        work();
        assertThat(model.missing()).contains("1 or more");
    }

    @Test
    void whatRunsOnTheServerIsStoppedByTheJobAndToldInOneSentence() throws InterruptedException {
        Servers.sql(
                url,
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(120); RETURN OLD; END $$",
                "CREATE TRIGGER slow BEFORE DELETE ON crypto_prices FOR EACH ROW EXECUTE FUNCTION slow()");
        String bars = Servers.value(url, "SELECT count(*) FROM crypto_prices");
        model.load();
        work();
        select("retention");
        model.days().set("1");
        model.preview(MaintenanceAction.RETENTION);
        work();
        model.apply();
        Thread running = Thread.ofPlatform().start(later.removeFirst());
        String asleep =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
        while (running.isAlive() && Servers.value(url, asleep).equals("0")) {
            Thread.onSpinWait();
        }
        desk.desk().jobs().running().getFirst().cancel();
        running.join();
        work();
        assertThat(desk.notices)
                .containsExactly(Notice.problem("Stopped; what was done before is kept, the rest was not begun."));
        assertThat(desk.desk().jobs().running()).isEmpty();
        assertThat(Servers.value(url, asleep)).isEqualTo("0");
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_prices")).isEqualTo(bars);
    }

    @Test
    void aFileOnThisComputerOffersOnlyWhatApplies() {
        try (Workspace local = new RealWorkspace().open(new WorkspaceOpener.Options(home.resolve("local"), null))) {
            MaintenanceViewModel file = new MaintenanceViewModel(local, desk.desk());
            file.load();
            work();
            assertThat(file.isThere()).isTrue();
            assertThat(file.items()).extracting(MaintenanceItem::kind).containsExactly(MaintenanceItem.Kind.FILE);
            assertThat(file.queries()).isEmpty();
            file.close();
        }
    }
}
