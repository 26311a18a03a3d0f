package io.alphaforge.ui.kit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: what was there under the name stays until the new one is complete. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file in UTF-8.
     *
     * @throws IOException when it cannot be written; nothing is left behind then
     */
    static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        // In the same folder, because only there a move is one step.
        Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                content.write(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes what is to be in the file. */
    interface Content {
        void write(Writer out) throws IOException;
    }
}
