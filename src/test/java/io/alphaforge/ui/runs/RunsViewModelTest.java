package io.alphaforge.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunArchive;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notice.Kind;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunsViewModelTest {
    @TempDir
    private Path folder;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, pulse, Clock.systemUTC());
    private DuckDbStore store;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("prices.duckdb"), InstantSource.system());
        for (ArchivedRun run : PastRuns.three()) {
            store.runs().save(run);
        }
        model = new RunsViewModel(store.runs(), desk.desk());
        model.load();
        work();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theArchiveIsListedNewestFirst() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-3", "run-2", "run-1");
    }

    @Test
    void theFilterLooksIntoNameStrategyParametersUniverseAndInterval() {
        model.filter().set("SMA fast 20");
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-2");
        model.filter().set("top:10");
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-2", "run-1");
        model.filter().set("1h");
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-3");
        model.filter().set("cancelled");
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-3");
        model.filter().set("no such run");
        assertThat(model.shown()).isEmpty();
        rename("run-1", "Baseline");
        model.filter().set("basel");
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-1");
    }

    @Test
    void aRunTakesANameAndLosesItAgain() {
        rename("run-2", "  Fast cross ");
        assertThat(header("run-2").name()).isEqualTo("Fast cross");
        assertThat(store.runs().find("run-2").orElseThrow().header().name()).isEqualTo("Fast cross");
        rename("run-2", " ");
        assertThat(header("run-2").name()).isEmpty();
    }

    @Test
    void twoNamesGivenInOneBreathAreBothThere() {
        model.rename(header("run-1"), "one");
        model.rename(header("run-2"), "two");
        work();
        assertThat(model.shown()).extracting(Header::name).containsExactly("", "two", "one");
    }

    @Test
    void deletedRunsAreGone() {
        List<Header> gone = List.of(header("run-1"), header("run-3"));
        assertThat(model.describe(gone)).isEqualTo("Delete 2 runs? 6 rows go from the archive for good.");
        model.delete(gone);
        work();
        assertThat(model.shown()).extracting(Header::runId).containsExactly("run-2");
        assertThat(store.runs().find("run-1")).isEmpty();
        assertThat(desk.notices).containsExactly(Notice.success("2 runs deleted."));
    }

    @Test
    void theQuestionBeforehandNamesARunByItsNameOrByWhatItWas() {
        assertThat(model.describe(List.of(header("run-2"))))
                .startsWith("Delete the run sma-cross (fast 20, slow 30) of 2025-02-02 00:00? 4 rows go");
        rename("run-2", "Fast cross");
        assertThat(model.describe(List.of(header("run-2")))).startsWith("Delete the run “Fast cross” of 2025-02-02");
    }

    @Test
    void aRunThatIsGoneCannotBeRenamedAndThatIsSaid() {
        Header gone = header("run-1");
        store.runs().delete("run-1");
        model.rename(gone, "late");
        work();
        assertThat(desk.notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.PROBLEM);
            assertThat(notice.sentence()).isNotBlank().doesNotContain("Exception");
        });
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.shown()).hasSize(2);
    }

    @Test
    void aDeletionThatFailsHalfwayListsWhatIsLeftAndSaysWhy() {
        RunsViewModel failing = new RunsViewModel(deletingAllBut("run-2"), desk.desk());
        failing.load();
        work();
        failing.delete(List.copyOf(failing.runs()));
        // As when the page is gone to meanwhile.
        failing.load();
        work();
        assertThat(failing.shown()).extracting(Header::runId).containsExactly("run-2", "run-1");
        assertThat(desk.notices).containsExactly(Notice.problem("1 of 3 runs deleted. The server does not answer."));
        assertThat(desk.desk().jobs().running()).isEmpty();
    }

    @Test
    void aCancelledDeletionKeepsTheRest() {
        model.delete(List.copyOf(model.runs()));
        desk.desk().jobs().running().getFirst().cancel();
        work();
        assertThat(desk.notices).containsExactly(Notice.success("0 of 3 runs deleted."));
        assertThat(model.shown()).hasSize(3);
    }

    private RunArchive deletingAllBut(String runId) {
        RunArchive real = store.runs();
        return (RunArchive) Proxy.newProxyInstance(
                RunArchive.class.getClassLoader(), new Class<?>[] {RunArchive.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("delete") && runId.equals(arguments[0])) {
                        throw new StoreException("The server does not answer.");
                    }
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void aListThatIsTheSameLeavesTheRowsAlone() {
        List<Boolean> replaced = new ArrayList<>();
        model.replacing().subscribe((was, is) -> replaced.add(is));
        model.load();
        work();
        assertThat(replaced).isEmpty();
        rename("run-1", "x");
        assertThat(replaced).containsExactly(true, false);
    }

    private void rename(String runId, String name) {
        model.rename(header(runId), name);
        work();
    }

    private Header header(String runId) {
        return model.runs().stream()
                .filter(run -> run.runId().equals(runId))
                .findFirst()
                .orElseThrow();
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
