package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.Links;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.ChildProcess;
import io.alphaforge.store.duckdb.StoreHolder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real database is replaced by a backup of it, wholly or not at all. */
@Timeout(120)
class RestoreTest extends BackedUpHome {
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
    void aDatabaseBehindALinkIsReplacedWhereItIs() throws IOException {
        assertThat(console.run("db", "backup", file.toString()).status()).isZero();
        Path link = Links.make(elsewhere.resolve("link.duckdb"), database());
        Console.Result restored = console.run("--db", link.toString(), "db", "restore", file.toString(), "--yes");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(names(elsewhere)).containsExactly("alpha's backup.duckdb", "link.duckdb");
        assertThat(names(home)).anyMatch(name -> name.contains("before-restore"));
        assertThat(console.run("quality", "--format", "csv").lines()).hasSize(13);
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
    void aFileThatTheDatabaseWorksWithIsNoBackup() throws IOException {
        List<String> before = names(home);
        Console.Result refused = console.run("db", "restore", database() + ".lock", "--yes");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.errors())
                .last()
                .asString()
                .contains("is a file that AlphaForge itself works with, and no backup; nothing was changed");
        assertThat(names(home)).isEqualTo(before);
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
