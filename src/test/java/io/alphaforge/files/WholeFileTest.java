package io.alphaforge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplacedWithItsRights() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Path real = Files.writeString(kept.resolve("af.json"), "old");
        Path first = Files.createSymbolicLink(folder.resolve("first.json"), Path.of("kept", "af.json"));
        Path second = Files.createSymbolicLink(folder.resolve("second.json"), first);
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(real, own);
        WholeFile.write(second, out -> out.write(bytes("new")));
        assertThat(real).hasContent("new");
        assertThat(Files.getPosixFilePermissions(real)).isEqualTo(own);
        assertThat(second).isSymbolicLink();
        assertThat(first).isSymbolicLink();
        assertThat(kept).isDirectoryNotContaining(path -> !path.equals(real));
    }

    @Test
    void aLinkToNothingMakesTheFileAndOneToItselfIsTold() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path lost = Files.createSymbolicLink(folder.resolve("lost.json"), Path.of("later.json"));
        WholeFile.write(lost, out -> out.write(bytes("new")));
        assertThat(folder.resolve("later.json")).hasContent("new");
        Path self = Files.createSymbolicLink(folder.resolve("self.json"), Path.of("self.json"));
        assertThatThrownBy(() -> WholeFile.write(self, out -> {})).isInstanceOf(FileSystemLoopException.class);
    }

    private Path old(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
