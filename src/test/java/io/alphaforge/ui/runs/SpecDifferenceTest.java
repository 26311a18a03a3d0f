package io.alphaforge.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.SpecWords;
import io.alphaforge.ui.kit.TimeText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecDifferenceTest {
    private static final RunSpec BASE = Samples.run("sma-cross", Map.of(), "top:10", Interval.D1);
    private final TimeText times = new TimeText();

    @Test
    void onlyWhatDiffersIsNamed() {
        RunSpec other = with(
                Samples.run("sma-cross", Map.of("fast", "20"), "all", Interval.D1),
                new ExecutionSettings(10_000, 0.0005, 0, FillPolicy.SAME_CLOSE),
                TimeRange.parse("2022-01-01", "2024-12-31"));
        assertThat(SpecDifference.between(BASE, other, times))
                .containsExactly(
                        new SpecDifference("fast", "10", "20"),
                        new SpecDifference("fill", "next-open", "same-close"),
                        new SpecDifference("universe", "top 10", "all coins"),
                        new SpecDifference("range", "all bars", "2022-01-01 – 2024-12-31"),
                        new SpecDifference("fee", "0.1 %", "0.05 %"));
    }

    @Test
    void equalRunsDifferInNothingAndTheCacheDoesNotCount() {
        RunSpec uncached = new RunSpec(BASE.backtest(), BASE.universe(), BASE.interval(), false);
        assertThat(SpecDifference.between(BASE, uncached, times)).isEmpty();
    }

    @Test
    void twoStrategiesAreNamedWithTheirParameters() {
        RunSpec other = Samples.run("rsi", Map.of("period", "7"), "top:10", Interval.D1);
        assertThat(SpecDifference.between(BASE, other, times))
                .containsExactly(new SpecDifference(
                        "strategy", "sma-cross (fast 10, slow 30)", "rsi (period 7, oversold 30, overbought 70)"));
    }

    @Test
    void runsUnderTwoFillPoliciesAreCalledByThem() {
        RunSpec other = with(
                BASE,
                new ExecutionSettings(10_000, 0.001, 0, FillPolicy.SAME_CLOSE),
                BASE.backtest().range());
        List<SpecDifference> differences = SpecDifference.between(BASE, other, times);
        assertThat(SpecDifference.label(differences, true, 16)).isEqualTo("next-open");
        assertThat(SpecDifference.label(differences, false, 16)).isEqualTo("same-close");
        assertThat(SpecDifference.label(List.of(new SpecDifference("fast", "10", "20")), false, 16))
                .isEqualTo("fast 20");
        assertThat(SpecDifference.label(differences, true, 5)).isEmpty();
    }

    @Test
    void aRangeIsWrittenInTheZoneThatTheWindowIsIn() {
        TimeRange range = TimeRange.parse("2022-01-01", "2024-12-31");
        assertThat(RunWords.range(range, times)).isEqualTo("2022-01-01 – 2024-12-31");
        assertThat(RunWords.range(TimeRange.parse("2022-01-01", null), times)).isEqualTo("from 2022-01-01");
        assertThat(RunWords.range(TimeRange.parse(null, "2024-12-31"), times)).isEqualTo("to 2024-12-31");
        times.zone().set(ZoneId.of("America/New_York"));
        assertThat(RunWords.range(range, times)).isEqualTo("2021-12-31 – 2024-12-31");
    }

    @Test
    void sharesHaveTheDecimalsTheyNeed() {
        assertThat(RunWords.share(0.001)).isEqualTo("0.1 %");
        assertThat(RunWords.share(0)).isEqualTo("0 %");
        assertThat(RunWords.share(0.1)).isEqualTo("10 %");
        assertThat(RunWords.share(0.00075)).isEqualTo("0.075 %");
    }

    @Test
    void longUniversesAreCutShort() {
        assertThat(SpecWords.universe(Universe.parse("AUSDT,BUSDT,CUSDT"))).isEqualTo("AUSDT, BUSDT, CUSDT");
        assertThat(SpecWords.universe(Universe.parse("AUSDT,BUSDT,CUSDT,DUSDT")))
                .isEqualTo("AUSDT, BUSDT and 2 more");
    }

    private static RunSpec with(RunSpec spec, ExecutionSettings execution, TimeRange range) {
        BacktestSpec backtest =
                new BacktestSpec(spec.backtest().strategy(), spec.backtest().parameters(), execution, range);
        return new RunSpec(backtest, spec.universe(), spec.interval(), spec.useCache());
    }
}
