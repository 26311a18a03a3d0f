package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.ChildProcess;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.duckdb.StoreHolder;
import io.alphaforge.store.timescale.TinyDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real database, made while it is in use, and what becomes of them. */
@Timeout(120)
class BackupTest {
    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Console console = new Console(Path.of("."));
    private Path file = Path.of(".");

    @BeforeEach
    void fill() {
        console = new Console(home);
        file = elsewhere.resolve("alpha's backup.duckdb");
        assertThat(console.run("demo", "--symbols", "12", "--days", "300", "--interval", "1h")
                        .status())
                .isZero();
        assertThat(console.run("backtest", "--strategy", "rsi").status()).isZero();
    }

    private Workspace open() {
        return new WorkspaceWiring(Map.of()).open(new WorkspaceOpener.Options(home, null));
    }

    private Path database() {
        return home.resolve(DatabaseFiles.LOCAL);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(String because) throws IOException {
        List<String> before = names(home);
        List<StoredSeries> series;
        try (Workspace workspace = open()) {
            series = workspace.bars().series();
        }
        Console.Result refused = console.run("db", "restore", file.toString(), "--yes");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.errors()).as(because).last().asString().contains("nothing was changed");
        assertThat(names(home)).isEqualTo(before);
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEqualTo(series);
        }
    }

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
    void whatIsNotAsItWasWrittenIsRefusedAndNothingIsChanged() throws Exception {
        assertThat(console.run("db", "backup", file.toString(), "--quiet").out())
                .contains("was read back");
        Path whole = Files.copy(file, elsewhere.resolve("whole"));
        long size = Files.size(file);

        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(size * 2 / 3);
        }
        assertRefused("truncated");
        Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile odd = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 4096 * 4; at < size; at += 262_144) {
                odd.seek(at + 1000);
                int was = odd.read();
                odd.seek(at + 1000);
                odd.write(was ^ 1);
            }
        }
        assertRefused("bits were turned");
        for (String statement : List.of(
                "UPDATE crypto_prices SET close_price = close_price * 1.01 WHERE crypto_id = 3",
                "DELETE FROM backtest_results",
                "DROP TABLE alphaforge_backup")) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            Altered.by(file, statement);
            assertRefused(statement);
        }
        Files.writeString(file, "no database");
        assertRefused("a text");
        Files.delete(file);
        assertRefused("missing");
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

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link takes a right of its own there")
    void aDatabaseBehindALinkIsReplacedWhereItIs() throws IOException {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.duckdb"), database());
        Console.Result restored = console.run("--db", link.toString(), "db", "restore", file.toString(), "--yes");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(names(elsewhere)).containsExactly("alpha's backup.duckdb", "link.duckdb");
        assertThat(names(home)).anyMatch(name -> name.contains("before-restore"));
        assertThat(console.run("quality", "--format", "csv").lines()).hasSize(13);
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

    @Test
    void aDamagedDatabaseIsReplaced() throws IOException {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        try (RandomAccessFile cut = new RandomAccessFile(database().toFile(), "rw")) {
            cut.setLength(20_000);
        }
        assertThat(console.run("quality").status()).isEqualTo(3);
        assertThat(console.run("db", "restore", file.toString(), "--yes").status())
                .isZero();
        assertThat(console.run("quality", "--format", "csv").lines()).hasSize(13);
    }

    @Test
    void aDatabaseInUseIsNotReplaced() throws IOException {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        Path same = Files.copy(database(), elsewhere.resolve("same"));
        List<String> before = names(home);
        try (ChildProcess holder = holder()) {
            Console.Result refused = console.run("db", "restore", file.toString(), "--yes");
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.errors()).last().asString().contains("is in use by process " + holder.pid());
        }
        assertThat(names(home)).isEqualTo(before);
        assertThat(database()).hasSameBinaryContentAs(same);
    }

    @Test
    void aDatabaseThatIsOpenedWhileTheBackupIsCheckedIsNotReplaced() throws IOException {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        List<String> before = names(home);
        List<ChildProcess> others = new ArrayList<>();
        try {
            BackupProgress progress = (what, done, total) -> {
                if (what.equals("Checking") && others.isEmpty()) {
                    others.add(holder());
                }
            };
            assertThatThrownBy(() -> restore(progress))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "is in use by process " + others.getFirst().pid());
        } finally {
            others.forEach(ChildProcess::close);
        }
        assertThat(names(home)).isEqualTo(before);
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).hasSize(12);
        }
    }

    @Test
    void theNameOfTheDatabaseIsNeverGoneDuringARestore() throws Exception {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        List<String> gone = new ArrayList<>();
        try (WatchService watch = home.getFileSystem().newWatchService()) {
            home.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            restore((what, done, total) -> {});
            Files.createFile(home.resolve("end"));
            boolean ended = false;
            while (!ended) {
                WatchKey key = watch.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    ended |= String.valueOf(event.context()).equals("end");
                    if (StandardWatchEventKinds.ENTRY_DELETE.equals(event.kind())) {
                        gone.add(String.valueOf(event.context()));
                    }
                }
                assertThat(key.reset()).isTrue();
            }
        }
        assertThat(names(home)).anyMatch(name -> name.contains("before-restore"));
        assertThat(gone).contains(DatabaseFiles.LOCAL + ".restoring").doesNotContain(DatabaseFiles.LOCAL);
    }

    private void restore(BackupProgress progress) {
        new WorkspaceWiring(Map.of()).restore(new WorkspaceOpener.Options(home, null), file, progress, () -> false);
    }

    /** Another process that has the database open. */
    private ChildProcess holder() {
        try {
            ChildProcess holder =
                    ChildProcess.start(StoreHolder.class, database().toString());
            assertThat(holder.line()).isEqualTo("not empty");
            return holder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
