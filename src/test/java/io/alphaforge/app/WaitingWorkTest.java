package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.store.timescale.TimescaleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Deleting, summing up and bringing tables up to date while another session holds a lock on a real server. */
@Timeout(120)
class WaitingWorkTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    private final Map<String, Bars> before = Map.of("BTCUSDT", Made.walk(Interval.H1, 300, 1));
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @TempDir
    Path home;

    @TempDir
    Path input;

    private String url;
    private TimescaleStore store;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void fill() {
        store.migrate();
        TeamData.write(store, before);
    }

    /** A transaction of somebody else's that has done this and is not over. */
    private Connection doing(String statement) throws SQLException {
        Connection other = DriverManager.getConnection(url);
        other.setAutoCommit(false);
        other.createStatement().execute(statement);
        return other;
    }

    private boolean waits() {
        return Servers.value(
                        url,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .equals("1");
    }

    /** What work ends with that is cancelled while it waits, after which nothing of it is waiting any more. */
    private Throwable cancelling(ThrowableAssert.ThrowingCallable work) {
        CompletableFuture<Throwable> running =
                CompletableFuture.supplyAsync(() -> ThrowableAssert.catchThrowable(work));
        TeamData.until(this::waits);
        cancelled.set(true);
        Throwable ended = running.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(waits()).isFalse();
        return ended;
    }

    @Test
    void aSeriesWhoseDeletionIsCancelledStays() throws SQLException {
        fill();
        try (Connection other = doing("SELECT * FROM bar_versions FOR UPDATE")) {
            assertThat(cancelling(() -> store.delete(BTC, cancelled::get))).isInstanceOf(CancellationException.class);
            other.rollback();
        }
        TeamData.requireExactly(store, url, before);
        store.delete(BTC, () -> false);
        assertThat(store.series()).isEmpty();
    }

    @Test
    void aDeletionThatIsDoneIsNotCancelledWithItsSummingUp() throws SQLException {
        fill();
        try (Connection other = doing("REFRESH MATERIALIZED VIEW CONCURRENTLY crypto_dashboard_summary")) {
            assertThat(cancelling(() -> store.delete(BTC, cancelled::get))).isNull();
            other.rollback();
        }
        assertThat(store.series()).isEmpty();
    }

    @Test
    void anImportThatIsCancelledWhileItIsSummedUpIsStoredAndSaysThatItStopped() throws SQLException {
        fill();
        Map<String, Bars> more = Map.of("ETHUSDT", Made.walk(Interval.H1, 300, 2));
        ImportSummary[] summary = new ImportSummary[1];
        try (Connection other = doing("REFRESH MATERIALIZED VIEW CONCURRENTLY crypto_dashboard_summary")) {
            Throwable failure = cancelling(() -> summary[0] = new Importer(store, Clock.systemUTC(), file -> false)
                    .run(TeamData.files(input, more), ImportOptions.DEFAULT, ImportListener.NONE, cancelled::get));
            assertThat(failure).isNull();
            other.rollback();
        }
        assertThat(summary[0].cancelled()).isTrue();
        assertThat(summary[0].imported()).isEqualTo(1);
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(store.dashboard()).hasSize(2);
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .as("nothing is summed up later")
                .isEqualTo("0");
    }

    /** An existing database, of which a migration builds an index that waits for whoever writes. */
    private void existing() {
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series("
                        + "timestamptz '2024-03-30', timestamptz '2024-04-02', interval '1 hour') t");
    }

    private String objects() {
        return Servers.value(
                url,
                "SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace) || ' ' ||"
                        + " (SELECT count(*) FROM pg_trigger) || ' ' || (SELECT count(*) FROM pg_proc)");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Ctrl-C of another process cannot be sent there")
    void aMigrationThatIsInterruptedChangesNothingLaterAndCanBeCompleted()
            throws IOException, InterruptedException, SQLException {
        existing();
        try (Connection other = doing("UPDATE crypto_prices SET volume = 11")) {
            Process process = OwnProcess.of("db", "migrate", "--yes", "--db", url, "--home", home.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            TeamData.until(this::waits);
            String then = objects();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(130);
            assertThat(said.strip())
                    .isEqualTo("Stopped before the tables were up to date; 'alphaforge db migrate' goes on where it was"
                            + " stopped.");
            assertThat(waits()).isFalse();
            other.rollback();
            assertThat(objects())
                    .as("what the tables were when it was interrupted")
                    .isEqualTo(then);
        }
        assertThat(store.schema()).isNotEqualTo("up to date");
        store.migrate();
        assertThat(store.schema()).isEqualTo("up to date");
        assertThat(store.series()).hasSize(1);
    }

    @Test
    void aMigrationThatIsCancelledBetweenItsStepsBeginsNoOther() throws SQLException {
        store.migrate();
        Servers.sql(url, "DROP MATERIALIZED VIEW crypto_dashboard_summary", "DROP VIEW crypto_prices_weekly");
        try (Connection other = doing("CREATE TABLE crypto_prices_weekly ()")) {
            assertThat(cancelling(() -> store.migrate(cancelled::get))).isInstanceOf(CancellationException.class);
            other.rollback();
        }
        assertThat(Servers.value(url, "SELECT to_regclass('crypto_dashboard_summary')"))
                .isEqualTo("null");
        assertThat(Servers.value(url, "SELECT to_regclass('crypto_prices_weekly')"))
                .isEqualTo("null");
        store.migrate();
        assertThat(store.schema()).isEqualTo("up to date");
    }
}
