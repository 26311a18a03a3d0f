package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.timescale.TinyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backups of a real database, made while it is in use, and what becomes of them. */
@Timeout(120)
class BackupTest extends BackedUpHome {
    @Test
    void everythingComesBackAsItWasWhenTheBackupWasMade() throws IOException {
        String quality = console.run("quality", "--format", "csv").out();
        String dashboard = console.run("dashboard", "--format", "csv").out();
        String row =
                console.run("show", "last", "BTCUSDT.DEMO", "--format", "json").out();
        List<StoredSeries> series;
        try (Workspace workspace = open()) {
            series = workspace.bars().series();
            BackupReport report = workspace.admin().backUp(file, (what, done, total) -> {}, () -> false);
            assertThat(report.series()).isEqualTo(12);
            assertThat(report.bars())
                    .isEqualTo(series.stream().mapToLong(StoredSeries::bars).sum());
            assertThat(report.runs()).isEqualTo(1);
            assertThat(report.bytes()).isEqualTo(Files.size(file));
            // The database goes on, and no longer is what the backup is.
            workspace.bars().delete(series.getFirst().key());
        }
        assertThat(names(elsewhere)).containsExactly("alpha's backup.duckdb");
        assertThat(names(home)).noneMatch(name -> name.contains("backup"));
        assertThat(console.run("quality", "--format", "csv").out()).isNotEqualTo(quality);

        Console.Result asked = console.run("db", "restore", file.toString());
        assertThat(asked.status()).isEqualTo(2);
        assertThat(asked.errors()).last().asString().contains("--yes");
        Console.Result restored = console.run("db", "restore", file.toString(), "--yes");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("12 series").contains("before-restore");
        assertThat(console.run("quality", "--format", "csv").out()).isEqualTo(quality);
        assertThat(console.run("dashboard", "--format", "csv").out()).isEqualTo(dashboard);
        assertThat(console.run("show", "last", "BTCUSDT.DEMO", "--format", "json")
                        .out())
                .isEqualTo(row);
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEqualTo(series);
            workspace.bars().delete(series.getFirst().key());
        }
        // What was replaced is there still.
        Path before = home.resolve(names(home).stream()
                .filter(name -> name.contains("before-restore"))
                .findFirst()
                .orElseThrow());
        assertThat(console.run("quality", "--format", "csv", "--db", before.toString())
                        .lines())
                .hasSize(12);
        // A home without a database gets one.
        Console fresh = new Console(elsewhere.resolve("fresh"));
        assertThat(fresh.run("db", "restore", file.toString(), "--yes").status())
                .isZero();
        assertThat(fresh.run("quality", "--format", "csv").out()).isEqualTo(quality);
    }

    @Test
    void seriesThatAreDamagedInTheDatabaseAreNamedAndTakenAlongAsTheyAre() throws Exception {
        Altered.by(database(), "UPDATE crypto_prices SET close_price = close_price * 1.01 WHERE crypto_id = 3");
        Altered.by(
                database(),
                "DELETE FROM crypto_prices WHERE crypto_id = 5 AND datetime = (SELECT max(datetime) FROM crypto_prices"
                        + " WHERE crypto_id = 5)");
        List<String> damaged = symbols("3, 5");
        String sentence = "2 series are damaged, in the database as in the backup: " + damaged.get(0) + " 1h, "
                + damaged.get(1) + " 1h; import them again with --replace.";

        Console.Result made = console.run("db", "backup", file.toString());
        assertThat(made.errors()).last().isEqualTo(sentence);
        assertThat(made.status()).isEqualTo(1);
        assertThat(made.out()).contains("holds 10 series").contains("was read back");
        Console.Result restored = console.run("db", "restore", file.toString(), "--yes", "--format", "csv");
        assertThat(restored.errors()).last().isEqualTo(sentence);
        assertThat(restored.status()).isEqualTo(1);
        assertThat(restored.lines().getLast()).contains(damaged.get(0) + " 1h, " + damaged.get(1) + " 1h");
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).hasSize(12);
        }
        // Damaged or not, what is in the backup is what was written.
        Altered.by(file, "UPDATE crypto_prices SET close_price = close_price * 1.01 WHERE crypto_id = 5");
        assertRefused("a damaged series was altered");
    }

    @Test
    void aDatabaseThatIsABackupItselfIsBackedUp() {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        String second = elsewhere.resolve("second.duckdb").toString();
        Console.Result again = console.run("--db", file.toString(), "db", "backup", second);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(console.run("db", "restore", second, "--yes").status()).isZero();
    }

    private List<String> symbols(String ids) throws SQLException {
        List<String> symbols = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT symbol FROM cryptocurrencies WHERE id IN (" + ids + ") ORDER BY symbol")) {
            while (rows.next()) {
                symbols.add(rows.getString(1));
            }
        }
        return symbols;
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        try (Workspace workspace = open()) {
            for (int steps = 0; steps < 12; steps += 3) {
                AtomicInteger left = new AtomicInteger(steps);
                assertThatThrownBy(() -> workspace
                                .admin()
                                .backUp(file, (what, done, total) -> left.decrementAndGet(), () -> left.get() < 0))
                        .isInstanceOf(CancellationException.class)
                        .hasMessageContaining("ancelled");
                assertThat(names(elsewhere)).isEmpty();
                assertThat(names(home)).noneMatch(name -> name.contains("backup"));
            }
            assertThatThrownBy(() -> workspace.admin().backUp(database(), (what, done, total) -> {}, () -> false))
                    .isInstanceOf(IllegalArgumentException.class);
            workspace.admin().backUp(file, (what, done, total) -> {}, () -> false);
        }
        List<String> before = names(home);
        AtomicInteger left = new AtomicInteger(3);
        assertThatThrownBy(() -> new WorkspaceWiring(Map.of())
                        .restore(
                                new WorkspaceOpener.Options(home, null),
                                file,
                                (what, done, total) -> left.decrementAndGet(),
                                () -> left.get() < 0))
                .isInstanceOf(CancellationException.class);
        assertThat(names(home)).isEqualTo(before);
    }

    @Test
    void aFullDiskLeavesNothingHalfDone() throws IOException {
        try (TinyDisk tiny = new TinyDisk(elsewhere, 2);
                Workspace workspace = open()) {
            assertThat(tiny).isNotNull();
            List<String> before = names(elsewhere);
            assertThatThrownBy(() -> workspace.admin().backUp(file, (what, done, total) -> {}, () -> false))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no room");
            assertThat(names(elsewhere)).isEqualTo(before);
            assertThat(workspace.bars().series()).hasSize(12);
        }
    }

    @Test
    void thereIsRoomWhereTheBackupIsMadeToo() throws IOException {
        Path small = Files.createDirectory(elsewhere.resolve("small"));
        try (TinyDisk tiny = new TinyDisk(small, 16);
                DuckDbStore store = DuckDbStore.open(small.resolve("bars.duckdb"), InstantSource.system())) {
            assertThat(tiny).isNotNull();
            long free = Files.getFileStore(small).getUsableSpace();
            Path other = Files.write(small.resolve("other"), new byte[Math.toIntExact(free)]);
            assertThatThrownBy(() -> store.backUp(file, (what, done, total) -> {}, () -> false))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no room beside the database " + small.resolve("bars.duckdb"));
            Files.delete(other);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void filesThatTheApplicationWorksWithAreNotReplacedByABackup() throws IOException {
        for (String name :
                List.of("alphaforge.duckdb.wal", "alphaforge.duckdb.backup", "results.cache", "settings.json")) {
            Path file = home.resolve(name);
            boolean there = Files.exists(file);
            Console.Result result = new Console(home).run("db", "backup", file.toString());
            assertThat(result.status()).as(name).isEqualTo(2);
            assertThat(result.err()).contains(name, "AlphaForge itself works with");
            assertThat(Files.exists(file)).as(name).isEqualTo(there || name.equals("results.cache"));
        }
    }

    @Test
    void oneBackupIsMadeAtATime() {
        try (Workspace workspace = open()) {
            List<String> refused = new ArrayList<>();
            BackupReport report = workspace
                    .admin()
                    .backUp(
                            file,
                            (what, done, total) -> {
                                try {
                                    workspace.admin().backUp(elsewhere.resolve("second"), (w, d, t) -> {}, () -> false);
                                } catch (StoreException e) {
                                    refused.add(String.valueOf(e.getMessage()));
                                }
                            },
                            () -> false);
            assertThat(report.series()).isEqualTo(12);
            assertThat(refused).isNotEmpty().allMatch(sentence -> sentence.contains("is being made already"));
            assertThat(elsewhere.resolve("second")).doesNotExist();
            assertThat(workspace
                            .admin()
                            .backUp(elsewhere.resolve("second"), (what, done, total) -> {}, () -> false)
                            .series())
                    .isEqualTo(12);
        }
    }
}
