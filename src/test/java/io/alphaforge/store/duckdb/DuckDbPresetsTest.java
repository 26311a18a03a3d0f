package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbPresetsTest {
    @TempDir
    Path folder;

    private DuckDbStore store;
    private PresetStore presets;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
        presets = store.presets();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void presetsComeBackByNameAsTheyWereSavedAfterReopening() {
        Preset small = new Preset("a dip", spec("rsi", Map.of("period", "9"), "top:20", TimeRange.ALL));
        Preset large = new Preset(
                "Größte Märkte, 2024",
                spec(
                        "sma-cross",
                        Map.of("fast", "5"),
                        "BTCUSDT,ETHUSDT.P",
                        TimeRange.parse("2024-01-01", "2024-12-31")));
        Preset open = new Preset(
                "Bands", spec("bollinger", Map.of("num_std", "2.5"), "all", TimeRange.parse("2020-02-29", null)));
        presets.save(large);
        presets.save(open);
        presets.save(small);
        store.close();
        open();
        assertThat(presets.list()).containsExactly(small, open, large);
    }

    @Test
    void aPresetOfTheSameNameIsReplacedAndADeletedOneIsGone() {
        Preset first = new Preset("dip", spec("rsi", Map.of(), "all", TimeRange.ALL));
        Preset second = new Preset("dip", spec("buy-and-hold", Map.of(), "top:3", TimeRange.ALL));
        presets.save(first);
        presets.save(second);
        assertThat(presets.list()).containsExactly(second);
        presets.delete("dap");
        presets.delete("dip");
        assertThat(presets.list()).isEmpty();
        presets.save(first);
        assertThat(presets.list()).containsExactly(first);
    }

    @Test
    void aPresetOfAStrategyThatIsGoneIsLeftOut() throws SQLException {
        Preset kept = new Preset("kept", spec("rsi", Map.of(), "all", TimeRange.ALL));
        presets.save(kept);
        presets.save(new Preset("old", spec("rsi", Map.of(), "all", TimeRange.ALL)));
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bars.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE crypto_strategies SET strategy = 'moon-phase' WHERE name = 'old'");
        }
        open();
        assertThat(presets.list()).containsExactly(kept);
    }

    private static RunSpec spec(String name, Map<String, String> parameters, String universe, TimeRange range) {
        Strategy strategy = Strategies.named(name);
        BacktestSpec backtest = new BacktestSpec(
                strategy,
                Parameters.of(strategy, parameters),
                new ExecutionSettings(2_500.5, 0.00075, 1e-4, FillPolicy.SAME_CLOSE),
                range);
        return new RunSpec(backtest, Universe.parse(universe), Interval.H4, name.equals("rsi"));
    }
}
