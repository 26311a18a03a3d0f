package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An import that waits for a lock of somebody else's session on a real server. */
@Timeout(120)
class WaitingImportTest {
    private final Map<String, Bars> before = Map.of("BTCUSDT", Made.walk(Interval.H1, 300, 1));
    private final Map<String, Bars> after = Map.of("BTCUSDT", Made.walk(Interval.H1, 300, 2));

    @TempDir
    Path home;

    @TempDir
    Path input;

    private String url;
    private TimescaleStore store;
    private List<Path> files;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        TeamData.write(store, before);
        files = TeamData.files(input, after);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Connection locking() throws SQLException {
        Connection other = DriverManager.getConnection(url);
        other.setAutoCommit(false);
        other.createStatement().execute("SELECT * FROM bar_versions FOR UPDATE");
        return other;
    }

    private boolean waits() {
        return Servers.value(
                        url,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .equals("1");
    }

    private ImportSummary replace(AtomicBoolean cancelled) {
        ImportOptions replacing = new ImportOptions(null, null, null, null, true, false);
        return new Importer(store, Clock.systemUTC(), file -> false)
                .run(files, replacing, ImportListener.NONE, cancelled::get);
    }

    @Test
    void cancelledItIsOverAtOnceAndNothingIsWrittenAfterwards() throws SQLException {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Connection other = locking()) {
            CompletableFuture<ImportSummary> running = CompletableFuture.supplyAsync(() -> replace(cancelled));
            TeamData.until(this::waits);
            cancelled.set(true);
            assertThat(running.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(new ImportSummary(List.of(), true));
            assertThat(waits()).isFalse();
            other.rollback();
        }
        TeamData.requireExactly(store, url, before);
        assertThat(replace(new AtomicBoolean()).imported()).isEqualTo(1);
        TeamData.requireExactly(store, url, after);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Ctrl-C of another process cannot be sent there")
    void aProcessThatIsInterruptedSaysThatItStopped() throws IOException, InterruptedException, SQLException {
        try (Connection other = locking()) {
            Process process = OwnProcess.of(
                            "import", input.toString(), "--replace", "--db", url, "--home", home.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            TeamData.until(this::waits);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(130);
            assertThat(said).contains("Stopped: 0 files").doesNotContain("Done");
            other.rollback();
        }
        TeamData.requireExactly(store, url, before);
    }

    @Test
    void whoWaitsTooLongIsToldThatAnotherSessionHoldsALock() throws SQLException {
        Servers.sql(
                url,
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 300', current_database()); END $$");
        try (TimescaleStore hasty = new TimescaleStore(ServerOptions.of(url, Map.of()));
                Connection other = locking()) {
            Importer importer = new Importer(hasty, Clock.systemUTC(), file -> false);
            ImportOptions replacing = new ImportOptions(null, null, null, null, true, false);
            ImportSummary summary = importer.run(files, replacing, ImportListener.NONE, () -> false);
            assertThat(summary.reports().toString()).contains("Another session holds a lock", "nothing was written");
            other.rollback();
        }
        TeamData.requireExactly(store, url, before);
    }

    @Test
    void aWriteDoesNotWaitForALockForEver() {
        Servers.sql(
                url,
                "CREATE TABLE patience AS SELECT ''::text AS told",
                "CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " UPDATE patience SET told = current_setting('lock_timeout'); RETURN NEW; END $$",
                "CREATE TRIGGER tell BEFORE INSERT OR UPDATE ON bar_versions FOR EACH ROW EXECUTE FUNCTION tell()");
        assertThat(replace(new AtomicBoolean()).imported()).isEqualTo(1);
        assertThat(Servers.value(url, "SELECT told FROM patience")).isEqualTo("10min");
    }
}
