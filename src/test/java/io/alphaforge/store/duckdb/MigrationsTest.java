package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
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
