package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ImporterTest {
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    private Path directory;

    private Importing importing = new Importing(Path.of(""));

    @BeforeEach
    void begin() {
        importing = new Importing(directory);
    }

    @AfterEach
    void end() {
        importing.close();
    }

    /** Hourly bars of a made-up walk. */
    private static List<String> rows(int count, long seed) {
        var random = new Random(seed);
        List<String> rows = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double close = price * (1 + 0.02 * random.nextGaussian());
            rows.add((1704067200L + i * 3600L) + "," + price + "," + Math.max(price, close) * 1.01 + ","
                    + Math.min(price, close) * 0.99 + "," + close + "," + random.nextInt(1_000));
            price = close;
        }
        return rows;
    }

    private static String text(List<String> rows) {
        return HEADER + String.join("\n", rows) + "\n";
    }

    private Bars bars(Path file) {
        importing.imported(file);
        return importing.bars();
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<String> rows = rows(500, 1);
        Bars expected = bars(importing.file("A-USD.csv", text(rows)));
        for (int seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(bars(importing.file("A-USD.csv", text(shuffled)))).isEqualTo(expected);
        }
        Collections.reverse(rows);
        assertThat(bars(importing.file("A-USD.csv", text(rows)))).isEqualTo(expected);
    }

    @Test
    void packedFilesGiveTheSameBars() throws IOException {
        byte[] text = text(rows(3_000, 2)).getBytes(StandardCharsets.UTF_8);
        Bars expected = bars(importing.file("A-USD.csv", text));
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(text);
        }
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("A-USD.csv"));
            zip.write(text);
        }
        assertThat(bars(importing.file("A-USD.csv.gz", gzipped.toByteArray()))).isEqualTo(expected);
        assertThat(bars(importing.file("packed.zip", zipped.toByteArray()))).isEqualTo(expected);
    }

    @Test
    void utf16AndAByteOrderMarkAreRead() {
        String text = text(rows(100, 3));
        Bars expected = bars(importing.file("A-USD.csv", text));
        assertThat(bars(importing.file("A-USD.csv", "\ufeff" + text))).isEqualTo(expected);
        assertThat(bars(importing.file("A-USD.csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(expected);
        assertThat(bars(importing.file("A-USD.csv", text.replace("\n", "\r\n"))))
                .isEqualTo(expected);
    }

    @Test
    void directoriesAndArchivesAreSearchedInOrderWithoutHiddenFiles() throws IOException {
        importing.file("in/b/B-USD.csv", text(rows(10, 1)));
        importing.file("in/a/A-USD.csv", text(rows(10, 1)));
        importing.file("in/.hidden/H-USD.csv", text(rows(10, 1)));
        importing.file("in/.H-USD.csv", text(rows(10, 1)));
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (String name : List.of("z/Z-USD.csv", "C-USD.csv", "__MACOSX/._C-USD.csv", "x/y/D-USD.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text(rows(10, 1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        importing.file("in/c.zip", zipped.toByteArray());
        assertThat(importing.run(ImportOptions.DEFAULT, directory.resolve("in")))
                .extracting(report -> ((FileReport.Imported) report).series().symbol())
                .containsExactly("AUSD", "BUSD", "CUSD", "DUSD", "ZUSD");
        assertThat(importing.store.writes)
                .extracting(SeriesWrite::title)
                .containsExactly(
                        "a/A-USD.csv",
                        "b/B-USD.csv",
                        "in/c.zip!C-USD.csv",
                        "in/c.zip!x/y/D-USD.csv",
                        "in/c.zip!z/Z-USD.csv");
        assertThat(importing.store.compactions).isEqualTo(1);
    }

    @Test
    void filesOfOneNameInFoldersOfOneNameAreTwoSources() {
        List<String> rows = rows(100, 4);
        importing.file("one/1h/AUSDT.csv", text(rows.subList(0, 60)));
        importing.file("two/1h/AUSDT.csv", text(rows.subList(50, 100)));
        importing.run(ImportOptions.DEFAULT, directory);
        assertThat(importing.store.writes)
                .extracting(SeriesWrite::title)
                .containsExactly("1h/AUSDT.csv", "1h/AUSDT.csv");
        assertThat(importing.store.writes).extracting(SeriesWrite::source).doesNotHaveDuplicates();
        List<String> sources =
                importing.store.writes.stream().map(SeriesWrite::source).toList();
        importing.store.writes.clear();
        importing.run(ImportOptions.DEFAULT, directory);
        assertThat(importing.store.writes).extracting(SeriesWrite::source).isEqualTo(sources);
    }

    @Test
    void filesOfOneSeriesMerge() {
        List<String> rows = rows(100, 4);
        importing.file("in/AUSDT-1h-2024-01.csv", text(rows.subList(0, 60)));
        importing.file("in/AUSDT-1h-2024-02.csv", text(rows.subList(50, 100)));
        var reports = importing.run(ImportOptions.DEFAULT, directory.resolve("in"));
        assertThat(reports)
                .extracting(report ->
                        ((FileReport.Imported) report).added() + " " + ((FileReport.Imported) report).unchanged())
                .containsExactly("60 0", "40 10");
    }

    @Test
    void daysOfTwoVenuesThatBeginAtDifferentHoursDoNotMix() {
        var binance = new StringBuilder(HEADER);
        var okx = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            binance.append("2024-01-%02d,10,11,9,10.5,5%n".formatted(day));
            okx.append("2024-01-%02d 16:00,10,11,9,10.5,5%n".formatted(day));
        }
        Path first = importing.file("binance/AUSDT.csv", binance.toString());
        Path second = importing.file("okx/A-USDT_1d.csv", okx.toString());
        importing.imported(first);
        assertThat(importing.failure(second))
                .contains("28 bars", "okx/A-USDT_1d.csv", "binance/AUSDT.csv", "--replace", "--symbol");
        var replaced = importing.imported(new ImportOptions(null, null, null, null, true, false), second);
        assertThat(replaced.added()).isEqualTo(28);
        assertThat(importing.store.series().getFirst().bars()).isEqualTo(28);
    }

    @Test
    void aBadFileDoesNotStopTheOthers() {
        importing.file("in/A-USD.csv", "");
        importing.file("in/B-USD.csv", text(rows(10, 1)));
        importing.file("in/C-USD.csv", text(rows(10, 1)));
        importing.file("in/D-USD.csv", text(rows(10, 1)));
        importing.store.conflicting = "BUSD";
        importing.store.failing = "CUSD";
        var reports = importing.run(ImportOptions.DEFAULT, directory.resolve("in"));
        assertThat(reports.subList(0, 3)).allMatch(FileReport.Failed.class::isInstance);
        assertThat(((FileReport.Failed) reports.get(1)).reason()).endsWith("B-USD.csv was not imported: Bars differ.");
        assertThat(((FileReport.Failed) reports.get(2)).reason()).endsWith("was not imported: The disk is full.");
        assertThat(reports.get(3)).isInstanceOf(FileReport.Imported.class);
    }

    @Test
    void whatIsOnlyTriedIsSpokenOfInTheFuture() {
        importing.file("in/B-USD.csv", text(rows(10, 1)));
        importing.run(ImportOptions.DEFAULT, directory.resolve("in"));
        importing.file("other/B-USD.csv", text(rows(10, 2)));
        var reports = importing.run(new ImportOptions(null, null, null, null, false, true), directory.resolve("other"));
        assertThat(((FileReport.Failed) reports.getFirst()).reason()).contains("B-USD.csv will not be imported: ");
    }

    @Test
    void aFileThatDoesNotFitIntoMemoryFailsAlone() {
        importing.file("in/A-USD.csv", text(rows(10, 1)));
        importing.file("in/B-USD.csv", text(rows(10, 1)));
        importing.store.large = "AUSD";
        var reports = importing.run(ImportOptions.DEFAULT, directory.resolve("in"));
        assertThat(((FileReport.Failed) reports.getFirst()).reason())
                .endsWith("A-USD.csv does not fit into memory; split it.");
        assertThat(reports.get(1)).isInstanceOf(FileReport.Imported.class);
    }

    @Test
    void aTextThatDoesNotFitIntoMemoryFailsAlone() {
        FoundFile large = new FoundFile(importing.file("A-USD.csv", text(rows(10, 1))), 1, null);
        FoundFile small = new FoundFile(importing.file("B-USD.csv", text(rows(10, 1))), 1, null);
        var parser = new FileParser(ImportOptions.DEFAULT, Importing.CLOCK.millis()) {
            @Override
            ParsedFile parse(InputFile input) {
                if (input.name().equals(large.name())) {
                    throw new OutOfMemoryError("made up");
                }
                return super.parse(input);
            }
        };
        try (var pipeline = new ParsePipeline(List.of(large, small), parser, UnpackLimits.DEFAULT, () -> false)) {
            assertThat(pipeline.next())
                    .isEqualTo(new ParsePipeline.Unusable(
                            0, true, large.name(), large.name() + " does not fit into memory; split it."));
            assertThat(pipeline.next()).isInstanceOf(ParsePipeline.Parsed.class);
        }
    }

    @Test
    void whatAccompaniesDataIsSkippedInDirectoriesAndFailsWhenNamed() {
        importing.file("in/A-USD.csv", text(rows(10, 1)));
        for (String name : List.of("README", "readme.txt", "LICENSE", "notes.md", "a.PDF", "chart.png", "a.html")) {
            importing.file("in/" + name, "Nothing to import.");
        }
        assertThat(importing.run(ImportOptions.DEFAULT, directory.resolve("in")))
                .hasSize(1)
                .allMatch(FileReport.Imported.class::isInstance);
        assertThat(importing.run(ImportOptions.DEFAULT, directory.resolve("in/notes.md")))
                .hasSize(1)
                .allMatch(FileReport.Failed.class::isInstance);
    }

    @Test
    void replacingIsPassedOn() {
        Path file = importing.file("B-USD.csv", text(rows(10, 1)));
        importing.store.conflicting = "BUSD";
        assertThat(importing.run(new ImportOptions(null, null, null, null, true, false), file))
                .allMatch(FileReport.Imported.class::isInstance);
    }

    @Test
    void aDryRunWritesNothing() {
        Path file = importing.file("B-USD.csv", text(rows(10, 1)));
        var report = importing.imported(new ImportOptions(null, null, null, null, false, true), file);
        assertThat(report.added()).isEqualTo(10);
        assertThat(importing.store.previews).hasSize(1);
        assertThat(importing.store.writes).isEmpty();
        assertThat(importing.store.compactions).isZero();
    }

    @Test
    void cancellingStopsBetweenFiles() {
        for (int i = 0; i < 30; i++) {
            importing.file("in/%02dUSDT.csv".formatted(i), text(rows(10, i)));
        }
        var finished = new AtomicInteger();
        var listener = new ImportListener() {
            @Override
            public void finished(FileReport report) {
                finished.incrementAndGet();
            }
        };
        var summary = new Importer(importing.store, Importing.CLOCK, own -> false)
                .run(List.of(directory.resolve("in")), Importing.symbol("AUSDT"), listener, () -> finished.get() == 7);
        assertThat(summary.cancelled()).isTrue();
        assertThat(summary.reports()).hasSize(7);
        assertThat(importing.store.writes).hasSize(7);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cancellingDoesNotWaitForTheFileThatIsBeingParsed() {
        FoundFile large = new FoundFile(importing.file("A-USD.csv", text(rows(10, 1))), 1, null);
        var begun = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var parser = new FileParser(ImportOptions.DEFAULT, Importing.CLOCK.millis()) {
            @Override
            ParsedFile parse(InputFile input) {
                InputStream endless = new InputStream() {
                    @Override
                    public int read() {
                        begun.countDown();
                        return '\n';
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        Arrays.fill(bytes, offset, offset + length, (byte) read());
                        return length;
                    }
                };
                InputFile.Content content =
                        () -> new SequenceInputStream(input.content().open(), endless);
                try {
                    return super.parse(new InputFile(input.name(), input.source(), input.fileNames(), 1, content));
                } finally {
                    stopped.countDown();
                }
            }
        };
        try (var pipeline =
                new ParsePipeline(List.of(large), parser, UnpackLimits.DEFAULT, () -> begun.getCount() == 0)) {
            assertThat(pipeline.next()).isNull();
            assertThat(pipeline.isExhausted()).isFalse();
        }
        assertThat(stopped.getCount()).isZero();
    }

    @Test
    void cancellingDoesNotWaitForAnArchiveToBeUnpacked() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (String name : List.of("A-USD.csv", "B-USD.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text(rows(3_000, 1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        FoundFile file = new FoundFile(importing.file("two.zip", zipped.toByteArray()), 1_000_000, null);
        var asked = new AtomicInteger();
        try (var unpacking = new Unpacking(UnpackLimits.DEFAULT, () -> asked.incrementAndGet() == 3)) {
            assertThatThrownBy(() -> unpacking.members(file)).isInstanceOf(CancellationException.class);
        }
        assertThat(asked.get()).isEqualTo(3);
        var summary = new Importer(importing.store, Importing.CLOCK, own -> false)
                .run(
                        List.of(file.path()),
                        ImportOptions.DEFAULT,
                        ImportListener.NONE,
                        () -> asked.incrementAndGet() > 6);
        assertThat(summary.cancelled()).isTrue();
        assertThat(summary.reports()).isEmpty();
    }

    @Test
    void progressGrowsToTheEnd() {
        long bytes = 0;
        for (int i = 0; i < 5; i++) {
            String text = text(rows(10, i));
            bytes += text.length();
            importing.file("in/A%dUSDT.csv".formatted(i), text);
        }
        List<ImportProgress> heard = new ArrayList<>();
        var listener = new ImportListener() {
            @Override
            public void progress(ImportProgress progress) {
                heard.add(progress);
            }
        };
        var summary = new Importer(importing.store, Importing.CLOCK, own -> false)
                .run(List.of(directory.resolve("in")), ImportOptions.DEFAULT, listener, () -> false);
        assertThat(summary.imported()).isEqualTo(5);
        assertThat(summary.failed()).isZero();
        assertThat(summary.cancelled()).isFalse();
        assertThat(heard).extracting(ImportProgress::filesDone).containsExactly(1, 2, 3, 4, 5);
        assertThat(heard.getLast()).isEqualTo(new ImportProgress(5, 5, bytes, bytes, 50));
    }

    @Test
    void manyFilesComeInTheirOrder() {
        String[] names = new String[200];
        for (int i = 0; i < names.length; i++) {
            names[i] = "C%03dUSDT".formatted(i);
            importing.file("in/" + names[i] + ".csv", text(rows(i % 7 == 0 ? 2_000 : 5, i)));
        }
        assertThat(importing.run(ImportOptions.DEFAULT, directory.resolve("in")))
                .extracting(report -> ((FileReport.Imported) report).series().symbol())
                .containsExactlyElementsOf(Arrays.asList(names));
    }
}
