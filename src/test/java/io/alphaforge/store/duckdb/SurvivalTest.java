package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivalTest {
    @TempDir
    Path folder;

    private final Map<String, String> reported = new HashMap<>();

    @Test
    void aKilledImportLosesNothingThatItReportedAndLeavesNothingHalfDone()
            throws IOException, InterruptedException, SQLException {
        Path file = folder.resolve("bars.duckdb");
        // Another moment every time: this is the one test that wants chance.
        Random random = new Random();
        for (int round = 0; round < 4; round++) {
            try (ChildProcess importer =
                    ChildProcess.start(SeriesImporter.class, file.toString(), Integer.toString(round * 1000))) {
                assertThat(importer.line()).isEqualTo("open");
                importer.send("go");
                int lines = 3 + random.nextInt(25);
                for (int i = 0; i < lines; i++) {
                    report(Objects.requireNonNull(importer.line(), "The import ended by itself."));
                }
                Thread.sleep(random.nextInt(40));
                importer.kill();
                for (String line = importer.line(); line != null; line = importer.line()) {
                    report(line);
                }
            }
            requireWhole(file);
        }
    }

    @Test
    void aKilledReplacementLeavesTheOldOrTheNewSeriesWhole() throws IOException, InterruptedException, SQLException {
        Path file = folder.resolve("bars.duckdb");
        Random random = new Random();
        for (int round = 0; round < 5; round++) {
            try (ChildProcess replacer = ChildProcess.start(SeriesReplacer.class, file.toString())) {
                assertThat(replacer.line()).isEqualTo("open");
                replacer.send("go");
                int lines = 5 + random.nextInt(20);
                for (int i = 0; i < lines; i++) {
                    report(Objects.requireNonNull(replacer.line(), "The replacing ended by itself."));
                }
                Thread.sleep(random.nextInt(30));
                replacer.kill();
                for (String line = replacer.line(); line != null; line = replacer.line()) {
                    report(line);
                }
            }
            requireWhole(file);
            try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
                assertThat(store.series()).hasSize(4).allSatisfy(series -> {
                    assertThat(Made.bars(store, series.key()))
                            .isEqualTo(SeriesReplacer.content(series.symbol(), series.version()));
                    assertThat(series.source()).isEqualTo("version " + series.version());
                    assertThat(series.quality().duplicates()).isEqualTo(series.version());
                });
            }
        }
    }

    @Test
    void aFullDiskIsOneClearSentenceAndLosesNothingThatWasReported()
            throws IOException, InterruptedException, SQLException {
        Path limiter = Path.of("/usr/bin/prlimit");
        Assumptions.assumeTrue(Files.isExecutable(limiter), "There is no prlimit here to limit the size of files.");
        Path file = folder.resolve("bars.duckdb");
        String last = "";
        try (ChildProcess importer = ChildProcess.start(SeriesImporter.class, file.toString(), "0")) {
            assertThat(importer.line()).isEqualTo("open");
            Process limit = new ProcessBuilder(
                            limiter.toString(), "--fsize=3000000", "--pid", Long.toString(importer.pid()))
                    .start();
            assertThat(limit.waitFor()).isZero();
            importer.send("go");
            for (String line = importer.line(); line != null; line = importer.line()) {
                if (line.startsWith("failed")) {
                    last = line;
                } else if (line.matches("C\\d+USDT \\d+ [0-9a-f]{32}")) {
                    report(line);
                }
            }
        }
        assertThat(last).startsWith("failed: There is no room left on the disk of " + file);
        assertThat(reported).isNotEmpty();
        requireWhole(file);
    }

    private void report(String line) {
        String[] words = line.split(" ", -1);
        reported.put(words[0], words[1] + " " + words[2]);
    }

    /** Everything reported is there, and all that is there is whole and agrees with itself. */
    private void requireWhole(Path file) throws SQLException {
        try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
            Map<String, StoredSeries> stored = new HashMap<>();
            for (StoredSeries series : store.series()) {
                stored.put(series.symbol(), series);
                SeriesKey key = series.key();
                assertThat(DataDigest.of(Made.bars(store, key)))
                        .as(key.toString())
                        .isEqualTo(series.digest());
            }
            reported.forEach((symbol, line) -> {
                StoredSeries series = Objects.requireNonNull(stored.get(symbol), symbol + " was reported and is gone.");
                long version = Long.parseLong(line.split(" ", -1)[0]);
                // A write may have been done and killed before it was printed.
                if (series.version() == version) {
                    assertThat(series.version() + " " + series.digest()).isEqualTo(line);
                } else {
                    assertThat(series.version()).isEqualTo(version + 1);
                }
            });
            stored.forEach((symbol, series) -> reported.put(symbol, series.version() + " " + series.digest()));
            assertThat(store.dashboard().stream().map(DashboardRow::symbol))
                    .containsExactlyInAnyOrderElementsOf(stored.keySet());
            assertThat(store.dashboard()).allMatch(r -> r.interval() == Interval.H1);
        }
        try (LocalDatabase database = LocalDatabase.open(file);
                Session session = database.session()) {
            long rows = SeriesReader.ofAllColumns(session).rows();
            assertThat(rows)
                    .isEqualTo(SeriesTable.list(session).stream()
                            .mapToLong(e -> e.series().bars())
                            .sum());
        }
    }
}
