package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableFileTest {
    /** Where a DuckDB file says which version of its format it has. */
    private static final int FORMAT_VERSION_AT = 12;

    private static final int HASHED_FROM = 8;
    private static final long HASH_FACTOR = 0xbf58476d1ce4e5b9L;

    @TempDir
    Path folder;

    @Test
    void aTextFileIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "time,open,high,low,close,volume\n");
        refused(file).hasMessageContainingAll("prices.csv", "is not a DuckDB database", "left as it is");
        assertThat(file).hasContent("time,open,high,low,close,volume\n");
        assertThat(folder.toFile().list()).containsExactly("prices.csv");
    }

    @Test
    void aFolderIsRefused() {
        refused(folder).hasMessageContainingAll("is a folder", "alphaforge.duckdb");
    }

    @Test
    void aFileInTheWayOfAFolderIsNamed() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("home"));
        refused(inTheWay.resolve("data/bars.duckdb")).hasMessageContainingAll("cannot be created", "--home");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path readOnly = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(readOnly), "There is no /proc here, so nothing read-only to try.");
        refused(readOnly.resolve("home/bars.duckdb")).hasMessageContainingAll("/proc/self", "--home");
        refused(readOnly.resolve("bars.duckdb")).hasMessageContaining("/proc/self");
    }

    @Test
    void aReadOnlyFolderIsNamed() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Assumptions.assumeTrue(
                home.toFile().setWritable(false) && !Files.isWritable(home),
                "This user may write everywhere, so no folder is read-only.");
        refused(home.resolve("bars.duckdb")).hasMessageContainingAll("is read-only", "--home");
    }

    @Test
    void aFileOfANewerDuckDbIsRefusedAndLeftAsItIs() throws IOException {
        Path file = existing();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long before = bytes.getLong(HASHED_FROM);
        bytes.putInt(FORMAT_VERSION_AT, 9999);
        // The header's hash is an exclusive or over its words, so one word can be exchanged in it.
        long exchanged = (before * HASH_FACTOR) ^ (bytes.getLong(HASHED_FROM) * HASH_FACTOR);
        bytes.putLong(0, bytes.getLong(0) ^ exchanged);
        Files.write(file, bytes.array());
        refused(file).hasMessageContainingAll("newer version of DuckDB", "update AlphaForge");
        assertThat(file).hasBinaryContent(bytes.array());
    }

    @Test
    void aFileOfANewerSchemaIsRefusedAndLeftAsItIs() throws SQLException {
        Path file = existing();
        execute(
                file,
                "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history");
        refused(file).hasMessageContainingAll("newer AlphaForge", "schema 999", "left as it is");
    }

    @Test
    void aDuckDbFileOfSomethingElseIsRefusedAndLeftAsItIs() throws SQLException {
        Path file = folder.resolve("other.duckdb");
        execute(file, "CREATE TABLE crypto_prices(whatever INTEGER)");
        refused(file).hasMessageContainingAll("other tables than AlphaForge's", "left as it is");
        execute(file, "SELECT whatever FROM crypto_prices");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Path file = existing();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 5000));
        refused(file).hasMessageContaining("damaged");
    }

    @Test
    void anEmptyFileBecomesADatabase() throws IOException {
        Path file = Files.createFile(folder.resolve("new.duckdb"));
        try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
            assertThat(store.series()).isEmpty();
        }
    }

    @Test
    void aFileInUseByAnotherProcessIsRefusedNamingTheProcess() throws IOException, InterruptedException {
        Path file = folder.resolve("bars.duckdb");
        try (ChildProcess holder = ChildProcess.start(StoreHolder.class, file.toString())) {
            assertThat(holder.line()).isEqualTo("open");
            refused(file).hasMessageContainingAll("in use by", Long.toString(holder.pid()));
        }
        try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
            assertThat(store.series()).isEmpty();
        }
    }

    private Path existing() {
        Path file = folder.resolve("bars.duckdb");
        try (DuckDbStore store = DuckDbStore.open(file, InstantSource.system())) {
            store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 100, 1)));
        }
        return file;
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path file) {
        return assertThatThrownBy(
                        () -> DuckDbStore.open(file, InstantSource.system()).close())
                .isInstanceOf(StoreException.class)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
    }
}
