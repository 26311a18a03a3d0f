package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notice.Kind;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.PriceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FillViewModelTest {
    private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Integer> seriesWhenTold = new ArrayList<>();
    private final Jobs jobs = new Jobs();
    private DuckDbStore store;
    private FillViewModel model;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("prices.duckdb"), InstantSource.fixed(NOW));
        model = new FillViewModel(
                store,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new DemoOptions(12, 60, Interval.D1, 1),
                later::add,
                pulse,
                () -> seriesWhenTold.add(store.series().size()),
                jobs);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDemoUniverseIsMadeInTheBackgroundAndAnnouncedWhenItIsThere() {
        model.createDemo();
        assertThat(model.phase().get()).isEqualTo(Phase.WORKING);
        assertThat(store.series()).isEmpty();
        work();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.fraction().get()).isEqualTo(1);
        assertThat(model.outcome().get()).startsWith("12 synthetic coins with ").endsWith("bars created.");
        assertThat(seriesWhenTold).containsExactly(12);
        assertThat(store.series()).allMatch(StoredSeries::synthetic);
    }

    @Test
    void aCancelledDemoKeepsWhatIsStoredAndSaysSo() {
        model.createDemo();
        model.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.CANCELLING);
        work();
        assertThat(model.phase().get()).isEqualTo(Phase.REPORTING);
        assertThat(model.outcome().get()).startsWith("Cancelled; 0 synthetic coins");
        assertThat(model.notice().kind()).isEqualTo(Kind.INFORMATION);
        model.createDemo();
        work();
        assertThat(store.series()).hasSize(12);
    }

    @Test
    void everyFileOfAnImportHasItsLineAndTheReportStaysUntilItWasRead() throws IOException {
        Path good = Files.writeString(folder.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path bad = Files.writeString(folder.resolve("empty.csv"), "");
        model.importFiles(List.of(good, bad));
        work();
        assertThat(model.phase().get()).isEqualTo(Phase.REPORTING);
        assertThat(model.notice()).isEqualTo(Notice.problem("1 file imported, 1 not."));
        assertThat(model.reports()).hasSize(2);
        assertThat(model.reports())
                .filteredOn(ReportLine::imported)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.file()).contains("ABCUSDT_1d.csv");
                    FileReport.Imported found = Objects.requireNonNull(line.found());
                    assertThat(found.series()).hasToString("ABCUSDT 1d");
                    assertThat(found.bars()).isEqualTo(40);
                    assertThat(line.text()).isEmpty();
                });
        assertThat(model.reports())
                .filteredOn(line -> !line.imported())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("empty.csv"));
        assertThat(seriesWhenTold).containsExactly(1);
        model.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
    }

    @Test
    void duplicatesThatDifferAndBarsThatAreNotCompleteAreNoted() throws IOException {
        long day = Duration.ofDays(1).toMillis();
        long last = NOW.toEpochMilli() - day / 2;
        Path file = Files.writeString(
                folder.resolve("ABCUSDT_1d.csv"),
                "timestamp,open,high,low,close,volume\n%d,1,2,1,1,5\n%d,1,2,1,2,5\n%d,1,2,1,1,5\n"
                        .formatted(last - day, last - day, last));
        model.importFiles(List.of(file));
        work();
        ReportLine line = model.reports().getFirst();
        assertThat(line.text()).isEqualTo("1 duplicate, 1 of them with other values, 1 not complete yet");
        assertThat(ReportColumns.fields())
                .filteredOn(field -> List.of("overridden", "incomplete").contains(field.name()))
                .extracting(field -> field.plain(line))
                .containsExactly("1", "1");
    }

    @Test
    void anImportOfWhichNothingCameLeadsBackToTheOffer() throws IOException {
        model.importFiles(List.of(Files.writeString(folder.resolve("empty.csv"), "")));
        work();
        assertThat(model.outcome().get()).isEqualTo("0 files imported, 1 not.");
        model.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.OFFERING);
        assertThat(model.reports()).isEmpty();
    }

    @Test
    void aStoreThatCannotBeWrittenIsExplainedInOneSentence() {
        store.close();
        model = new FillViewModel(
                store, Clock.fixed(NOW, ZoneOffset.UTC), DemoOptions.DEFAULT, later::add, pulse, () -> {}, jobs);
        model.createDemo();
        work();
        assertThat(model.phase().get()).isEqualTo(Phase.REPORTING);
        assertThat(model.outcome().get()).isNotBlank().doesNotContain("Exception");
        assertThat(model.notice().kind()).isEqualTo(Kind.PROBLEM);
        store = DuckDbStore.open(folder.resolve("prices.duckdb"), InstantSource.fixed(NOW));
    }

    @Test
    void nothingElseBeginsWhileItWorks() {
        model.createDemo();
        model.createDemo();
        model.importFiles(List.of(folder));
        assertThat(later).hasSize(1);
        work();
    }

    @Test
    void filesThatComeWhileItWorksAreImportedAfterwardsAndReportedTogether() throws IOException {
        Path first = Files.writeString(folder.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path second = Files.writeString(folder.resolve("XYZUSDT_1d.csv"), PriceFiles.daily(30));
        model.importFiles(List.of(first));
        model.importFiles(List.of(second));
        assertThat(model.queued().get()).isOne();
        work();
        assertThat(model.queued().get()).isZero();
        assertThat(model.phase().get()).isEqualTo(Phase.REPORTING);
        assertThat(model.reports()).extracting(ReportLine::name).containsExactly("ABCUSDT_1d.csv", "XYZUSDT_1d.csv");
        assertThat(model.notice().kind()).isEqualTo(Kind.SUCCESS);
        assertThat(seriesWhenTold).containsExactly(1, 2);
    }

    @Test
    void aCancelForgetsWhatWaits() throws IOException {
        Path file = Files.writeString(folder.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        model.importFiles(List.of(file));
        model.importFiles(List.of(file));
        model.cancel();
        work();
        assertThat(model.outcome().get()).isEqualTo("Cancelled; 0 files imported, 0 not.");
        assertThat(store.series()).isEmpty();
    }

    @Test
    void whatGoesOnIsAJobThatCanBeCancelledAndAwaited() {
        model.createDemo();
        Job job = jobs.running().getFirst();
        assertThat(job.title()).isEqualTo("Demo coins");
        assertThat(job.keepsResults()).isTrue();
        job.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.CANCELLING);
        work();
        job.await();
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aTrialReadsAndReportsButStoresNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        model.importFiles(List.of(file), new ImportOptions(null, null, ".P", null, false, true));
        work();
        assertThat(model.outcome().get()).isEqualTo("1 file readable, 0 not.");
        FileReport.Imported found =
                Objects.requireNonNull(model.reports().getFirst().found());
        assertThat(found.series()).hasToString("ABCUSDT.P 1d");
        assertThat(store.series()).isEmpty();
        assertThat(model.reports()).singleElement().satisfies(line -> {
            assertThat(line.result()).isEqualTo("readable");
            assertThat(exported(line, "imported")).isEqualTo(false);
        });
        model.importFiles(List.of(file));
        work();
        assertThat(model.reports()).singleElement().satisfies(line -> {
            assertThat(line.result()).isEqualTo("imported");
            assertThat(exported(line, "imported")).isEqualTo(true);
        });
    }

    private static @Nullable Object exported(ReportLine line, String field) {
        return ReportColumns.fields().stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .orElseThrow()
                .of(line);
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
