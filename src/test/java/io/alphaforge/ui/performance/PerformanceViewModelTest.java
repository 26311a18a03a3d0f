package io.alphaforge.ui.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.telemetry.Measure;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Span;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceViewModelTest {
    private static final long NOW = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final Measured measured = new Measured();
    private final RecordedDesk desk =
            new RecordedDesk(Runnable::run, pulse, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        measured.runs = MeasuredRuns.before(NOW, 60);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private PerformanceViewModel loaded() {
        PerformanceViewModel model = new PerformanceViewModel(measured.of(workspace), desk.desk());
        model.load();
        pulse.frame();
        return model;
    }

    @Test
    void theSpanSaysWhichRunsAreShownAndIsKept() {
        PerformanceViewModel model = loaded();
        assertThat(model.runs()).hasSize(60);
        model.span().set(Span.HOUR);
        assertThat(model.runs()).isNotEmpty().hasSizeLessThan(60).allMatch(run -> run.startedAt() >= NOW - 3_600_000);
        assertThat(loaded().span().get()).isEqualTo(Span.HOUR);
    }

    @Test
    void whoHearsOfALookFindsItsRunsThere() {
        PerformanceViewModel model = new PerformanceViewModel(measured.of(workspace), desk.desk());
        List<Integer> found = new ArrayList<>();
        model.snapshot().subscribe((was, is) -> found.add(model.runs().size()));
        model.load();
        pulse.frame();
        assertThat(found).containsExactly(60);
    }

    @Test
    void aSelectedRunStaysSelectedWithWhatBecameKnownOfIt() {
        PerformanceViewModel model = loaded();
        RunTimes chosen = measured.runs.get(3);
        model.selected().set(chosen);
        List<RunTimes> now = new ArrayList<>(measured.runs);
        now.set(3, chosen.shown(40));
        measured.runs = now;
        model.load();
        pulse.frame();
        assertThat(model.selected().get()).isEqualTo(chosen.shown(40));
        measured.runs = List.of();
        model.load();
        pulse.frame();
        assertThat(model.selected().get()).isNull();
        assertThat(model.last()).isEmpty();
    }

    @Test
    void nothingIsAskedForWhileTheLastLookIsNotShown() {
        PerformanceViewModel model = new PerformanceViewModel(measured.of(workspace), desk.desk());
        model.load();
        model.load();
        assertThat(measured.looks).isOne();
        pulse.frame();
        model.load();
        assertThat(measured.looks).isEqualTo(2);
    }

    @Test
    void aServerThatIsAwayCostsOnlyWhatItWouldHaveSaid() {
        measured.served = true;
        measured.queries = List.of(new SlowQuery(1, "TimescaleStore.series (SeriesSurvey/list)", "SELECT 1", 1200));
        PerformanceViewModel model = loaded();
        measured.isAway = true;
        model.loadAll();
        pulse.frame();
        Snapshot now = Objects.requireNonNull(model.snapshot().get());
        assertThat(now.queries()).isEqualTo(measured.queries);
        assertThat(model.problem().get()).isEmpty();
        assertThat(measured.looks).isEqualTo(2);
    }

    @Test
    void theSnapshotHasEveryMeasureOfEverySpanAndTheGauges() {
        Snapshot now = Objects.requireNonNull(loaded().snapshot().get());
        assertThat(now.summaries()).hasSize(Span.values().length * Measure.values().length);
        assertThat(now.of(Span.DAY)).hasSize(Measure.values().length);
        assertThat(now.gauges().memory().heapUsed()).isPositive();
        assertThat(now.gauges().pool()).isEmpty();
    }

    @Test
    void figuresHaveAboutThreeDigits() {
        assertThat(List.of(0.0, 0.4211, 9.04, 99.94, 421.4, 1234.0, 59_900.0, 185_000.0, Double.NaN).stream()
                        .map(TookText::millis))
                .containsExactly(
                        "0 ms", "0.42 ms", "9.0 ms", "99.9 ms", "421 ms", "1.23 s", "59.9 s", "3 min 05 s", "–");
    }

    @Test
    void aScaleHasRoomForNearlyAllRunsAndEndsAtARoundNumber() {
        assertThat(DurationScale.of(1234, 1100).top()).isEqualTo(1500);
        DurationScale cut = DurationScale.of(60_000, 950);
        assertThat(cut.top()).isEqualTo(2000);
        assertThat(cut.isCut(60_000)).isTrue();
        assertThat(cut.height(1000)).isEqualTo(0.5);
        assertThat(DurationScale.of(0, Double.NaN).top()).isPositive();
    }
}
