package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputTest {
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

    private static String days(int count) {
        var rows = new StringBuilder(HEADER);
        for (int day = 1; day <= count; day++) {
            rows.append("2024-01-%02d,10,11,9,10.5,5%n".formatted(day));
        }
        return rows.toString();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }

    private void fails(Path file, String... words) {
        assertThat(importing.failure(file)).contains(words).endsWith(".").doesNotContain("\n");
        assertThat(importing.store.writes).isEmpty();
    }

    @Test
    void anEmptyFileFails() {
        fails(importing.file("A-USD.csv", ""), "is empty");
        fails(importing.file("B-USD.csv", "\n \n"), "is empty");
    }

    /** Days with prices and volumes of two decimals. */
    private static String exactDays(int count) {
        return days(count).replace(",5\n", ",1234.56\n");
    }

    @Test
    void aFileThatStopsWithinItsLastNumberIsImportedWithANote() {
        String whole = exactDays(8);
        for (int lost : new int[] {2, 3, 4, 6}) {
            var imported = importing.imported(
                    importing.file("BTC-USD-" + lost + ".csv", whole.substring(0, whole.length() - lost)));
            assertThat(imported.bars()).isEqualTo(8);
            assertThat(imported.note())
                    .isEqualTo(
                            "line 9, the last, has no line end, and its last number has fewer decimals than every other:"
                                    + " the file may be cut off there");
        }
    }

    @Test
    void aFileWithoutItsLastLineEndIsNothingToNoteAndNorIsAShortNumberWithOne() {
        String whole = exactDays(8);
        assertThat(importing
                        .imported(importing.file("BTC-USD.csv", whole.stripTrailing()))
                        .note())
                .isEmpty();
        assertThat(importing
                        .imported(importing.file("ETH-USD.csv", whole.substring(0, whole.length() - 3) + "\n"))
                        .note())
                .isEmpty();
        assertThat(importing
                        .imported(importing.file("XRP-USD.csv", days(8).stripTrailing()))
                        .note())
                .as("whole numbers tell nothing")
                .isEmpty();
        String shorter = exactDays(8).replaceFirst("1234[.]56", "7");
        assertThat(importing
                        .imported(importing.file("SOL-USD.csv", shorter.substring(0, shorter.length() - 3)))
                        .note())
                .as("one of the others is as short")
                .isEmpty();
    }

    @Test
    void aBinaryFileFails() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        fails(importing.file("A-USD.csv", noise), "is no text file");
    }

    @Test
    void aHeaderWithoutRowsFails() {
        fails(importing.file("A-USD.csv", HEADER), "has a header but no rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,age\\nx,1\\n|its columns are 'name', 'age'",
                "Once upon a time\\nthere was a file\\n|it has no columns",
                "1704067200,1,2\\n1704153600,1,2\\n|its first row has 3 columns",
                "2024-01-01,10,11,9,10.5,10.5,5\\n2024-01-02,10,11,9,10.5,10.5,5\\n|its first row has 7 columns",
                "{\"a\": 1}|is JSON without candles",
                "[[1,2,3]]|its JSON arrays hold 3 values",
                "[{\"name\": 1, \"age\": 2}]|its JSON objects hold 'name', 'age'"
            })
    void anUnknownLayoutFailsNamingWhatIsThere(String text, String words) {
        fails(importing.file("A-USD.csv", text.replace("\\n", "\n")), words);
    }

    @Test
    void fundingRatesAreNoBars() {
        fails(
                importing.file("A-USD.csv", "timestamp,symbol,funding_rate\n1704067200000,AUSDT,0.0001\n"),
                "holds funding rates, not bars");
    }

    @Test
    void brokenJsonFails() {
        fails(
                importing.file("A-USD.json", "[[1704067200000,1,2,1,2,5],[17041"),
                "is cut off or no JSON, from line 1 on");
    }

    @Test
    void aSymbolThatCannotBeToldIsAskedFor() {
        fails(importing.file("merged.csv", days(3)), "give --symbol");
        fails(importing.file("price_examples.csv", days(3)), "give --symbol");
    }

    @Test
    void severalSymbolsInOneFileAreRefused() {
        fails(importing.file("all.csv", """
                        time,symbol,open,high,low,close,volume
                        2024-01-01,AUSDT,10,11,9,10.5,5
                        2024-01-01,BUSDT,10,11,9,10.5,5
                        """), "holds several symbols (AUSDT, BUSDT)");
    }

    @Test
    void anIntervalThatCannotBeToldIsAskedFor() {
        fails(importing.file("A-USD.csv", days(1)), "holds a single bar", "give --interval");
        fails(
                importing.file(
                        "B-USD.csv",
                        HEADER + "1704067200,10,11,9,10.5,5\n1704067800,10,11,9,10.5,5\n1704068400,10,11,9,10.5,5\n"),
                "most often 10m apart",
                "give --interval");
    }

    @Test
    void aSingleBarTakesItsIntervalFromTheName() {
        assertThat(importing.imported(importing.file("AUSDT-4h.csv", days(1))).series())
                .hasToString("AUSDT 4h");
    }

    @Test
    void anIntervalThatContradictsTheSpacingFails() {
        Path file = importing.file(
                "A-USD.csv",
                HEADER + "1704067200,10,11,9,10.5,5\n1704070800,10,11,9,10.5,5\n1704074400,10,11,9,10.5,5\n");
        var options = new ImportOptions(null, null, null, Interval.D1, false, false);
        assertThat(importing.failure(options, file)).contains("has bars that are 1h apart, not 1d");
    }

    @Test
    void aLayoutThatContradictsTheContentFails() {
        var options = new ImportOptions(Layout.KRAKEN, null, null, null, false, false);
        assertThat(importing.failure(options, importing.file("A-USD.csv", days(3))))
                .contains("is in the layout archive, not kraken");
    }

    @Test
    void badRowsAreRejectedByLineWithTheirReason() {
        Path file = importing.file("A-USD.csv", HEADER + """
                        2024-01-01,10,11,9,10.5,5
                        2024-01-02,10,11,9
                        2024-01-03,10,11,9,10.5,5,6
                        2024-01-04,NaN,11,9,10.5,5
                        2024-01-05,10,null,9,10.5,5
                        2024-01-06,10,11,-9,10.5,5
                        2024-01-07,10,11,9,0,5
                        2024-01-08,10,8,9,8.5,5
                        2024-01-09,12,11,9,10.5,5
                        2024-01-10,10,11,9,8,5
                        2024-01-11,10,11,9,10.5,-1
                        2024-01-12,10,11,9,10.5,
                        yesterday,10,11,9,10.5,5
                        2024-02-30,10,11,9,10.5,5
                        2027-01-01,10,11,9,10.5,5
                        17,10,11,9,10.5,5
                        2024-01-13,1e400,1e400,9,10.5,5
                        2024-01-14,10,11,9,10.5,5
                        """);
        var report = importing.imported(new ImportOptions(null, null, null, Interval.D1, false, false), file);
        assertThat(report.bars()).isEqualTo(2);
        assertThat(report.quality().rejected()).isEqualTo(16);
        assertThat(report.rejections())
                .extracting(rejection -> rejection.line() + " " + rejection.reason())
                .containsExactly(
                        "3 it has 4 columns instead of 6",
                        "4 it has 7 columns instead of 6",
                        "5 the open is 'NaN'",
                        "6 the high is 'null'",
                        "7 the low is -9.0",
                        "8 the close is 0.0",
                        "9 the high 8.0 is below the low 9.0",
                        "10 the open 12.0 is outside of low 9.0 to high 11.0",
                        "11 the close 8.0 is outside of low 9.0 to high 11.0",
                        "12 the volume is -1.0",
                        "13 the volume is empty",
                        "14 the time is 'yesterday'",
                        "15 the time is '2024-02-30'",
                        "16 the time 2027-01-01T00:00:00Z is in the future",
                        "17 the time is '17'",
                        "18 the open is Infinity");
        assertThat(report.rejections()).allSatisfy(r -> assertThat(r.file()).isEqualTo(file.toString()));
        assertThat(importing.write().rejected()).isEqualTo(16);
    }

    @Test
    void badJsonCandlesAreRejectedByTheirNumber() {
        Path file = importing.file(
                "A-USD-1d.json",
                "[[1704067200000,10,11,9,10.5,5],[1704153600000,null,11,9,10.5,5],[1704240000000,10,11,9,10.5]]");
        assertThat(importing.imported(file).rejections())
                .extracting(Rejection::reason)
                .containsExactly("candle 2: the open is 'null'", "candle 3: it has 5 values instead of 6");
    }

    @Test
    void aFileWithoutAUsableRowFailsWithTheFirstReason() {
        fails(
                importing.file("A-USD.csv", HEADER + "2024-01-01,0,0,0,0,0\n2024-01-02,0,0,0,0,0\n"),
                "holds no usable row; the first is line 2: the open is 0.0");
        fails(
                importing.file("B-USD-1d.csv", HEADER + "2027-01-01,1,1,1,1,0\n"),
                "holds no usable row; the first is line 2: the time 2027-01-01T00:00:00Z is in the future");
    }

    @Test
    void twoBarsAMonthApartAreNoMonthsWhereNameOrOptionSayOtherwise() {
        String rows = HEADER + "2024-01-15,10,11,9,10.5,5\n2024-02-14,10,11,9,10.5,5\n";
        assertThat(importing.imported(importing.file("AUSD_1d.csv", rows)).series())
                .hasToString("AUSD 1d");
        assertThat(Importing.time(importing.bars().firstTime())).isEqualTo("2024-01-15T00:00:00Z");
        Path file = importing.file("BUSD.csv", rows);
        assertThat(importing
                        .imported(new ImportOptions(null, null, null, Interval.D1, false, false), file)
                        .series())
                .hasToString("BUSD 1d");
        assertThat(importing.imported(importing.file("CUSD.csv", rows)).series())
                .hasToString("CUSD 1M");
    }

    @Test
    void aSymbolThatEndsInTheSuffixGetsItOnceAndOneWithAnotherIsRefused() {
        var options = new ImportOptions(null, null, ".P", null, false, false);
        String rows = """
                time,symbol,open,high,low,close,volume
                2024-01-01,BTCUSDT.P,10,11,9,10.5,5
                2024-01-02,BTCUSDT.P,10,11,9,10.5,5
                """;
        assertThat(importing.imported(options, importing.file("a.csv", rows)).series())
                .hasToString("BTCUSDT.P 1d");
        assertThat(importing.failure(options, importing.file("b.csv", rows.replace(".P", ".X"))))
                .isEqualTo("has the symbol BTCUSDT.X, which has a suffix already; leave --suffix out.");
    }

    @Test
    void truncatedArchivesFail() throws IOException {
        byte[] zip = zip("A-USD.csv", days(28));
        byte[] gzip = gzip(days(28).getBytes(StandardCharsets.UTF_8));
        fails(importing.file("A-USD.zip", Arrays.copyOf(zip, zip.length - 30)), "is a zip that is cut off or damaged");
        fails(importing.file("A-USD.csv.gz", Arrays.copyOf(gzip, gzip.length / 2)), "is cut off");
    }

    @Test
    void aDamagedMemberFailsTheWholeArchive() throws IOException {
        byte[] zip = zip("a/A-USD.csv", days(28), "b/B-USD.csv", days(28));
        byte[] second = "b/B-USD.csv".getBytes(StandardCharsets.UTF_8);
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf(new String(second, StandardCharsets.ISO_8859_1));
        zip[at + second.length + 12] ^= 0x55;
        fails(importing.file("two.zip", zip), "is a damaged archive");
    }

    @Test
    void anArchiveThatUnpacksToMoreThanAHundredTimesItsSizeFails() throws IOException {
        String bomb = HEADER + "2024-01-01,10,11,9,10.5,5\n".repeat(400_000);
        fails(importing.file("A-USD.zip", zip("A-USD.csv", bomb)), "unpacks to more than 100 times its size");
        fails(
                importing.file("two.zip", zip("A-USD.csv", days(3), "B-USD.csv", bomb)),
                "unpacks to more than 100 times its size");
        fails(
                importing.file("A-USD.csv.gz", gzip(bomb.getBytes(StandardCharsets.UTF_8))),
                "unpacks to more than 100 times its size");
    }

    @Test
    void whatUnpacksIsCountedWhateverTheArchiveSaysItsSizeIs() throws IOException {
        byte[] zip = zip("A-USD.csv", HEADER + "2024-01-01,10,11,9,10.5,5\n".repeat(400_000));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        // The unpacked size in the central directory: 1,000 bytes instead of 10 MB.
        zip[directory + 24] = (byte) 0xe8;
        zip[directory + 25] = 3;
        zip[directory + 26] = 0;
        zip[directory + 27] = 0;
        fails(importing.file("A-USD.zip", zip), "unpacks to more than 100 times its size");
    }

    @Test
    void anArchiveThatUnpacksToMoreThanTheLimitFails() throws IOException {
        Path file = importing.file("A-USD.zip", zip("A-USD.csv", days(28)));
        var limits = new UnpackLimits(500, 100);
        var reports = new Importer(importing.store, Importing.CLOCK, own -> false, limits)
                .run(List.of(file), ImportOptions.DEFAULT, ImportListener.NONE, () -> false)
                .reports();
        assertThat(reports)
                .singleElement()
                .isInstanceOfSatisfying(
                        FileReport.Failed.class,
                        failed -> assertThat(failed.reason()).contains("unpacks to more than"));
    }

    @ParameterizedTest
    @CsvSource({"../A-USD.csv", "x/../../A-USD.csv", "/etc/A-USD.csv", "C:/A-USD.csv", "..\\A-USD.csv"})
    void anArchiveWhosePathsPointOutsideFails(String name) throws IOException {
        fails(
                importing.file("two.zip", zip("B-USD.csv", days(3), name, days(3))),
                "holds the path '" + name + "', which points outside of the archive");
    }

    @Test
    void anArchiveInsideAnArchiveFails() throws IOException {
        byte[] inner = gzip(days(28).getBytes(StandardCharsets.UTF_8));
        fails(importing.file("A-USD.csv.gz", gzip(inner)), "is an archive inside an archive");
    }

    @Test
    void aFileThatIsNotThereFails() {
        fails(directory.resolve("nothing.csv"), "does not exist");
    }

    @Test
    void aQuotationMarkThatItsLineDoesNotCloseFailsTheFileWhateverFollows() {
        String row = "2024-01-04,\"10,11,9,10.5,5\n";
        fails(
                importing.file("A-USD.csv", days(3) + row + "2024-01-05,10,11,9,10.5,5\n"),
                "has a quotation mark in line 5 that is not closed there");
        fails(
                importing.file("B-USD.csv", days(3) + row + "2024-01-05,\"10\",11,9,10.5,5\n"),
                "has a quotation mark in line 5 that is not closed there");
        fails(
                importing.file("C-USD.csv", days(3) + row + "2024-01-05,10,11,9,10.5,5\n".repeat(1_000_000)),
                "has a quotation mark in line 5 that is not closed there");
    }

    @Test
    void aQuotationMarkWithinARowCostsThatRowAlone() {
        Path file = importing.file(
                "A-USD.csv",
                days(3)
                        + "2024-01-04,10\",11,9,10.5,5\n\"2024-01-05\",\"10\",11,9,10.5,5\n2024-01-06,10,11,9,10.5,5\n");
        var report = importing.imported(file);
        assertThat(report.bars()).isEqualTo(5);
        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(5L);
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void gzipsOfSeveralMembersAreReadToTheirEndAndRefusedWhereOneIsDamaged() throws IOException {
        String rows = days(28);
        int half = rows.indexOf("2024-01-15");
        byte[] first = gzip(rows.substring(0, half).getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip(rows.substring(half).getBytes(StandardCharsets.UTF_8));
        assertThat(importing
                        .imported(importing.file("W-USD.csv.gz", joined(first, second, gzip(new byte[0]))))
                        .bars())
                .isEqualTo(28);
        assertThat(importing
                        .imported(importing.file("X-USD.csv.gz", joined(first, second, new byte[1000])))
                        .bars())
                .isEqualTo(28);
        importing.store.writes.clear();
        byte[] damaged = second.clone();
        damaged[0] ^= 1;
        fails(importing.file("A-USD.csv.gz", joined(first, damaged)), "is a damaged archive");
        fails(importing.file("B-USD.csv.gz", joined(first, Arrays.copyOf(second, 5))), "is cut off");
        fails(
                importing.file("C-USD.csv.gz", joined(first, "2024-01-15,1".getBytes(StandardCharsets.UTF_8))),
                "is a damaged archive");
        byte[] wrongSum = second.clone();
        wrongSum[second.length - 6] ^= 1;
        fails(importing.file("D-USD.csv.gz", joined(first, wrongSum)), "is a damaged archive");
    }

    @Test
    void aZipWithTwoFilesOfOneNameFails() throws IOException {
        byte[] zip = zip("A-USD.csv", days(3), "B-USD.csv", days(28));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("B-USD.csv", "A-USD.csv");
        fails(
                importing.file("two.zip", text.getBytes(StandardCharsets.ISO_8859_1)),
                "holds two files called 'A-USD.csv'; unpack it");
    }

    @Test
    void anEncryptedZipSaysSo() throws IOException {
        byte[] zip = zip("A-USD.csv", days(3));
        int entry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[6] |= 1;
        zip[entry + 8] |= 1;
        fails(importing.file("A-USD.zip", zip), "is an encrypted zip; unpack it with its password first");
    }

    @Test
    void decimalCommasAreNamed() {
        fails(
                importing.file("A-USD.csv", "time;open;high;low;close;volume\n2024-01-01;10,5;11,5;9,5;10,5;5,5\n"),
                "writes its numbers with a decimal comma ('10,5'); save it with decimal points");
        fails(
                importing.file("B-USD.csv", "2024-01-01;10,5;11,5;9,5;10,5;5,5\n2024-01-02;10,5;11,5;9,5;10,5;5,5\n"),
                "writes its numbers with a decimal comma ('10,5'); save it with decimal points");
    }

    @Test
    void twoColumnsOfTimesThatDisagreeAreRefusedUnlessOneIsClear() {
        String rows = """
                ,open,high,low,close,volume
                2024-01-01 00:00,2024-01-01 08:00,10,11,9,10.5,5
                2024-01-01 01:00,2024-01-01 09:00,10,11,9,10.5,5
                2024-01-01 02:00,2024-01-01 10:00,10,11,9,10.5,5
                """;
        fails(
                importing.file("A-USD.csv", "time,date" + rows),
                "has two columns of times, 'time' and 'date', that are 8h apart");
        assertThat(importing
                        .imported(importing.file("B-USD.csv", "time,time_utc" + rows))
                        .firstOpen())
                .isEqualTo(1_704_096_000_000L);
        assertThat(importing
                        .imported(importing.file("C-USD.csv", "timestamp,Open time (UTC)" + rows))
                        .firstOpen())
                .isEqualTo(1_704_096_000_000L);
    }

    @Test
    void jsonOfSeveralMarketsIsRefused() {
        String rows = "[[1704067200000,10,11,9,10.5,5],[1704153600000,10,11,9,10.5,5]]";
        fails(
                importing.file("data.json", "{\"BTC/USDT\":%s,\"ETH/USDT\":%s}".formatted(rows, rows)),
                "holds candles in several places, one of them 'ETH/USDT'; split it");
        fails(importing.file("A-USD.json", "[%s,%s]".formatted(rows, rows)), "holds candles in several places");
        fails(
                importing.file("CADUSDT.json", "{\"ETH/USDT\":%s}".formatted(rows)),
                "holds candles under the name 'ETH/USDT', though it is of CADUSDT otherwise");
        assertThat(importing
                        .imported(importing.file("data.json", "{\"ETH/USDT\":%s}".formatted(rows)))
                        .series())
                .hasToString("ETHUSDT 1d");
        assertThat(importing
                        .imported(importing.file(
                                "CADUSDT.json", "{\"candles\":%s,\"symbol\":\"ETHUSDT\"}".formatted(rows)))
                        .series())
                .hasToString("ETHUSDT 1d");
    }

    @Test
    void aJsonCandleWithoutAVolumeIsRejectedWhereOthersHaveOne() {
        Path file = importing.file("A-USD-1d.json", """
                [{"time":1704067200,"open":10,"high":11,"low":9,"close":10.5},
                 {"time":1704153600,"open":10,"high":11,"low":9,"close":10.5,"volume":7},
                 {"time":1704240000,"open":10,"high":11,"low":9,"close":10.5},
                 {"time":1704326400,"open":10,"high":11,"low":9,"close":10.5,"volume":8}]
                """);
        var report = importing.imported(file);
        assertThat(report.rejections())
                .extracting(r -> r.line() + " " + r.reason())
                .containsExactly("1 the volume is missing", "3 candle 3: the volume is missing");
        assertThat(importing.bars().volume().toArray()).containsExactly(7, 8);
    }

    @Test
    void sixColumnsWhosePricesCanBeReadInTwoWaysAreDecidedByTheVenueOrAskedFor() {
        // Low, high, open, close of bars that only fall; as bitfinex has them they only rise.
        String rows = """
                1704067200,9,11,11,9,5
                1704153600,8,10,10,8,5
                1704240000,7,9,9,7,5
                """;
        fails(importing.file("A-USD.csv", rows), "in an order that its rows do not tell", "give --layout");
        assertThat(importing
                        .imported(importing.file("Coinbase_A-USD.csv", rows))
                        .layout())
                .isEqualTo(Layout.COINBASE);
        assertThat(importing.bars().open().get(0)).isEqualTo(11);
        assertThat(importing
                        .imported(importing.file("bitfinex_B-USD.csv", rows))
                        .layout())
                .isEqualTo(Layout.BITFINEX);
        assertThat(importing.bars().open().get(0)).isEqualTo(9);
        var options = new ImportOptions(Layout.COINBASE, null, null, null, false, false);
        assertThat(importing
                        .imported(options, importing.file("A-USD.csv", rows))
                        .layout())
                .isEqualTo(Layout.COINBASE);
    }
}
