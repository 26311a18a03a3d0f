package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Interval;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDamageTest {
    @TempDir
    Path folder;

    @Test
    void aSeriesThatIsWrongInTheBackupAloneIsNoDamageOfTheDatabase() throws SQLException {
        Path file = folder.resolve("bars.duckdb");
        Path backup = folder.resolve("backup.duckdb");
        try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
            store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 40, 1)));
            store.backUp(backup, (what, done, total) -> {}, () -> false);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE crypto_prices SET volume = volume + 1");
        }
        BackupCheck check = new BackupCheck(backup, (what, done, total) -> {}, () -> false);
        BackupCheck.Found found = check.look(backup);
        assertThat(found.wrong()).hasSize(1);
        try (LocalDatabase database = LocalDatabase.open(file)) {
            assertThatThrownBy(() -> new BackupDamage(database, backup).note(backup, found.wrong()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("BTCUSDT", "make the backup again");
        }
        assertThatThrownBy(() -> check.check(backup)).hasMessageContaining("not as it was written");
    }
}
