package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What happens when a server or the way to it fails. */
class ServerFaultsTest {
    private static TimescaleStore store(String url) {
        return new TimescaleStore(ServerOptions.of(url, Map.of("ALPHAFORGE_DB_PASSWORD", "wrong")));
    }

    @Test
    void aServerThatIsNotThereIsSaidSoAndNothingHangs() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (TimescaleStore store = store("jdbc:postgresql://127.0.0.1:" + port + "/bars?user=ann")) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("does not answer");
        }
        try (TimescaleStore store = store("jdbc:postgresql://no-such-host.invalid/bars?user=ann")) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("host");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownDatabaseAreToldApart() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "locked_" + ProcessHandle.current().pid();
        Servers.sql(
                url,
                "CREATE ROLE " + user + " LOGIN PASSWORD 'right'",
                "CREATE TABLE hba (lines text)",
                "DO $$ BEGIN EXECUTE format('COPY hba FROM %L', current_setting('hba_file')); END $$");
        String hba = Servers.value(url, "SELECT current_setting('hba_file')");
        Servers.sql(
                url,
                "COPY (SELECT 'host all " + user + " 127.0.0.1/32 scram-sha-256' UNION ALL SELECT lines FROM hba) TO '"
                        + hba + "'",
                "SELECT pg_reload_conf()",
                "DROP TABLE hba");
        try (TimescaleStore store = store(url.replace("user=postgres", "user=" + user))) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("refuses the password of user " + user)
                    .message()
                    .doesNotContain("wrong");
        }
        try (TimescaleStore store = store(url.replaceAll("/test_[^?]*", "/nowhere"))) {
            assertThatThrownBy(store::series).hasMessageContaining("no such database");
        }
        try (TimescaleStore store = store(url.replaceAll("/test_[^?]*", "/ssldata"))) {
            assertThatThrownBy(store::series)
                    .as("a database whose name reminds of encryption")
                    .hasMessageContaining("no such database");
        }
        try (TimescaleStore store = store(url + "&sslmode=require")) {
            assertThatThrownBy(store::series).hasMessageContaining("does not encrypt");
        }
    }

    /** Fails with these words, and not as a server that does not answer: that would be covered up by the mirror. */
    private static void refuses(ServerOptions options, String words) {
        try (TimescaleStore store = new TimescaleStore(options)) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(UnreachableException.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void aPasswordThatIsMissingIsAskedForAndTheServerIsNotSaidToBeAway() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "asked_" + ProcessHandle.current().pid();
        Servers.lockedUser(url, user, "right");
        String own = url.replace("user=postgres", "user=" + user);
        String wanted = "wants a password of user " + user;
        refuses(ServerOptions.of(own, Map.of()), wanted);
        refuses(ServerOptions.of(own, Map.of("ALPHAFORGE_DB_PASSWORD", "")), wanted);
        Servers.sql(url, "DROP ROLE " + user);
        refuses(ServerOptions.of(own, Map.of()), wanted);
        refuses(
                ServerOptions.of(own, Map.of("ALPHAFORGE_DB_PASSWORD", "right")),
                "refuses the password of user " + user);
    }

    /** What the driver tells of several hosts is what it found at the last, or nothing of any. */
    @Test
    void aPasswordThatOneOfSeveralHostsRefusesIsSaidEvenIfAnotherOneIsSilent() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "several_" + ProcessHandle.current().pid();
        Servers.lockedUser(url, user, "right");
        String host = url.replaceAll("jdbc:postgresql://([^/]*)/.*", "$1");
        String dead = "127.0.0.1:" + OwnServer.freePort();
        String own = url.replace("user=postgres", "user=" + user);
        Map<String, String> wrong = Map.of("ALPHAFORGE_DB_PASSWORD", "wrong");
        String refused = "refuses the password of user " + user;
        for (String hosts : List.of(host + "," + dead, dead + "," + host)) {
            for (String kind : List.of("", "&targetServerType=preferSecondary", "&targetServerType=primary")) {
                refuses(ServerOptions.of(own.replace(host, hosts) + kind, wrong), refused);
            }
        }
        refuses(ServerOptions.of(own + "&targetServerType=preferSecondary", wrong), refused);
        String two = own.replace(host, host + "," + host.replace("127.0.0.1", "localhost"));
        refuses(
                ServerOptions.of(
                        url,
                        Map.of(
                                "ALPHAFORGE_DB_PASSWORD",
                                "wrong",
                                "ALPHAFORGE_DB_REPLICAS",
                                two + "&targetServerType=preferSecondary")),
                refused);
    }

    @Test
    void hostsOfWhichNoneIsOfTheWantedKindAreSaidToBeSo() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = store(url + "&targetServerType=secondary")) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("only the primary does");
        }
        Servers.sql(
                url,
                "CREATE ROLE only_reads_" + ProcessHandle.current().pid() + " LOGIN SUPERUSER",
                "ALTER ROLE only_reads_" + ProcessHandle.current().pid() + " SET default_transaction_read_only = on");
        String replica = url.replace(
                "user=postgres", "user=only_reads_" + ProcessHandle.current().pid());
        try (TimescaleStore store = store(replica + "&targetServerType=primary")) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("No primary of")
                    .hasMessageContaining("only a replica does");
        }
    }

    @Test
    void aHostWhoseNameRemindsOfEncryptionIsSaidNotToAnswer() {
        SQLException refused =
                new PSQLException("Connection to ssl.example:5433 refused.", PSQLState.CONNECTION_UNABLE_TO_CONNECT);
        assertThat(ServerFailures.of(ServerAddress.parse("jdbc:postgresql://SSL.example:5433/d"), refused))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void whenEveryConnectionIsInUseThatIsSaidWithWhatMayHoldThem() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        List<BarCursor> open = new ArrayList<>();
        try (TimescaleStore store = store(url)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
            BarRequest request = new BarRequest(List.of(Made.key("BTCUSDT", Interval.H1)), Made.ALL);
            for (int i = 0; i < ServerPools.MOST; i++) {
                open.add(store.read(request));
            }
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("All 6 connections")
                    .hasMessageContaining("paused")
                    .hasMessageNotContaining("alphaforge-write");
            open.removeFirst().close();
            assertThat(store.series()).hasSize(1);
        } finally {
            open.forEach(BarCursor::close);
        }
    }

    /** What a replica does with a query that keeps it from taking over what the primary has changed. */
    private static void endFirstReadForRecovery(String url, String message) {
        Servers.sql(
                url,
                "CREATE FUNCTION ended(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4242) THEN"
                        + " PERFORM pg_advisory_lock(4242); " + message + " END IF; RETURN name; END $$",
                "ALTER TABLE cryptocurrencies RENAME TO coins",
                "CREATE VIEW cryptocurrencies AS SELECT id, ended(symbol) AS symbol, base_asset, quote_asset FROM coins");
    }

    private static String recovery(String what) {
        return "RAISE EXCEPTION 'canceling statement due to conflict with recovery' USING ERRCODE = '40001', DETAIL ="
                + " 'User query might have needed to see row versions that must be removed.'; " + what;
    }

    @Test
    void aReadThatAReplicaEndsForItsPrimaryIsTriedOnceMoreAndThenExplained() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = store(url)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
        }
        endFirstReadForRecovery(url, recovery(""));
        try (TimescaleStore store = store(url)) {
            assertThat(store.series()).hasSize(1);
        }
        Servers.sql(
                url,
                "CREATE OR REPLACE FUNCTION ended(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN "
                        + recovery("RETURN name;") + " END $$");
        try (TimescaleStore store = store(url)) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("replica")
                    .hasMessageContaining("max_standby_streaming_delay")
                    .hasMessageNotContaining("Another user");
        }
    }

    @Test
    void connectionsCutInTheMiddleOfAReadFailThatReadAndTheNextOneWorks() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        List<SeriesKey> keys = IntStream.range(0, 30)
                .mapToObj(i -> Made.key("C" + i + "USDT", Interval.H1))
                .toList();
        try (TimescaleStore store = store(url)) {
            store.migrate();
            Bars bars = Made.walk(Interval.H1, 40_000, 1);
            for (int i = 0; i < keys.size(); i++) {
                store.write(Made.write("C" + i + "USDT", bars));
            }
            try (BarCursor cursor = store.read(new BarRequest(keys, Made.ALL))) {
                assertThat(cursor.next()).isInstanceOf(BarCursor.Delivered.class);
                cut(url);
                assertThatThrownBy(() -> {
                            while (cursor.next() != null) {
                                assertThat(cursor).isNotNull();
                            }
                        })
                        .isInstanceOf(UnreachableException.class);
            }
            assertThat(store.series()).hasSize(30);
            cut(url);
            assertThat(store.write(Made.write("C0USDT", Made.altered(bars, 5), "b.csv"))
                            .changed())
                    .isEqualTo(1);
        }
    }

    @Test
    void aWriteThatIsCutChangesNothing() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = store(url)) {
            store.migrate();
            Bars bars = Made.walk(Interval.H1, 1000, 1);
            store.write(Made.write("BTCUSDT", bars));
            // A disk that is full, a server that goes down: whatever ends the statement in the middle of a write.
            Servers.sql(
                    url,
                    "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                            + " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$",
                    "CREATE TRIGGER stop BEFORE INSERT OR UPDATE ON bar_versions EXECUTE FUNCTION stop()");
            assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 2000, 1))))
                    .isInstanceOf(UnreachableException.class);
            Servers.sql(url, "DROP TRIGGER stop ON bar_versions");
            assertThat(Made.bars(store, Made.key("BTCUSDT", Interval.H1))).isEqualTo(bars);
            assertThat(store.series().getFirst().bars()).isEqualTo(1000);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpAndSaidSo() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = store(url)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
        }
        Servers.sql(
                url,
                "CREATE FUNCTION slow(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
                        + " PERFORM pg_sleep(30); RETURN name; END $$",
                "ALTER TABLE cryptocurrencies RENAME TO coins",
                "CREATE VIEW cryptocurrencies AS SELECT id, slow(symbol) AS symbol, base_asset, quote_asset FROM coins");
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of("ALPHAFORGE_DB_TIMEOUT_S", "1")))) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("did not finish within the statement timeout");
        }
        for (String wrong : List.of("soon", "2147484", "99999999999")) {
            assertThatThrownBy(() -> ServerOptions.of(url, Map.of("ALPHAFORGE_DB_TIMEOUT_S", wrong)))
                    .hasMessageContaining("whole number of seconds up to 2147483, 0 for no limit, not '" + wrong);
        }
    }

    /** Ten seconds after the statement timeout, without a second attempt that takes as long as connecting may. */
    @Test
    void aServerThatFallsSilentIsWaitedForOnce() throws SQLException {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (SlowWay way = new SlowWay(Integer.parseInt(url.replaceAll(".*127.0.0.1:(\\d+)/.*", "$1")));
                TimescaleStore store = new TimescaleStore(ServerOptions.of(
                        url.replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + way.port()),
                        Map.of("ALPHAFORGE_DB_TIMEOUT_S", "4")));
                Connection other = DriverManager.getConnection(url)) {
            store.migrate();
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE bar_versions");
            CompletableFuture<?> read = CompletableFuture.supplyAsync(store::series);
            while (Servers.value(url, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            // In the middle of a statement: a connection that is idle would be looked at before it is used.
            way.stall();
            long start = System.nanoTime();
            assertThatThrownBy(read::join).hasRootCauseInstanceOf(SocketTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(18));
        }
    }

    @Test
    void theLongestTimeoutIsOneThatAServerTakes() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store =
                new TimescaleStore(ServerOptions.of(url, Map.of("ALPHAFORGE_DB_TIMEOUT_S", "2147483")))) {
            store.migrate();
            assertThat(store.series()).isEmpty();
        }
    }

    /** Ends every connection to the database but the one that does it. */
    private static void cut(String url) {
        Servers.sql(
                url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()");
    }
}
