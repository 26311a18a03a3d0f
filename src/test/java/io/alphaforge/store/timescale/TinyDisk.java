package io.alphaforge.store.timescale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes in memory, mounted on a folder. */
public final class TinyDisk implements AutoCloseable {
    private final Path folder;

    /** Mounts one; skips the test where that is not allowed. */
    public TinyDisk(Path folder, int megabytes) {
        this.folder = folder;
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(
                said.isEmpty(), "Only who may mount a disk can have a full one: full disks are not tested. " + said);
    }

    /** Gives it another size. */
    public void resize(int megabytes) {
        String said = run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
        if (!said.isEmpty()) {
            throw new IllegalStateException(said);
        }
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : said.isEmpty() ? "It was refused." : said;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // Also while somebody still has a file of it open.
        String said = run("umount", "-l", folder.toString());
        if (!said.isEmpty()) {
            throw new UncheckedIOException(new IOException(said));
        }
    }
}
