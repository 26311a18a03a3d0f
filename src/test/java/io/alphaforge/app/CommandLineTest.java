package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.run.ResultFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command on a real database file, as a user or a program would call it. */
@Timeout(120)
class CommandLineTest {
    private static final JsonFactory JSON = new JsonFactory();

    @TempDir
    Path home;

    private Console console;

    @BeforeEach
    void open() {
        console = new Console(home);
    }

    private void demo() {
        Console.Result demo = console.run("demo", "--symbols", "12", "--days", "300", "--seed", "7", "--quiet");
        assertThat(demo.status()).as(demo.err()).isZero();
    }

    private static List<Map<String, Object>> objects(Console.Result result) {
        return result.lines().stream().map(CommandLineTest::object).toList();
    }

    private static Map<String, Object> object(String line) {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    json.skipChildren();
                    values.put(name, "{}");
                } else {
                    values.put(name, token == JsonToken.VALUE_NULL ? "null" : json.getText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
        return values;
    }

    private static String text(Map<String, Object> object, String name) {
        return Objects.requireNonNull(object.get(name), name).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import ''",
                "--db '' dashboard",
                "db backup ''",
                "db restore '' --yes",
                "db maintain backup x --to ''"
            })
    void anEmptyNameIsThatOfNoFile(String command) {
        String[] arguments = command.replace("''", "\u0000").split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("\u0000", "");
        }
        Console.Result refused = console.run(arguments);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.errors())
                .singleElement()
                .asString()
                .containsAnyOf("An empty name", "--db names no database");
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "a%b", "a'b"})
    void databasesMayBeCalledAsFilesMay(String name) {
        String file = home.resolve(name + ".duckdb").toString();
        assertThat(console.run("--db", file, "demo", "--symbols", "2", "--days", "40", "--quiet")
                        .status())
                .isZero();
        assertThat(console.run(
                                "--db",
                                file,
                                "db",
                                "backup",
                                home.resolve(name + " kept").toString())
                        .status())
                .isZero();
        assertThat(console.run("--db", file, "quality", "--format", "csv").lines())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b.duckdb", "a?b.duckdb"})
    void aDatabaseWhoseNameCannotBeOpenedIsRefusedInOneSentence(String name) {
        Console.Result refused = console.run("--db", home.resolve(name).toString(), "demo");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.errors()).last().asString().contains("a ';' or '?' is the end of a path to DuckDB");
    }

    @Test
    void aBacktestStreamsEveryCoinAndTheSecondOneComesFromTheCache() {
        demo();
        String[] command = {"backtest", "--strategy", "rsi", "--universe", "all", "--interval", "1d", "--format", "json"
        };
        List<Map<String, Object>> first = objects(console.run(command));
        assertThat(first).hasSize(14);
        assertThat(first.getFirst()).containsEntry("type", "started").containsEntry("total", "12");
        assertThat(first.getLast())
                .containsEntry("type", "finished")
                .containsEntry("completed", "12")
                .containsEntry("cached", "0");
        Map<String, Object> row = first.get(1);
        assertThat(row).containsEntry("type", "result").containsEntry("synthetic", "true");
        assertThat(row.keySet())
                .containsAll(ResultFields.all().stream().map(f -> f.name()).toList());
        List<Map<String, Object>> second = objects(console.run(command));
        assertThat(second.getLast()).containsEntry("cached", "12");
        assertThat(first.subList(1, 13)).allSatisfy(r -> assertThat(r).containsEntry("origin", "first"));
        assertThat(second.subList(1, 13))
                .allSatisfy(r -> assertThat(r).containsEntry("cached", "true").containsEntry("origin", "cached"));
    }

    @Test
    void tablesAreAlignedAndSignedAndSayThatCoinsAreSynthetic() {
        demo();
        Console.Result result = console.run("backtest", "--strategy", "buy-and-hold", "--universe", "top:5");
        assertThat(result.status()).isZero();
        assertThat(result.lines()).hasSize(6);
        assertThat(result.lines().getFirst()).startsWith("SYMBOL").contains("RETURN %");
        assertThat(result.lines().get(1)).matches(".*[+-][\\d,]+\\.\\d\\d .*");
        assertThat(result.err()).contains("synthetic").contains("Done: 5 of 5 coins");
    }

    @Test
    void csvHasAHeadingAndOneLineACoin() {
        demo();
        Console.Result result = console.run("backtest", "--strategy", "bollinger", "--format", "csv", "--quiet");
        assertThat(result.lines()).hasSize(13);
        assertThat(result.lines().getFirst()).startsWith("symbol,interval,source_interval,bars,from,to");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void anEarlierRunCanBeShownWithItsTradesAndItsEquity() {
        demo();
        List<Map<String, Object>> run =
                objects(console.run("backtest", "--strategy", "rsi", "--set", "period=7", "--format", "json"));
        Map<String, Object> row = run.stream()
                .filter(r -> "result".equals(r.get("type")) && !"0".equals(r.get("num_trades")))
                .findFirst()
                .orElseThrow();
        String symbol = text(row, "symbol");
        String id = text(run.getFirst(), "run");
        List<Map<String, Object>> trades = objects(console.run("show", id, symbol, "--trades", "--format", "json"));
        long closed = trades.stream().filter(t -> "false".equals(t.get("open"))).count();
        assertThat(closed).isEqualTo(Long.parseLong(text(row, "num_trades")));
        List<Map<String, Object>> equity = objects(console.run("show", "last", symbol, "--equity", "--format", "json"));
        assertThat(equity).hasSize(Integer.parseInt(text(row, "bars")));
        assertThat(equity.getLast().get("equity")).isEqualTo(row.get("final_value"));
        assertThat(console.run("show", "last", symbol).out())
                .contains("trade_hash")
                .contains(text(row, "trade_hash"));
        assertThat(console.run("show", "nonsense", symbol).err()).contains("There is no run 'nonsense'");
        assertThat(console.run("show", "last", "NOPEUSDT").err()).contains("has no coin NOPEUSDT");
    }

    @Test
    void aFileIsImportedOnceAndReportedInOneLine() throws IOException {
        Path file = Files.writeString(home.resolve("ABCUSDT.csv"), """
                timestamp,open,high,low,close,volume
                1609459200000,1.0,1.2,0.9,1.1,100
                1609545600000,1.1,1.3,1.0,1.2,110
                1609718400000,1.2,1.4,1.1,1.3,120
                1609718400000,1.2,1.4,1.1,1.3,120
                1609804800000,1.3,1.2,1.1,1.3,120
                """);
        Console.Result first = console.run("import", file.toString());
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("ABCUSDT 1d, 3 bars")
                .contains("1 gaps with 1 missing")
                .contains("3 added");
        assertThat(first.err()).contains("ABCUSDT.csv:6");
        Console.Result again = console.run("import", file.toString());
        assertThat(again.out()).contains("0 added, 0 changed");
        Map<String, Object> quality =
                objects(console.run("quality", "ABCUSDT", "--format", "json")).getFirst();
        assertThat(quality)
                .containsEntry("bars", "3")
                .containsEntry("gaps", "1")
                .containsEntry("duplicates", "1")
                .containsEntry("rejected", "1");
        Map<String, Object> dashboard =
                objects(console.run("dashboard", "--format", "json")).getFirst();
        assertThat(dashboard).containsEntry("symbol", "ABCUSDT").containsEntry("price", "1.3");
    }

    @Test
    void anImportTellsOfDuplicatesThatDifferAndOfBarsThatAreNotComplete() throws IOException {
        long yesterday = System.currentTimeMillis() - 86_400_000L;
        long week = 7 * 86_400_000L;
        Path file = Files.writeString(
                home.resolve("ABCUSDT_1w.csv"),
                "timestamp,open,high,low,close,volume\n%d,1,2,1,1,5\n%d,1,2,1,1,5\n%d,1,2,1,2,5\n%d,1,2,1,1,5\n"
                        .formatted(yesterday - 2 * week, yesterday - week, yesterday - week, yesterday));
        assertThat(console.run("import", "--dry-run", file.toString()).out())
                .contains("1 duplicates (1 with other values), 0 rejected, 1 not complete yet;");
        assertThat(object(console.run("import", "--dry-run", "--format", "json", file.toString())
                        .lines()
                        .getFirst()))
                .containsEntry("duplicates", "1")
                .containsEntry("overridden", "1")
                .containsEntry("incomplete", "1");
        assertThat(console.run("import", "--dry-run", "--format", "csv", file.toString())
                        .lines())
                .first()
                .asString()
                .contains(",duplicates,overridden,rejected,incomplete,");
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Path file = Files.writeString(
                home.resolve("ABCUSDT.csv"),
                "timestamp,open,high,low,close,volume\n1609459200000,1,2,1,1,5\n1609545600000,1,2,1,1,5\n");
        assertThat(console.run("import", "--dry-run", file.toString()).out()).contains("2 added");
        assertThat(console.run("quality").err()).contains("database is empty");
    }

    @Test
    void theCacheTellsAndForgets() {
        demo();
        console.run("backtest", "--strategy", "rsi", "--quiet");
        assertThat(objects(console.run("cache", "stats", "--format", "json")).getFirst())
                .containsEntry("entries", "12");
        assertThat(console.run("cache", "clear").out()).contains("12 results forgotten");
        assertThat(objects(console.run("cache", "stats", "--format", "json")).getFirst())
                .containsEntry("entries", "0");
    }

    @Test
    void theDoctorSaysWhereEverythingIs() {
        demo();
        Console.Result result = console.run("doctor");
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("database").contains("home").contains("memory");
    }

    @Test
    void withoutACommandTheWindowIsOpened() {
        assertThat(console.run().status()).isEqualTo(42);
        assertThat(console.run("--quiet").status()).isEqualTo(42);
    }

    @Test
    void theDemoCanBeRunAgainAndChangesNothing() {
        demo();
        Map<String, Object> before =
                objects(console.run("quality", "--format", "json")).getFirst();
        demo();
        assertThat(objects(console.run("quality", "--format", "json")).getFirst())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "backtest --strategy nope | Unknown strategy 'nope'; known are rsi",
                "backtest --strategy rsi --set speed=3 | has no parameter 'speed'; it takes period",
                "backtest --strategy rsi --set period=0 | allowed is a whole number from",
                "backtest --strategy rsi --set period=abc | which is no whole number from",
                "backtest --strategy rsi --set period=14 --set period=20 | --set gives 'period' twice; once is enough.",
                "backtest --strategy rsi --set period | as in --set period=20, not 'period'.",
                "backtest --strategy rsi --set =20 | as in --set period=20, not '=20'.",
                "backtest --strategy rsi --interval 7m | Unknown interval '7m'; known are 1m",
                "backtest --strategy rsi --from 2024-02-01 --to 2024-01-01 | choose a start before the end",
                "backtest --strategy rsi --from yesterday | 'yesterday' is not a date",
                "backtest --strategy rsi --fee 2 | fee is 2.0; allowed is a share",
                "backtest --strategy rsi --capital -5 | capital is -5.0",
                "backtest --strategy rsi --fill never | Unknown fill policy 'never'; known are next-open",
                "backtest --strategy rsi --universe top:x | top:N with a whole number",
                "backtest --strategy sma-cross --set fast=30 --set slow=10 | fast",
                "backtest | --strategy",
                "import | PATH",
                "dashboard --sort nothing | Unknown column 'nothing'; known are symbol",
                "quality --interval 9x | Unknown interval '9x'",
                "frobnicate | frobnicate",
                "quality --redis http://localhost | redis",
            })
    void wrongUsageIsOneSentenceAndStatusTwo(String command, String expected) {
        Console.Result result = console.run(command.strip().split(" "));
        assertThat(result.status()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).contains(expected.strip());
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anUnknownSymbolFailsAloneWithStatusOne() {
        demo();
        List<Map<String, Object>> all = objects(console.run("dashboard", "--format", "json"));
        String known = text(all.getFirst(), "symbol");
        Console.Result result =
                console.run("backtest", "--strategy", "rsi", "--universe", known + ",NOPEUSDT", "--format", "json");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("\"failed\"").contains("Unknown symbol NOPEUSDT");
    }

    @Test
    void aRangeWithoutBarsFailsEveryCoinWithTheReason() {
        demo();
        Console.Result result = console.run("backtest", "--strategy", "rsi", "--to", "1999-12-31");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("failed: No bars");
    }

    @Test
    void aDatabaseThatIsNoneIsToldAndLeftAlone() throws IOException {
        Path file = Files.writeString(home.resolve("notes.txt"), "not a database, but somebody's notes ".repeat(200));
        byte[] before = Files.readAllBytes(file);
        Console.Result result = console.run("quality", "--db", file.toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).contains("notes.txt");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void filesThatCannotBeUsedAreToldAndTheOthersImported() throws IOException {
        Path data = Files.createDirectory(home.resolve("data"));
        Files.writeString(data.resolve("EMPTYUSDT.csv"), "");
        Files.writeString(
                data.resolve("GOODUSDT.csv"),
                "timestamp,open,high,low,close,volume\n1609459200000,1,2,1,1,5\n1609545600000,1,2,1,1,5\n");
        Console.Result result = console.run("import", data.toString());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("GOODUSDT 1d, 2 bars");
        assertThat(result.err()).contains("EMPTYUSDT.csv");
        List<String> lines = new ArrayList<>(result.errors());
        assertThat(lines).noneMatch(l -> l.contains("Exception") || l.startsWith("\tat "));
    }

    @Test
    void aFileThatMayBeCutOffIsImportedAndNoted() throws IOException {
        StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int day = 0; day < 6; day++) {
            rows.append(1_609_459_200_000L + day * 86_400_000L).append(",1,2,1,1,1234.56\n");
        }
        Path file = Files.writeString(home.resolve("GOODUSDT.csv"), rows.substring(0, rows.length() - 4));
        Console.Result result = console.run("import", file.toString(), "--format", "json");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("\"note\":\"line 7, the last, has no line end, and its last number has fewer");
        assertThat(result.err()).contains("  note: ", "GOODUSDT.csv: line 7, the last, has no line end");
    }

    @Test
    void aBeginningThatSeveralRunsHaveIsToldFromOneThatNoneHas() {
        assertThat(console.run("show", "last", "BTCUSDT.DEMO").err()).contains("There is no run yet");
        demo();
        console.run("backtest", "--strategy", "rsi");
        console.run("backtest", "--strategy", "sma-cross");
        Console.Result several = console.run("show", "20", "BTCUSDT.DEMO");
        assertThat(several.status()).isEqualTo(2);
        assertThat(several.err()).contains("Several runs begin with '20', the newest ");
        assertThat(console.run("show", "19", "BTCUSDT.DEMO").err()).contains("There is no run '19'");
    }

    @Test
    void whatOnlyReadsMakesNoDatabase() {
        Path file = home.resolve("typo").resolve("x.duckdb");
        for (String command : List.of("quality", "dashboard")) {
            Console.Result result = console.run(command, "--db", file.toString());
            assertThat(result.status()).isEqualTo(3);
            assertThat(result.errors()).singleElement().asString().startsWith("There is no database " + file);
            assertThat(file.getParent()).doesNotExist();
        }
    }

    @Test
    void anImportOfNothingStillHasAHeading() throws IOException {
        Path file = Files.writeString(home.resolve("zero.csv"), "x\n");
        Console.Result result = console.run("import", file.toString(), "--format", "csv");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.lines()).singleElement().asString().startsWith("file,layout,symbol,");
    }

    @Test
    void aFileWithArgumentsIsNotRead() throws IOException {
        Path file = Files.writeString(home.resolve("arguments.txt"), "--format csv");
        assertThat(console.run("dashboard", "@" + file).err()).contains("Unmatched argument");
    }

    @Test
    void brokenProfilesAreToldOnceAndInWordsOfOurs() throws IOException {
        Files.writeString(home.resolve("profiles.json"), "{\"profiles\":[], \"remembered\":[1");
        Console.Result result = console.run("quality", "--profile", "a");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("profiles.json cannot be read")
                .doesNotContain("REDACTED", "StreamReadFeature");
    }

    @Test
    void theDoctorReportsWhatIsWrongWithTheEnvironment() {
        for (String variable : List.of("ALPHAFORGE_SLOW_QUERY_MS", "ALPHAFORGE_REDIS")) {
            Console.Result result = new Console(home, Map.of(variable, "abc")).run("doctor");
            assertThat(result.status()).as(variable).isEqualTo(3);
            assertThat(result.out())
                    .containsIgnoringCase(variable.substring(11))
                    .contains("AlphaForge ");
        }
    }
}
