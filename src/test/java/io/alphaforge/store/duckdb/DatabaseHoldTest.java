package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DatabaseHoldTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("bars.duckdb");
    }

    private DuckDbStore open() {
        return DuckDbStore.open(file(), InstantSource.system());
    }

    @Test
    void aDatabaseWhoseOwnLockIsLostIsOpenedByNoOtherProcess() throws IOException {
        try (DuckDbStore store = open()) {
            store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 40, 1)));
            // Closing any descriptor of the file gives every lock of this process back.
            assertThat(Files.readAllBytes(file())).isNotEmpty();
            try (ChildProcess other = ChildProcess.start(StoreHolder.class, file().toString())) {
                assertThat(other.line()).isNull();
            }
        }
        try (ChildProcess other = ChildProcess.start(StoreHolder.class, file().toString())) {
            assertThat(other.line()).isEqualTo("not empty");
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by process " + other.pid() + ";");
            other.kill();
            open().close();
        }
    }

    @Test
    void aDatabaseIsHeldUntilTheLastOfThisProcessHasClosedIt() throws IOException {
        DuckDbStore first = open();
        open().close();
        try (ChildProcess other = ChildProcess.start(BareOpener.class, file().toString())) {
            assertThat(other.line()).as("opening it twice").isEqualTo("refused");
        }
        try (ChildProcess other = ChildProcess.start(StoreHolder.class, file().toString())) {
            assertThat(other.line()).isNull();
        }
        first.close();
        try (ChildProcess other = ChildProcess.start(StoreHolder.class, file().toString())) {
            assertThat(other.line()).isEqualTo("open");
        }
    }

    @Test
    void whereNothingCanBeLockedTheDatabaseIsOpenedNevertheless() throws IOException {
        // A folder in the place of the guard can be locked by nobody.
        Files.createDirectory(Path.of(file() + ".lock"));
        open().close();
        assertThat(file()).exists();
    }
}
