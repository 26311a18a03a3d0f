package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final long NOW = 1_800_000_000_000L;

    @Test
    void anHourADayAndAThousandRunsAreSummedUpByThemselves() {
        List<RunTimes> runs = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            runs.add(Runs.of("run-" + i, NOW - i * TimeUnit.MINUTES.toMillis(10), 1000));
        }
        assertThat(count(runs, Span.HOUR)).isEqualTo(7);
        assertThat(count(runs, Span.DAY)).isEqualTo(145);
        assertThat(count(runs, Span.RUNS)).isEqualTo(1000);
    }

    @Test
    void aRunThatWasCancelledOrBrokeOffCountsNowhere() {
        List<RunTimes> runs = List.of(
                Runs.ended("cancelled", NOW, 5), Runs.ended("broken", NOW, 7), Runs.ended("finished", NOW, 2000));
        for (Summary summary : Summary.of(runs, Span.HOUR, NOW)) {
            assertThat(summary.figures().count()).isEqualTo(1);
        }
        assertThat(figure(runs, Measure.DURATION)).isEqualTo(2000);
        assertThat(figure(runs, Measure.COINS_PER_SECOND)).isEqualTo(50);
        assertThat(figure(runs, Measure.CACHE_HITS)).isEqualTo(40);
        assertThat(figure(runs, Measure.FIRST_RESULT)).isEqualTo(200);
    }

    @Test
    void aRunThatWantedNoKeptRowsHasNoHitRate() {
        RunTimes run = Runs.of("run", NOW, 100);
        RunTimes without = new RunTimes(
                "run",
                NOW,
                RunTimes.FINISHED,
                run.work(),
                new RunTimes.Amount(10, 10, 0, 0, 0, 100),
                run.took(),
                run.phases());
        assertThat(without.hitPct()).isNaN();
        assertThat(figure(List.of(without, run), Measure.CACHE_HITS)).isEqualTo(40);
    }

    private static long count(List<RunTimes> runs, Span span) {
        return Summary.of(runs, span, NOW).getFirst().figures().count();
    }

    private static double figure(List<RunTimes> runs, Measure measure) {
        return Summary.of(runs, Span.HOUR, NOW).stream()
                .filter(s -> s.measure() == measure)
                .findFirst()
                .orElseThrow()
                .figures()
                .average();
    }
}
