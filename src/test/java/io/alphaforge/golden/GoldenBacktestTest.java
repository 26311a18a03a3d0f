package io.alphaforge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.Field;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportProgress;
import io.alphaforge.feed.Importer;
import io.alphaforge.feed.Layout;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two made-up coins from their files to their result rows, compared to the last digit with rows that were checked
 * against an independent computation. One coin has gaps and a crash, the other a trend; the files are of two layouts.
 */
@Timeout(120)
class GoldenBacktestTest {
    private static final List<String> FILES = List.of("KRASHUSDT.csv", "STEADYUSDT-1d-2023.csv");
    private static final List<String> STRATEGIES = List.of("rsi", "sma-cross", "bollinger", "buy-and-hold");
    private static final List<Field<ResultRow>> FIELDS = ResultFields.all().stream()
            .filter(field -> !field.name().equals("compute_ms"))
            .toList();

    @TempDir
    Path folder;

    @Test
    void everyFieldOfEveryRowIsAsExpectedToTheLastDigit() throws IOException, InterruptedException {
        List<Map<String, String>> expected = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(resource("expected.csv"), StandardCharsets.UTF_8))) {
            csv.forEach(record -> expected.add(record.getFieldsAsMap()));
        }
        List<Map<String, String>> actual = new ArrayList<>();
        try (DuckDbStore store = DuckDbStore.open(folder.resolve("golden.duckdb"), InstantSource.system());
                LocalResultCache cache = LocalResultCache.inMemory(EngineVersion.current());
                BacktestRunner runner = new BacktestRunner(
                        store, cache, store.runs(), new BarMemory(16 << 20), InstantSource.system(), 2)) {
            load(store);
            for (String strategy : STRATEGIES) {
                for (FillPolicy fill : FillPolicy.values()) {
                    actual.addAll(rows(runner, strategy, fill));
                }
            }
        }
        assertThat(actual).hasSize(FILES.size() * STRATEGIES.size() * FillPolicy.values().length);
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void load(DuckDbStore store) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try (InputStream in = resource(name)) {
                Files.copy(in, file);
            }
            files.add(file);
        }
        Clock clock = Clock.fixed(Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC);
        List<FileReport> reports = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void finished(FileReport report) {
                reports.add(report);
            }

            @Override
            public void progress(ImportProgress now) {}
        };
        new Importer(store, clock, file -> false).run(files, ImportOptions.DEFAULT, listener, () -> false);
        assertThat(reports)
                .extracting(report -> ((FileReport.Imported) report).layout())
                .containsExactly(Layout.ARCHIVE, Layout.BINANCE);
    }

    private static List<Map<String, String>> rows(BacktestRunner runner, String name, FillPolicy fill)
            throws InterruptedException {
        Strategy strategy = Strategies.named(name);
        BacktestSpec backtest = new BacktestSpec(
                strategy,
                Parameters.of(strategy, Map.of()),
                new ExecutionSettings(10_000, 0.001, 0.0005, fill),
                TimeRange.ALL);
        List<RunEvent> events = new ArrayList<>();
        runner.start(new RunSpec(backtest, Universe.parse("all"), Interval.D1, true), events::add)
                .await();
        return events.stream()
                .filter(RunEvent.Result.class::isInstance)
                .map(event -> texts(name, ((RunEvent.Result) event).row()))
                .toList();
    }

    /** The fields as text; that of a real number gives the same number back. Undefined ones are empty. */
    private static Map<String, String> texts(String strategy, ResultRow row) {
        Map<String, String> texts =
                FIELDS.stream().collect(Collectors.toMap(Field::name, field -> Objects.toString(field.of(row), "")));
        texts.put("strategy", strategy);
        return texts;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                GoldenBacktestTest.class.getResourceAsStream("/io/alphaforge/golden/" + name), name);
    }
}
