package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Copies large files so that it can be seen and stopped. */
final class FileCopy {
    private static final long PIECE = 8 << 20;

    private FileCopy() {}

    /**
     * Copies a file, has the disk keep it, and leaves nothing where that fails or is cancelled.
     *
     * @param to must not be there
     */
    static void copy(Path from, Path to, BackupProgress progress, BooleanSupplier cancelled) throws IOException {
        boolean done = false;
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            for (long at = 0; at < size; ) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("Cancelled; nothing was changed.");
                }
                long copied = in.transferTo(at, PIECE, out);
                if (copied <= 0) {
                    throw new IOException(from + " became shorter while it was copied");
                }
                at += copied;
                progress.step("Copying", at, Math.max(1, size));
            }
            out.force(true);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(to);
            }
        }
    }
}
