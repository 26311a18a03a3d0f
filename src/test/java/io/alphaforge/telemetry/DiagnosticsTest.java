package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.files.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ALPHAFORGE_DB_PASSWORD", "hunter2hunter",
            "MY_API_TOKEN", "tok-123456",
            "ALPHAFORGE_REDIS", "rediss://cacheuser:r3dis!pw@redis.corp.example:6380/2",
            "LANG", "C.UTF-8");

    @TempDir
    private Path folder;

    private final StrictRedaction redaction = new StrictRedaction(ENVIRONMENT, "/home/bobby", "bobby");

    private String clean(String text) {
        return redaction.of(text);
    }

    @Test
    void secretsThatAreKnownGoWhereverTheyAre() {
        assertThat(clean("it said hunter2hunter and tok-123456, then cacheuser with r3dis!pw at redis.corp.example"))
                .isEqualTo("it said *** and ***, then *** with *** at host-1");
    }

    @Test
    void addressesLoseUsersPasswordsAndHosts() {
        assertThat(
                        clean(
                                "jdbc:postgresql://carol:s3cret@db1.corp.example:5432,db2.corp.example/prices?user=carol&sslmode=require"))
                .doesNotContain("carol", "s3cret", "corp.example")
                .contains("jdbc:postgresql://host-")
                .contains("/prices?user=***&sslmode=require");
        assertThat(clean("redis://:pw@10.1.2.3:6379/0")).doesNotContain("pw", "10.1.2.3");
        assertThat(clean("carol@db1.corp.example/prices")).doesNotContain("carol", "corp.example");
        assertThat(clean("password=abc user=carol token: xyz")).isEqualTo("password=*** user=*** token: ***");
    }

    @Test
    void messagesOfDriversLoseThemToo() {
        assertThat(clean("FATAL: password authentication failed for user \"carol\""))
                .doesNotContain("carol");
        assertThat(clean("Connection to db1.corp.example:5432 refused.")).doesNotContain("corp");
        assertThat(clean("java.net.UnknownHostException: db-internal")).doesNotContain("db-internal");
        assertThat(clean("no answer from 192.168.7.21")).doesNotContain("192.168");
    }

    @Test
    void sentencesOfThisApplicationLoseThemToo() {
        assertThat(clean("The server corpdb7/prices refuses the password of user trader; type the right one"))
                .isEqualTo("The server host-2/prices refuses the password of user ***; type the right one");
        assertThat(clean("User trader may not do that on corpdb7.example/prices (permission denied)"))
                .startsWith("User *** may not do that on ");
        assertThat(clean("The server corpdb7/prices does not let user trader in from here"))
                .isEqualTo("The server host-2/prices does not let user *** in from here");
        assertThat(clean("host=corpdb7 port=5432")).isEqualTo("host=host-2 port=5432");
        assertThat(clean("connect to 2001:db8::5 port 5432 at 10:00:01"))
                .isEqualTo("connect to host-2 port 5432 at 10:00:01");
        assertThat(clean("BTCUSDT 1d came with other bars than BTCUSDT.P 15m"))
                .isEqualTo("*** 1d came with other bars than *** 15m");
        assertThat(clean("The user has 3 series; a user may want more. INFO 2026-11-22T10:00:01.123Z 12 h"))
                .isEqualTo("The user has 3 series; a user may want more. INFO 2026-11-22T10:00:01.123Z 12 h");
    }

    @Test
    void aHostIsCalledTheSameEverywhereAndThisComputerIsNoSecret() {
        String text = clean("http://a.example/x failed; http://b.example/y failed; a.example is away; 127.0.0.1:5432");
        assertThat(text).matches("http://(host-\\d)/x failed; http://(host-\\d)/y failed; \\1 is away; 127.0.0.1:5432");
    }

    @Test
    void theHomeFolderIsATildeAndTheUserIsNobody() {
        assertThat(clean("/home/bobby/.local/share/alphaforge/a.duckdb, /mnt/bobby/x, bobbyx"))
                .isEqualTo("~/.local/share/alphaforge/a.duckdb, /mnt/***/x, bobbyx");
    }

    @Test
    void namesOfProfilesGo() {
        assertThat(new StrictRedaction(Map.of(), "/root", "root")
                        .hiding(List.of("carol", "db1.corp.example:5433,db2", "postgres", ""))
                        .of("carol on db1.corp.example and db2 as postgres, mirrors/db2_prices-1a2b"))
                .isEqualTo("*** on *** and *** as postgres, mirrors/***_prices-1a2b");
    }

    @Test
    void theFolderOfTheUserGoesInEveryWayInWhichItMayBeWritten() throws IOException {
        Path real = Files.createDirectory(folder.resolve("volume"));
        Path home = Links.make(folder.resolve("link"), real);
        StrictRedaction linked = new StrictRedaction(Map.of(), home.toString(), "root");
        assertThat(linked.of(home.resolve("a.csv") + ", " + real.toRealPath().resolve("alphaforge.duckdb")))
                .isEqualTo("~/a.csv, ~/alphaforge.duckdb");
        assertThat(new StrictRedaction(Map.of(), "C:\\Users\\Al", "root")
                        .of("C:\\Users\\Al\\x C:/Users/Al/x {\"file\":\"C:\\\\Users\\\\Al\\\\x\"}"))
                .isEqualTo("~\\x ~/x {\"file\":\"~\\\\x\"}");
    }

    @Test
    void aTextHasEveryPartAndNothingThatWasPlanted() throws IOException {
        Files.writeString(folder.resolve("alphaforge.log"), """
                2026-11-21T10:00:00.000Z INFO  [main] a.B - all is well
                2026-11-21T10:00:01.000Z WARN  [run-1] a.B - jdbc:postgresql://carol:s3cret@db1.corp.example/prices is away
                org.postgresql.util.PSQLException: FATAL: password authentication failed for user "carol"
                \tat a.B.c(B.java:12)
                2026-11-21T10:00:02.000Z ERROR [run-1] a.B - /home/bobby/x cannot be read with hunter2hunter
                """);
        Files.writeString(
                folder.resolve("commands.log"),
                "2026-11-21T10:00:01.500Z WARN  [main] a.C - of a command\n2026-11-21T10:00:03.000Z INFO  [main] a.C - fine\n");
        Files.writeString(
                folder.resolve("alphaforge.2026-11-20.0.log"), "2026-11-20T10:00:00.000Z WARN  [main] a.B - old\n");
        String text = new Diagnostics(redaction.hiding(List.of("carol")))
                .machine("1.2.3")
                .facts("Database", Map.of("kind", "server", "location", "postgresql://carol@db1.corp.example/prices"))
                .runs(List.of(Runs.of("run-1", 1_800_000_000_000L, 1234)), 1_800_000_000_500L)
                .slowQueries(List.of(new SlowQuery(1, "DuckDbStore.series (SeriesTable/list)", "SELECT 1", 1500)))
                .log(folder)
                .text();
        assertThat(text)
                .contains("version          1.2.3")
                .contains(System.getProperty("os.name"))
                .contains(Runtime.version().toString())
                .contains("hour  duration_ms")
                .contains("1,234.0")
                .contains("compute 100.0 ms")
                .contains("1,500 ms DuckDbStore.series (SeriesTable/list)")
                .contains("WARN  [run-1]")
                .contains("PSQLException")
                .contains("~/x cannot be read")
                .containsSubsequence("PSQLException", "of a command", "cannot be read")
                .doesNotContain("all is well", "B.java", "SELECT", "fine", "old")
                .doesNotContain("carol", "s3cret", "corp.example", "hunter2", "bobby");
    }
}
