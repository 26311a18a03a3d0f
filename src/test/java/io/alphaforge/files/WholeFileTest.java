package io.alphaforge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void ofTwoThatWriteAFileAtOnceNeitherWritesIntoWhatTheOtherWrites() throws IOException {
        Path file = folder.resolve("bars.csv");
        WholeFile.write(file, out -> {
            out.write(bytes("first, "));
            WholeFile.write(file, other -> other.write(bytes("second")));
            assertThat(file).hasContent("second");
            out.write(bytes("whole"));
        });
        assertThat(file).hasContent("first, whole");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void whatAProcessThatWasKilledLeftIsRemovedTheDayAfterAndNothingElse() throws IOException {
        Path left = old("bars.csv.0123456789abcdef.part");
        Path foreign = old("bars.csv.gz.part");
        Path young = Files.createFile(folder.resolve("bars.csv.fedcba9876543210.part"));
        WholeFile.write(folder.resolve("bars.csv"), out -> out.write(bytes("bars")));
        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        assertThat(young).exists();
    }

    @Test
    void whileOneHasItsTurnNoOtherProcessHasAndOnceItIsOverAnybodyMay() throws IOException {
        Path file = folder.resolve("settings.json");
        try (FileChannel other = FileChannel.open(
                folder.resolve("settings.json.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try (FileTurn turn = FileTurn.at(file)) {
                turn.require();
                // What another process would wait for is told in this one.
                assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
            }
            assertThat(other.tryLock()).isNotNull();
        }
        try (FileTurn turn = FileTurn.at(file)) {
            turn.require();
        }
    }

    private Path old(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
