package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance that is stopped while a real server is at it: the server ends it, and nothing is half done. */
@Timeout(60)
class CancelledMaintenanceTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    private final Bars bars = Made.walk(Interval.H1, 300, 1);

    @TempDir
    Path folder;

    private String url;
    private TimescaleStore store;
    private Maintenance maintenance;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", bars));
        maintenance = store.maintenance().orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private CompletableFuture<List<String>> begin(MaintenanceRequest request) {
        return CompletableFuture.supplyAsync(() -> maintenance.apply(request, words -> {}));
    }

    /** Waits until this is so, or is not, of a session of this database. */
    private void await(String what, boolean so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (is(what) != so) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private boolean is(String what) {
        return Servers.value(
                        url,
                        "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid() AND state = 'active' AND " + what)
                .equals("t");
    }

    private static void stops(ThrowingCallable work) {
        Throwable told = catchThrowable(work);
        assertThat(told instanceof CompletionException ? told.getCause() : told)
                .isInstanceOf(StoreException.class)
                .hasMessage("Stopped; what was done before is kept, the rest was not begun.");
    }

    @Test
    void aDeletionInTheMiddleTakesNoBarAway() {
        Servers.sql(
                url,
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(CASE WHEN"
                        + " OLD.datetime > '2024-01-05 00:00+00' THEN 120 ELSE 0 END); RETURN OLD; END $$",
                "CREATE TRIGGER slow BEFORE DELETE ON crypto_prices FOR EACH ROW EXECUTE FUNCTION slow()");
        StoredSeries before = store.series().getFirst();
        CompletableFuture<List<String>> running = begin(MaintenanceRequest.retention(1));
        await("wait_event = 'PgSleep'", true);
        maintenance.cancel();
        stops(running::join);
        assertThat(is("wait_event = 'PgSleep'")).isFalse();
        assertThat(store.series()).containsExactly(before);
        assertThat(Made.bars(store, BTC)).isEqualTo(bars);
        Servers.sql(url, "DROP TRIGGER slow ON crypto_prices");
        assertThat(begin(MaintenanceRequest.retention(1)).join()).containsExactly("300 bars deleted.");
    }

    @Test
    void anIndexThatWasBeingBuiltAnewLeavesNoHalfOfItself() throws SQLException {
        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            other.createStatement().execute("UPDATE crypto_prices SET volume = 1");
            CompletableFuture<List<String>> running =
                    begin(MaintenanceRequest.of(MaintenanceAction.REINDEX, "crypto_prices_series"));
            await("wait_event_type = 'Lock'", true);
            maintenance.cancel();
            await("query LIKE 'REINDEX%'", false);
            other.rollback();
            stops(running::join);
        }
        assertThat(Servers.value(
                        url,
                        "SELECT string_agg(indexrelid::regclass || ' ' || indisvalid, ', ') FROM pg_index WHERE"
                                + " indrelid = 'crypto_prices'::regclass"))
                .isEqualTo("crypto_prices_series true");
    }

    @Test
    void aBackupInTheMiddleLeavesNoFile() {
        Servers.sql(
                url,
                "CREATE TABLE crypto_prices_old AS SELECT i, repeat('x', 100) AS t FROM generate_series(1, 150000) i");
        Path file = folder.resolve("old.zip");
        stops(() -> maintenance.backUp("crypto_prices_old", file, words -> maintenance.cancel()));
        assertThat(file).doesNotExist();
        assertThat(maintenance.backUp("crypto_prices_old", file, words -> {}).rows())
                .isEqualTo(150_000);
    }
}
