package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalResultCacheTest {
    private static final Bars BARS = Samples.walk(Interval.D1, 400, 3);
    private static final DataDigest DIGEST = DataDigest.of(BARS);

    @TempDir
    Path folder;

    private static BacktestSpec spec(String period) {
        return Samples.run("rsi", Map.of("period", period), "all", Interval.D1).backtest();
    }

    private static ResultRow row(String symbol, BacktestSpec spec) {
        return new ResultRow(
                symbol,
                Interval.D1,
                Interval.D1,
                Backtest.run(BARS, spec),
                0,
                97.5,
                "next-open",
                false,
                DIGEST,
                Origin.NEW_BARS,
                0.25);
    }

    private static RunKey key(String symbol, BacktestSpec spec, DataDigest digest) {
        return RunKey.of(symbol, RunKey.Setup.of(spec, Interval.D1, "engine-1"), Interval.D1, digest);
    }

    @Test
    void rowsSurviveClosingToTheBit() {
        BacktestSpec spec = spec("14");
        Path file = folder.resolve("results.cache");
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.get(List.of(key("AUSDT", spec, DIGEST))))
                    .containsExactly(Map.entry(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            assertThat(cache.statistics().hits()).isEqualTo(1);
        }
    }

    @Test
    void otherDataOtherParametersAndOtherCoinsAreNotAnswered() {
        try (LocalResultCache cache = LocalResultCache.inMemory("engine-1")) {
            BacktestSpec spec = spec("14");
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            assertThat(cache.get(List.of(key("AUSDT", spec, DIGEST.plus(new DataDigest(0, 1))))))
                    .isEmpty();
            assertThat(cache.get(List.of(key("AUSDT", spec("15"), DIGEST)))).isEmpty();
            assertThat(cache.get(List.of(key("BUSDT", spec, DIGEST)))).isEmpty();
            assertThat(cache.statistics().misses()).isEqualTo(3);
        }
    }

    @Test
    void keysWhoseBarsAloneHaveChangedAreOutdated() {
        try (LocalResultCache cache = LocalResultCache.inMemory("engine-1")) {
            BacktestSpec spec = spec("14");
            DataDigest newer = DIGEST.plus(new DataDigest(0, 1));
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            RunKey hourly = RunKey.of("AUSDT", RunKey.Setup.of(spec, Interval.D1, "engine-1"), Interval.H1, newer);
            assertThat(cache.outdated(List.of(
                            key("AUSDT", spec, newer),
                            key("AUSDT", spec, DIGEST),
                            key("AUSDT", spec("15"), newer),
                            key("BUSDT", spec, newer),
                            hourly)))
                    .containsExactly(key("AUSDT", spec, newer));
            assertThat(cache.statistics().hits() + cache.statistics().misses()).isZero();
        }
    }

    @Test
    void rowsOfAnotherEngineAreDropped() {
        BacktestSpec spec = spec("14");
        Path file = folder.resolve("results.cache");
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-2")) {
            assertThat(cache.statistics().entries()).isZero();
        }
    }

    @Test
    void rowsKeptWithAnotherListOfFieldsDoNotAnswerAndAreReplaced() {
        BacktestSpec spec = spec("14");
        Path file = folder.resolve("results.cache");
        RunKey key = key("AUSDT", spec, DIGEST);
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(Map.of(key, row("AUSDT", spec)));
        }
        try (MVStore store = MVStore.open(file.toString())) {
            MVMap<String, byte[]> rows = store.openMap("rows");
            // A row begins with a hash of the list of fields; the rest is as long as it was without the newest field.
            rows.replaceAll((entry, bytes) -> {
                byte[] older = Arrays.copyOfRange(bytes, RowEnvelope.HEAD, bytes.length - 11);
                older[0]++;
                return RowEnvelope.seal(older);
            });
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.get(List.of(key))).isEmpty();
            cache.put(Map.of(key, row("AUSDT", spec)));
            assertThat(cache.get(List.of(key))).containsEntry(key, row("AUSDT", spec));
            assertThat(cache.statistics().entries()).isEqualTo(1);
        }
    }

    @Test
    void newDataOfACoinReplacesItsRow() {
        try (LocalResultCache cache = LocalResultCache.inMemory("engine-1")) {
            BacktestSpec spec = spec("14");
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            assertThat(cache.statistics().entries()).isEqualTo(1);
            assertThat(cache.clear()).isEqualTo(new ResultCache.Cleared(1, ""));
            assertThat(cache.get(List.of(key("AUSDT", spec, DIGEST)))).isEmpty();
        }
    }

    @Test
    void droppingForgetsTheRowsOfTheseCoinsAndOfNoOther() {
        Path file = folder.resolve("results.cache");
        BacktestSpec spec = spec("14");
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            for (String symbol : List.of("AUSDT", "AUSDT.P", "BUSDT", "A")) {
                cache.put(Map.of(key(symbol, spec, DIGEST), row(symbol, spec)));
            }
            cache.put(Map.of(key("AUSDT", spec("15"), DIGEST), row("AUSDT", spec("15"))));
            assertThat(cache.drop(List.of("AUSDT", "CUSDT"))).isEqualTo(2);
            assertThat(cache.drop(List.of("AUSDT"))).isZero();
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.statistics().entries()).isEqualTo(3);
            assertThat(cache.get(List.of(key("AUSDT", spec, DIGEST), key("AUSDT.P", spec, DIGEST))))
                    .containsOnlyKeys(key("AUSDT.P", spec, DIGEST));
        }
    }

    @Test
    void aDroppedRowStillTellsThatBarsHaveChanged() {
        try (LocalResultCache cache = LocalResultCache.inMemory("engine-1")) {
            BacktestSpec spec = spec("14");
            RunKey key = key("AUSDT", spec, DIGEST);
            RunKey newer = key("AUSDT", spec, DIGEST.plus(new DataDigest(0, 1)));
            cache.put(Map.of(key, row("AUSDT", spec)));
            assertThat(cache.drop(List.of("AUSDT"))).isEqualTo(1);
            assertThat(cache.outdated(List.of(key, newer))).containsExactly(newer);
            assertThat(cache.clear().rows()).isZero();
            assertThat(cache.outdated(List.of(newer))).isEmpty();
        }
    }

    @Test
    void whoFindsTheFileInUseSaysSoAndKeepsRowsInMemory() {
        Path file = folder.resolve("results.cache");
        Map<RunKey, ResultRow> rows = rows(3);
        List<String> told = new ArrayList<>();
        try (LocalResultCache first = LocalResultCache.open(file, "engine-1")) {
            first.watch(told::add);
            first.put(rows);
            assertThat(told).isEmpty();
            try (LocalResultCache second = LocalResultCache.open(file, "engine-1")) {
                second.watch(told::add);
                assertThat(told)
                        .containsExactly(
                                "Kept results (results.cache) are in use by another AlphaForge of the same folder;"
                                        + " those of this one are kept in memory until it ends.");
                second.put(rows);
                assertThat(second.statistics().kind()).isEqualTo("local (in memory)");
                ResultCache.Cleared cleared = second.clear();
                assertThat(cleared.rows()).isEqualTo(3);
                assertThat(cleared.problem()).startsWith("What the file keeps is still there. Kept results");
            }
            assertThat(first.get(rows.keySet())).isEqualTo(rows);
        }
    }

    @Test
    void aDamagedFileIsStartedAnew() throws IOException {
        Path file = folder.resolve("results.cache");
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        BacktestSpec spec = spec("14");
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            assertThat(cache.get(List.of(key("AUSDT", spec, DIGEST)))).hasSize(1);
        }
    }

    /** Somewhere there are values, elsewhere names of rows, which the store cannot do without. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8})
    void whatIsDamagedInTheMiddleIsNotAnsweredAndIsKeptAnew(double place) throws IOException {
        Path file = folder.resolve("results.cache");
        Map<RunKey, ResultRow> rows = rows(300);
        damaged(file, rows, place);
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            Map<RunKey, ResultRow> answered = cache.get(rows.keySet());
            assertThat(answered).hasSizeLessThan(300);
            answered.forEach((key, row) -> assertThat(row).isEqualTo(rows.get(key)));
            cache.put(rows);
            assertThat(cache.get(rows.keySet()).equals(rows)).isTrue();
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.get(rows.keySet()).equals(rows)).isTrue();
        }
    }

    @Test
    void aDamagedFileCanBeCleared() throws IOException {
        Path file = folder.resolve("results.cache");
        Map<RunKey, ResultRow> rows = rows(300);
        damaged(file, rows, 0.8);
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.clear();
            cache.put(rows);
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.get(rows.keySet()).equals(rows)).isTrue();
        }
    }

    private static void damaged(Path file, Map<RunKey, ResultRow> rows, double place) throws IOException {
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(rows);
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = (int) (place * bytes.length);
        Arrays.fill(bytes, from, from + 2000, (byte) 0);
        Files.write(file, bytes);
    }

    private static Map<RunKey, ResultRow> rows(int count) {
        BacktestSpec spec = spec("14");
        Map<RunKey, ResultRow> rows = new HashMap<>();
        for (int i = 0; i < count; i++) {
            rows.put(key("C" + i + "USDT", spec, DIGEST), row("C" + i + "USDT", spec));
        }
        return rows;
    }

    @Test
    void anInterruptedQuestionCostsNoRow() {
        Path file = folder.resolve("results.cache");
        Map<RunKey, ResultRow> rows = rows(3000);
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            cache.put(rows);
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            Thread.currentThread().interrupt();
            assertThat(cache.get(rows.keySet())).hasSize(3000);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(cache.get(rows.keySet())).hasSize(3000);
        }
        try (LocalResultCache cache = LocalResultCache.open(file, "engine-1")) {
            assertThat(cache.get(rows.keySet())).hasSize(3000);
        }
    }

    @Test
    void aFileThatIsInUseIsReplacedByMemory() {
        Path file = folder.resolve("results.cache");
        try (LocalResultCache first = LocalResultCache.open(file, "engine-1");
                LocalResultCache second = LocalResultCache.open(file, "engine-1")) {
            BacktestSpec spec = spec("14");
            second.put(Map.of(key("AUSDT", spec, DIGEST), row("AUSDT", spec)));
            assertThat(second.get(List.of(key("AUSDT", spec, DIGEST)))).hasSize(1);
            assertThat(first.statistics().entries()).isZero();
        }
    }

    @Test
    void everyFieldOfARowComesBackFromItsFields() {
        ResultRow row = row("AUSDT", spec("14"));
        ResultRow copy = ResultFields.row(name -> ResultFields.all().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of(row));
        assertThat(copy).isEqualTo(row);
    }

    @Test
    void aFullDiskFailsNothingAndPrintsNothing() throws IOException, InterruptedException {
        Path limiter = Path.of("/usr/bin/prlimit");
        Assumptions.assumeTrue(Files.isExecutable(limiter), "There is no prlimit here to limit the size of files.");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        limiter.toString(),
                        "--fsize=40000",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CacheWriter.class.getName(),
                        folder.resolve("results.cache").toString())
                .redirectError(errors.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.lines()).containsExactly("entries 0", "found 0", "cleared 0", "closed");
        assertThat(errors).isEmptyFile();
        try (LocalResultCache cache = LocalResultCache.open(folder.resolve("results.cache"), "engine-1")) {
            assertThat(cache.statistics().entries()).isZero();
        }
    }
}
