package io.alphaforge.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategiesTest {

    @Test
    void areShownInTheirOrder() {
        assertThat(Strategies.all())
                .extracting(Strategy::name)
                .containsExactly("rsi", "sma-cross", "bollinger", "buy-and-hold");
    }

    @Test
    void haveTheDefaultsOfTheConventions() {
        assertThat(defaults("rsi").values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("period", 14.0, "oversold", 30.0, "overbought", 70.0));
        assertThat(defaults("sma-cross").values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("fast", 10.0, "slow", 30.0));
        assertThat(defaults("bollinger").values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("window", 20.0, "num_std", 2.0));
        assertThat(defaults("buy-and-hold").values()).isEmpty();
    }

    @Test
    void unknownStrategyNamesTheKnownOnes() {
        assertThatThrownBy(() -> Strategies.named("macd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown strategy 'macd'; known are rsi, sma-cross, bollinger, buy-and-hold.");
    }

    @Test
    void parametersThatContradictEachOtherAreRefusedInOneSentence() {
        assertRefused(
                "sma-cross", Map.of("fast", "30", "slow", "30"), "Parameter fast (30) must be smaller than slow (30).");
        assertRefused(
                "rsi",
                Map.of("oversold", "70", "overbought", "30.5"),
                "Parameter oversold (70) must be below overbought (30.5).");
    }

    @Test
    void parameterOutOfBoundsOrNoNumberNamesTheAllowedRange() {
        assertRefused("rsi", Map.of("period", "1"), "Parameter period is 1; allowed is a whole number from 2 to 1000.");
        assertRefused(
                "rsi",
                Map.of("period", "14.5"),
                "Parameter period is '14.5', which is no whole number from 2 to 1000.");
        assertRefused(
                "bollinger", Map.of("num_std", "NaN"), "Parameter num_std is NaN; allowed is a number from 0.1 to 10.");
        assertRefused(
                "rsi",
                Map.of("lenght", "3"),
                "Strategy rsi has no parameter 'lenght'; it takes period, oversold, overbought.");
    }

    private static Parameters defaults(String name) {
        return Parameters.defaults(Strategies.named(name));
    }

    private static void assertRefused(String strategy, Map<String, String> given, String message) {
        assertThatThrownBy(() -> Parameters.of(Strategies.named(strategy), given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
