package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestFormTest {
    private final BacktestForm form = new BacktestForm(
            Strategies.all(),
            new RecordedDesk(Runnable::run, new ManualPulse(), Clock.systemUTC())
                    .desk()
                    .watchlist());

    @BeforeEach
    void threeCoins() {
        form.show(StoreContents.of(Rows.series(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT"), false)));
    }

    @Test
    void untouchedItDescribesTheDefaultsOfTheCommandLine() {
        RunSpec spec = form.spec().orElseThrow();
        assertThat(spec.backtest().strategy().name()).isEqualTo("rsi");
        assertThat(spec.backtest().parameters().integer("period")).isEqualTo(14);
        assertThat(spec.universe()).isEqualTo(new Universe.Top(10));
        assertThat(spec.interval()).isEqualTo(Interval.D1);
        assertThat(spec.backtest().range()).isEqualTo(TimeRange.ALL);
        assertThat(spec.backtest().execution().capital()).isEqualTo(10_000);
        assertThat(spec.backtest().execution().fee()).isEqualTo(0.001);
        assertThat(spec.backtest().execution().slippage()).isZero();
        assertThat(spec.backtest().execution().fill()).isEqualTo(FillPolicy.NEXT_OPEN);
        assertThat(spec.useCache()).isTrue();
    }

    @Test
    void everyDeclaredParameterHasAFieldThatNamesItsBounds() {
        assertThat(form.parameters()).extracting(InputField::label).containsExactly("period", "oversold", "overbought");
        assertThat(form.parameters().getFirst().description()).contains("From 2 to 1000", "by default 14");
    }

    @Test
    void aParameterOutOfBoundsSaysWhatIsAllowedAndForbidsTheRun() {
        InputField<Double> period = form.parameters().getFirst();
        period.text().set("1");
        assertThat(period.problem().get())
                .isEqualTo("Parameter period is 1; allowed is a whole number from 2 to 1000.");
        assertThat(form.problem().get()).isEqualTo(period.problem().get());
        assertThat(form.spec()).isEmpty();
        period.text().set("21");
        assertThat(form.problem().get()).isEmpty();
        assertThat(form.spec().orElseThrow().backtest().parameters().integer("period"))
                .isEqualTo(21);
    }

    @Test
    void aParameterThatIsNoNumberSaysSo() {
        form.parameters().getFirst().text().set("abc");
        assertThat(form.problem().get()).contains("'abc'").contains("no whole number");
    }

    @Test
    void resettingBringsTheDefaultsBack() {
        form.parameters().forEach(field -> field.text().set("x"));
        form.resetParameters();
        assertThat(form.parameters()).extracting(f -> f.text().get()).containsExactly("14", "30", "70");
        assertThat(form.problem().get()).isEmpty();
    }

    @Test
    void parametersThatContradictEachOtherAreRefusedInTheWordsOfTheStrategy() {
        form.strategy().set(Strategies.named("sma-cross"));
        assertThat(form.parameters()).extracting(InputField::label).containsExactly("fast", "slow");
        form.parameters().getFirst().text().set("50");
        assertThat(form.problem().get()).contains("50").contains("30");
        assertThat(form.spec()).isEmpty();
    }

    @Test
    void anotherStrategyDoesNotInheritTheProblemsOfTheLast() {
        form.parameters().getFirst().text().set("x");
        form.strategy().set(Strategies.named("buy-and-hold"));
        assertThat(form.parameters()).isEmpty();
        assertThat(form.problem().get()).isEmpty();
    }

    @Test
    void listedSymbolsMayBeWrittenInAnyUsualWay() {
        form.universe().choice().set(UniverseChoice.LISTED);
        form.universe().listed().text().set("btc/usdt; ethusdt  SOL-USDT, BTCUSDT");
        assertThat(form.spec().orElseThrow().universe())
                .isEqualTo(new Universe.Listed(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")));
    }

    @Test
    void anUnknownSymbolIsNamed() {
        form.universe().choice().set(UniverseChoice.LISTED);
        form.universe().listed().text().set("BTCUSDT, NOPEUSDT");
        assertThat(form.problem().get()).isEqualTo("NOPEUSDT is not among the 3 coins in the database.");
    }

    @Test
    void symbolsBecomeKnownWhenTheDatabaseGetsThem() {
        form.universe().choice().set(UniverseChoice.LISTED);
        form.universe().listed().text().set("XRPUSDT");
        assertThat(form.spec()).isEmpty();
        form.show(StoreContents.of(Rows.series(List.of("XRPUSDT"), false)));
        assertThat(form.spec()).isPresent();
    }

    @Test
    void whatIsWrongWithAUniverseThatIsNotChosenDoesNotMatter() {
        form.universe().top().text().set("many");
        assertThat(form.problem().get()).contains("'many' is no number of coins");
        form.universe().choice().set(UniverseChoice.ALL);
        assertThat(form.spec().orElseThrow().universe()).isEqualTo(new Universe.All());
    }

    @Test
    void theLastDayIsIncludedAndDaysAreUtc() {
        form.range().from().text().set("2024-01-01");
        form.range().to().text().set("2024-01-31");
        assertThat(form.spec().orElseThrow().backtest().range())
                .isEqualTo(new TimeRange(1_704_067_200_000L, 1_706_745_600_000L));
    }

    @Test
    void aRangeOfOneDayIsARange() {
        form.range().from().text().set("2024-01-01");
        form.range().to().text().set("2024-01-01");
        assertThat(form.spec().orElseThrow().backtest().range())
                .isEqualTo(new TimeRange(1_704_067_200_000L, 1_704_153_600_000L));
    }

    @Test
    void aRangeTheWrongWayRoundIsRefused() {
        form.range().from().text().set("2024-05-01");
        form.range().to().text().set("2024-01-01");
        assertThat(form.problem().get()).isEqualTo("From 2024-05-01 is after To 2024-01-01; swap them.");
    }

    @ParameterizedTest
    @CsvSource({"1.5.2024", "2024-02-30", "yesterday", "24-01-01"})
    void somethingThatIsNoDateSaysHowDatesAreWritten(String text) {
        form.range().from().text().set(text);
        assertThat(form.problem().get()).contains("'" + text + "'").contains("write it as 2024-01-31");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.001", "0.075, 0.00075", "0.3, 0.003", "0.7, 0.007", "49.9, 0.499", "0, 0"})
    void aPercentageIsTheSameShareToTheBitAsOnTheCommandLine(String percent, double share) {
        form.fee().text().set(percent);
        assertThat(form.spec().orElseThrow().backtest().execution().fee()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"50", "-0.1", "x", "1e400", "NaN"})
    void aFeeOutsideItsBoundsForbidsTheRun(String percent) {
        form.fee().text().set(percent);
        assertThat(form.fee().problem().get()).startsWith("The fee is").contains(percent);
        assertThat(form.spec()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "''", "ten"})
    void aCapitalThatIsNoPositiveNumberForbidsTheRun(String text) {
        form.capital().text().set(text);
        assertThat(form.capital().problem().get()).startsWith("The capital is");
        assertThat(form.spec()).isEmpty();
    }

    @Test
    void anIntervalThatNoStoredOneCanMakeIsRefused() {
        form.interval().set(Interval.H1);
        assertThat(form.problem().get()).isEqualTo("No coin has bars of 1h or of an interval that it can be made of.");
        form.interval().set(Interval.W1);
        assertThat(form.spec().orElseThrow().interval()).isEqualTo(Interval.W1);
    }
}
