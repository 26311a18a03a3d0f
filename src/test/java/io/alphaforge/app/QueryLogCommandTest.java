package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.store.timescale.TimescaleStore;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.Watching;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Slow queries and maintenance by the command line, on real servers. */
@Timeout(240)
class QueryLogCommandTest {
    private static final String SLOW = "ALPHAFORGE_SLOW_QUERY_MS";

    @TempDir
    Path home;

    private Console.Result run(String url, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--db");
        all.add(url);
        return new Console(home, environment).run(all.toArray(String[]::new));
    }

    private Console.Result done(String url, Map<String, String> environment, String... arguments) {
        Console.Result result = run(url, environment, arguments);
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private String filled() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        done(url, Map.of(), "db", "migrate");
        done(url, Map.of(), "demo", "--symbols", "3", "--days", "60", "--interval", "1h", "--seed", "3");
        return url;
    }

    @Test
    void slowQueriesAreKeptOnTheServerWithWhatCalledThem() {
        String url = filled();
        assertThat(done(url, Map.of(), "db", "queries").lines())
                .as("only a heading")
                .hasSize(1);
        done(url, Map.of(SLOW, "0"), "dashboard");
        Console.Result all = done(url, Map.of(), "db", "queries", "--format", "json", "--limit", "500");
        assertThat(all.lines())
                .anyMatch(line -> line.contains("\"caller\":\"TimescaleStore.dashboard (ServerDashboard/list)\""))
                .anyMatch(line -> line.contains("\"caller\":\"TimescaleStore.dashboard (Transactions/timeout)\""))
                .allMatch(line -> line.matches(".*\"duration_ms\":[0-9.E-]+,.*"));
        assertThat(all.lines()).noneMatch(line -> line.contains("INSERT INTO query_performance_log"));
        assertThat(all.err()).contains("query_performance_log on 127.0.0.1");
        assertThat(done(url, Map.of(), "db", "queries", "--limit", "2").lines()).hasSize(3);
    }

    @Test
    void whatTakesTooLongOnTheServerIsKeptEvenWhenItFails() {
        String url = filled();
        Servers.sql(
                url,
                "ALTER TABLE bar_summaries RENAME TO summaries_before",
                "CREATE VIEW bar_summaries AS SELECT s.* FROM summaries_before s, pg_sleep(20)");
        run(url, Map.of(SLOW, "900", "ALPHAFORGE_DB_TIMEOUT_S", "1"), "dashboard");
        Console.Result kept = done(url, Map.of(), "db", "queries", "--format", "csv");
        assertThat(kept.out()).contains("TimescaleStore.dashboard (ServerDashboard/list)");
        assertThat(kept.out().lines().filter(line -> line.contains("TimescaleStore.")))
                .hasSize(1);
    }

    @Test
    void theTableKeepsItsNewestTenThousandRows() {
        String url = filled();
        Servers.sql(
                url,
                "INSERT INTO query_performance_log (caller, query, duration_ms) SELECT 'a', 'b', 1 FROM"
                        + " generate_series(1, 10500)",
                "INSERT INTO query_performance_log (caller, query, duration_ms) VALUES ('last', 'b', 1)");
        assertThat(Servers.value(url, "SELECT count(*) FROM query_performance_log"))
                .isEqualTo("10000");
        assertThat(done(url, Map.of(), "db", "queries", "--format", "csv", "--limit", "10000")
                        .out())
                .contains("last");
    }

    @Test
    void aLogOfAnotherProgramIsLeftAlone() {
        String url = filled();
        Servers.sql(
                url,
                "DROP TABLE query_performance_log",
                "CREATE TABLE query_performance_log (id serial, statement text)",
                "INSERT INTO query_performance_log (statement) VALUES ('theirs')");
        done(url, Map.of(SLOW, "0"), "dashboard");
        assertThat(done(url, Map.of(), "db", "queries").lines()).hasSize(1);
        assertThat(Servers.value(url, "SELECT string_agg(statement, ',') FROM query_performance_log"))
                .isEqualTo("theirs");
    }

    @Test
    void whoMayOnlyReadKeepsThemForTheSession() {
        String url = filled();
        String role = "watcher_" + ProcessHandle.current().pid();
        Servers.sql(url, "CREATE ROLE " + role + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
        String reader = url.replace("user=postgres", "user=" + role);
        SlowQueries slow = new SlowQueries(Duration.ZERO, InstantSource.system());
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(reader, Map.of()), slow)) {
            store.series();
            assertThat(store.watching().slowQueries(5))
                    .hasSize(5)
                    .allMatch(query -> query.caller().startsWith("TimescaleStore.series"));
            assertThat(store.watching().keptIn()).contains("the memory of this session, since this user may not write");
        }
        assertThat(Servers.value(url, "SELECT count(*) FROM query_performance_log"))
                .isEqualTo("0");
    }

    @Test
    void whatTheServerSaysOfItselfIsAskedOnceAfterEachUseAndOverNoConnectionOfItsOwn() {
        String url = filled();
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            Watching watching = store.watching();
            assertThat(watching.server()).as("nobody has used it").isEmpty();
            assertThat(watching.pool().orElseThrow().idle()).isZero();
            store.series();
            PoolGauges pool = watching.pool().orElseThrow();
            assertThat(pool.idle()).isPositive();
            assertThat(pool.most()).isEqualTo(6);
            ServerFigures first = watching.server().orElseThrow();
            assertThat(first.connections()).isPositive().isLessThanOrEqualTo(first.mostConnections());
            assertThat(first.bytes()).isGreaterThan(1 << 20);
            assertThat(watching.server()).as("not asked again").containsSame(first);
            store.series();
            assertThat(watching.server().orElseThrow().asked()).isGreaterThan(first.asked());
        }
    }

    @Test
    void aThresholdThatIsNoNumberIsWrongUsage() {
        Console.Result result = run("jdbc:postgresql://127.0.0.1/x?user=a", Map.of(SLOW, "soon"), "db", "queries");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(SLOW + " must be a whole number of milliseconds, not 'soon'.");
    }

    @Test
    void maintenanceIsShownFirstAndDoneWhenToldSo() {
        String url = filled();
        Servers.sql(url, "CREATE TABLE crypto_prices_old AS SELECT * FROM crypto_prices");
        Console.Result list = done(url, Map.of(), "db", "maintain", "--memory", "16GB");
        assertThat(list.out())
                .contains("Tables", "crypto_prices", "Leftover tables", "crypto_prices_old", "Settings", "4096MB");
        assertThat(done(url, Map.of(), "db", "maintain", "--format", "json", "--kind", "leftover")
                        .lines())
                .singleElement()
                .asString()
                .contains("\"kind\":\"leftover\"", "\"name\":\"crypto_prices_old\"", "\"actions\":\"drop-table\"");
        Console.Result shown = done(url, Map.of(), "db", "maintain", "drop-table", "crypto_prices_old");
        assertThat(shown.out()).contains("DROP TABLE crypto_prices_old");
        assertThat(shown.err()).contains("Nothing was changed");
        String file = home.resolve("old.zip").toString();
        Console.Result bare = run(url, Map.of(), "db", "maintain", "drop-table", "crypto_prices_old", "--apply");
        assertThat(bare.status()).isEqualTo(3);
        assertThat(bare.err()).contains("asks for its name");
        assertThat(done(url, Map.of(), "db", "maintain", "backup", "crypto_prices_old", "--to", file)
                        .out())
                .contains(" rows of crypto_prices_old are in ");
        assertThat(done(
                                url,
                                Map.of(),
                                "db",
                                "maintain",
                                "drop-table",
                                "crypto_prices_old",
                                "--apply",
                                "--confirm",
                                "crypto_prices_old",
                                "--backup",
                                file)
                        .out())
                .contains("crypto_prices_old was dropped");
        assertThat(Servers.value(url, "SELECT to_regclass('crypto_prices_old')"))
                .isEqualTo("null");
        Console.Result own = run(url, Map.of(), "db", "maintain", "drop-table", "crypto_prices");
        assertThat(own.status()).isEqualTo(3);
        assertThat(own.err()).contains("never dropped here");
        assertThat(run(url, Map.of(), "db", "maintain", "dance").status()).isEqualTo(2);
        assertThat(run(url, Map.of(), "db", "maintain", "retention").status()).isEqualTo(2);
    }

    private static String bars(String url) {
        return Servers.value(url, "SELECT count(*) FROM crypto_prices WHERE crypto_id = 1");
    }

    @Test
    void aRunAfterRetentionUsesTheBarsThatAreLeft() {
        String url = filled();
        String[] backtest = {"backtest", "--strategy", "buy-and-hold", "--interval", "1h", "--format", "json"};
        String before = bars(url);
        assertThat(done(url, Map.of(), backtest).out()).contains("\"bars\":" + before + ",");
        done(url, Map.of(), "db", "maintain", "retention", "--days", "20", "--apply");
        String left = bars(url);
        assertThat(left).isNotEqualTo(before);
        Console.Result after = done(url, Map.of(), backtest);
        assertThat(after.out()).contains("\"bars\":" + left + ",").doesNotContain("\"bars\":" + before + ",");
        assertThat(after.lines()).noneMatch(line -> line.contains("\"cached\":true"));
    }

    @Test
    void aFileOnThisComputerSaysItsSizeAndThatThereIsNothingElseToDo() {
        Console console = new Console(home);
        console.run("demo", "--symbols", "2", "--days", "30");
        Console.Result list = console.run("db", "maintain");
        assertThat(list.status()).isZero();
        assertThat(list.out()).contains("alphaforge.duckdb", "are free");
        assertThat(console.run("db", "maintain", "vacuum", "crypto_prices").err())
                .contains("looks after itself");
        assertThat(console.run("db", "maintain", "compact").err()).contains("nothing to compact");
    }
}
