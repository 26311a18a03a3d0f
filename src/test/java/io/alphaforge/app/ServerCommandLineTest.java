package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line on real servers, from an empty database to a plane without network. */
@Timeout(240)
class ServerCommandLineTest {
    private static final String[] BACKTEST = {
        "backtest", "--strategy", "rsi", "--universe", "all", "--interval", "1d", "--format", "json"
    };

    @TempDir
    Path home;

    @TempDir
    Path other;

    private static Console.Result run(Path home, String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--db");
        all.add(url);
        return new Console(home).run(all.toArray(String[]::new));
    }

    private static Console.Result done(Path home, String url, String... arguments) {
        Console.Result result = run(home, url, arguments);
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    /** What decides a row, without how long it took and where it came from. */
    private static List<String> results(Console.Result result) {
        return result.lines().stream()
                .filter(line -> line.contains("\"type\":\"result\""))
                .map(line -> line.replaceAll("\"(compute_ms|cached|origin)\":[^,}]*,?", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theSameBarsGiveTheSameResultsOnAServerAndInAFile(Kind kind) {
        String url = Servers.emptyDatabase(kind);
        Console.Result empty = done(home, url, "db", "status");
        assertThat(empty.out()).contains("no tables yet");
        assertThat(run(home, url, "demo", "--symbols", "6", "--days", "120", "--interval", "1h")
                        .err())
                .contains("alphaforge db migrate");
        done(home, url, "db", "migrate");
        done(home, url, "demo", "--symbols", "6", "--days", "120", "--interval", "1h", "--seed", "3");
        Console.Result first = done(home, url, BACKTEST);
        assertThat(results(first)).hasSize(6);

        Console local = new Console(other);
        local.run("demo", "--symbols", "6", "--days", "120", "--interval", "1h", "--seed", "3");
        assertThat(results(first)).isEqualTo(results(local.run(BACKTEST)));

        Console.Result again = done(home, url, BACKTEST);
        assertThat(again.lines()).filteredOn(l -> l.contains("\"cached\":true")).hasSize(6);
        Console.Result fresh = done(home, url, append(BACKTEST, "--no-cache"));
        assertThat(results(fresh)).as("out of the mirror").isEqualTo(results(first));
        assertThat(done(home, url, "dashboard", "--format", "json").lines()).hasSize(6);
        assertThat(done(home, url, "sync").err()).contains("6 series were current");
        assertThat(done(home, url, "doctor").out()).contains("up to date");
    }

    @Test
    void whatTheServerEstimatesIsToldAsAnEstimate() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        done(home, url, "db", "migrate");
        done(home, url, "demo", "--symbols", "2", "--days", "120", "--interval", "1h");
        Servers.sql(url, "ANALYZE");
        assertThat(done(home, url, "db", "maintain", "--kind", "table").out()).contains("  ABOUT ROWS  ");
        assertThat(done(home, url, "db", "maintain", "--format", "json").lines())
                .allMatch(line -> line.contains("\"rows_estimated\":true") != line.contains("\"rows\":null"))
                .anyMatch(line ->
                        line.contains("\"name\":\"crypto_prices\"") && line.contains("\"rows_estimated\":true"));
    }

    @Test
    void whenTheServerGoesAwayTheMirrorGoesOn() throws IOException {
        String url;
        List<String> before;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
            done(home, url, "db", "migrate");
            done(home, url, "demo", "--symbols", "5", "--days", "300");
            before = results(done(home, url, BACKTEST));
        }
        assertThat(results(done(home, url, append(BACKTEST, "--no-cache"))))
                .as("the same bars, without the server")
                .isEqualTo(before);
        assertThat(done(home, url, "dashboard").lines()).hasSizeGreaterThanOrEqualTo(5);
        String lacking =
                "There is no ONLYUSDT in the mirror on this computer, and the server does not answer; connect to"
                        + " it, then 'alphaforge sync' fetches what it has.";
        assertThat(run(home, url, "quality", "ONLYUSDT").err()).contains(lacking);
        Console.Result unknown = run(home, url, "backtest", "--strategy", "rsi", "--universe", "ONLYUSDT");
        assertThat(unknown.out() + unknown.err()).contains(lacking).doesNotContain("Unknown symbol");
        Console.Result writing = run(home, url, "demo", "--symbols", "5", "--days", "300");
        assertThat(writing.status()).isEqualTo(3);
        assertThat(writing.err()).contains("does not answer");
        assertThat(run(home, url, "sync").status()).isEqualTo(3);
        Console.Result status = run(home, url, "db", "status");
        assertThat(status.out()).contains("not reachable");
        assertThat(status.status()).isEqualTo(3);
        assertThat(run(home, url, "doctor", "--format", "csv").lines())
                .filteredOn(line -> line.matches("(kind|server|reason|database),.*"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains(",false,"));
    }

    @Test
    void whatADatabaseWithoutVersionsCannotVouchForIsMarkedAndAnswersNoLaterRun() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1d', 10, 12 + sin(n), 7, 10 + sin(n), 5 FROM (SELECT n,"
                        + " timestamptz '2024-01-01 00:00+00' + n * interval '24 hours' t FROM generate_series(0, 300) n) x");
        Console.Result fetched = done(home, url, BACKTEST);
        assertThat(fetched.out()).contains("\"origin\":\"first\"");
        Console.Result mirrored = done(home, url, BACKTEST);
        assertThat(mirrored.out()).contains("\"origin\":\"unverified\"").doesNotContain("\"cached\":true");
        assertThat(results(mirrored)).isEqualTo(results(fetched));
        Servers.sql(url, "UPDATE crypto_prices SET open_price = 11");
        assertThat(done(home, url, "sync").err()).contains("1 fetched whole");
        assertThat(results(done(home, url, BACKTEST))).isNotEqualTo(results(fetched));
        Console.Result asked = run(home, url, "db", "migrate");
        assertThat(asked.status()).as(asked.err()).isEqualTo(2);
        assertThat(asked.err()).contains("301 bars").contains("Nothing was changed; 'alphaforge db migrate --yes'");
        assertThat(Servers.value(url, "SELECT to_regclass('bar_versions') IS NULL"))
                .isEqualTo("t");
        assertThat(done(home, url, "db", "queries").err())
                .contains("has no query_performance_log; 'alphaforge db migrate' creates it");
        done(home, url, "db", "migrate", "--yes");
        done(home, url, "db", "migrate");
        assertThat(done(home, url, BACKTEST).out()).contains("\"origin\":\"new_bars\"");
        assertThat(done(home, url, BACKTEST).out()).contains("\"cached\":true");
    }

    @Test
    void aSecretInTheAddressIsRefusedAndNotRepeated() {
        Console.Result result = run(home, "jdbc:postgresql://127.0.0.1/x?user=a&password=hunter2", "db", "status");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("must not contain a password").doesNotContain("hunter2");
        assertThat(result.errors()).hasSize(1);
    }

    private static String[] append(String[] arguments, String more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(more);
        return all.toArray(String[]::new);
    }
}
