package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.Links;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void theNewestVersionKnownIsThatOfTheNewestFile() throws IOException, URISyntaxException {
        Path files = Path.of(Objects.requireNonNull(MigrationsTest.class.getResource("/db/local/migration"))
                .toURI());
        try (Stream<Path> list = Files.list(files)) {
            assertThat(list.mapToInt(MigrationsTest::version).max()).hasValue(Migrations.NEWEST);
        }
    }

    @Test
    void aNewFileHasTheNewestVersion() throws SQLException {
        try (LocalDatabase database = LocalDatabase.open(file())) {
            assertThat(Migrations.version(database)).contains(Migrations.NEWEST);
        }
    }

    @Test
    void aFileThatIsUpToDateKeepsItsHistory() throws SQLException {
        LocalDatabase.open(file()).close();
        execute("UPDATE flyway_schema_history SET checksum = 0");
        // Flyway itself would refuse the wrong checksum: it was not asked.
        LocalDatabase.open(file()).close();
    }

    @Test
    void aFirstMigrationThatWasBrokenOffIsDoneAgain() throws SQLException {
        LocalDatabase.open(file()).close();
        execute("DELETE FROM flyway_schema_history");
        execute("DROP VIEW stored_series");
        for (String table : new String[] {
            "crypto_prices",
            "bar_versions",
            "bar_sources",
            "crypto_dashboard_summary",
            "cryptocurrencies",
            "backtest_runs",
            "backtest_results",
            "backtest_failures",
            "crypto_strategies"
        }) {
            execute("DROP TABLE " + table);
        }
        try (DuckDbStore store = DuckDbStore.open(file(), InstantSource.system())) {
            store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 10, 1)));
            assertThat(store.series()).hasSize(1);
        }
    }

    @Test
    void aLaterMigrationThatWasBrokenOffIsDoneAgainAndLosesNothing() throws SQLException {
        DuckDbStore first = DuckDbStore.open(file(), InstantSource.system());
        first.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 900, 1)));
        var dashboard = first.dashboard();
        first.close();
        execute("DELETE FROM flyway_schema_history WHERE version <> '1'");
        try (DuckDbStore store = DuckDbStore.open(file(), InstantSource.system())) {
            assertThat(store.dashboard()).isEqualTo(dashboard);
        }
        try (LocalDatabase database = LocalDatabase.open(file())) {
            assertThat(Migrations.version(database)).contains(Migrations.NEWEST);
        }
    }

    @Test
    void aDatabaseOfAnEarlierVersionIsBroughtUpToDateWithAllItHolds() throws SQLException, IOException {
        earlier();
        try (DuckDbStore store = DuckDbStore.open(old(), InstantSource.system())) {
            assertThat(store.series()).hasSize(1);
        }
        try (LocalDatabase database = LocalDatabase.open(old())) {
            assertThat(Migrations.version(database)).contains(Migrations.NEWEST);
        }
        assertThat(leftBeside()).containsExactly("old.duckdb");
    }

    @Test
    void aMigrationThatFailsLeavesTheEarlierDatabaseAsItWas() throws SQLException, IOException {
        earlier();
        // A list of closes does not fit into it.
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + old());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE crypto_dashboard_summary ADD COLUMN sparkline INTEGER");
        }
        byte[] before = Files.readAllBytes(old());
        assertThatThrownBy(() -> LocalDatabase.open(old()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was left as it was");
        assertThat(Files.readAllBytes(old())).isEqualTo(before);
        assertThat(leftBeside()).containsExactly("old.duckdb");
    }

    @Test
    void whatAnUpgradeThatWasKilledLeftBehindIsOfNoConsequence() throws SQLException, IOException {
        earlier();
        Files.writeString(folder.resolve("old.duckdb.upgrading"), "half of a copy");
        try (DuckDbStore store = DuckDbStore.open(old(), InstantSource.system())) {
            assertThat(store.series()).hasSize(1);
        }
        assertThat(leftBeside()).containsExactly("old.duckdb");
    }

    @Test
    void ofTwoThatBringADatabaseUpToDateAtOnceOneDoesSoAndNothingIsLost() throws Exception {
        earlier();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> upgrade = () -> {
            together.await();
            new Upgrade(old()).run();
            return true;
        };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : both.invokeAll(List.of(upgrade, upgrade))) {
                assertThat(done.get()).isTrue();
            }
        }
        try (DuckDbStore store = DuckDbStore.open(old(), InstantSource.system())) {
            assertThat(store.series()).hasSize(1);
        }
    }

    @Test
    void whatIsUpToDateByNowIsNotReplaced() throws SQLException, IOException {
        LocalDatabase.open(file()).close();
        Object before = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
        Assumptions.assumeTrue(before != null, "Files have no keys here.");
        new Upgrade(file()).run();
        assertThat(Files.readAttributes(file(), BasicFileAttributes.class).fileKey())
                .isEqualTo(before);
        Files.delete(file());
        assertThatThrownBy(() -> new Upgrade(file()).run())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is gone");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aCopyThatHasLostRowsIsRefused() {
        assertThatThrownBy(() -> new Upgrade(old())
                        .requireAll(
                                Map.of("backtest_runs", 3L, "bar_versions", 12L),
                                Map.of("backtest_runs", 3L, "bar_versions", 0L)))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("was left as it was", "bar_versions would have 0 rows instead of 12");
    }

    @Test
    void aDatabaseBehindALinkIsBroughtUpToDateWhereItIs() throws SQLException, IOException {
        earlier();
        Path link = link(Files.createDirectory(folder.resolve("links")), old());
        LocalDatabase.open(link).close();
        assertThat(link).isSymbolicLink();
        try (LocalDatabase database = LocalDatabase.open(old())) {
            assertThat(Migrations.version(database)).contains(Migrations.NEWEST);
        }
        assertThat(folder.resolve("links"))
                .isDirectoryContaining(link::equals)
                .isDirectoryNotContaining(path -> !path.equals(link));
    }

    @Test
    void aDatabaseThatIsMadeBehindALinkHasItsLogWhereItIsLookedFor() throws SQLException, IOException {
        Path target = folder.resolve("target.duckdb");
        Path link = link(Files.createDirectory(folder.resolve("links")), target);
        try (LocalDatabase database = LocalDatabase.open(link)) {
            assertThat(database.file()).isEqualTo(target);
        }
        assertThat(target).exists();
        Path missing = folder.resolve("unmounted").resolve("target.duckdb");
        Files.delete(link);
        Links.make(link, missing);
        assertThatThrownBy(() -> LocalDatabase.open(link)).isInstanceOf(StoreException.class);
        assertThat(folder.resolve("unmounted")).doesNotExist();
    }

    private static Path link(Path folder, Path target) throws IOException {
        return Links.make(folder.resolve("link.duckdb"), target);
    }

    /** A database as the first version left it, with one series. */
    private void earlier() throws SQLException {
        try (DuckDbStore store = DuckDbStore.open(file(), InstantSource.system())) {
            store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 40, 1)));
        }
        OldDatabase.copy(file(), old(), 1);
    }

    private Path old() {
        return folder.resolve("old.duckdb");
    }

    private List<String> leftBeside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith("old") && !name.endsWith(".lock"))
                    .toList();
        }
    }

    private static int version(Path migration) {
        String name = Objects.requireNonNull(migration.getFileName()).toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path file() {
        return folder.resolve("bars.duckdb");
    }
}
