package io.alphaforge.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * A file of lines that several processes append to. Once it has become too long, the older half goes. What a process wrote
 * when it was killed may be a part of a line, which readers leave out.
 */
final class LineFile {
    static final int LONGEST_BYTES = 2 << 20;

    /** Only one channel of a process may ask for a lock of a file. */
    private static final Object LOCKING = new Object();

    private final Path file;
    private final int longest;

    LineFile(Path file) {
        this(file, LONGEST_BYTES);
    }

    LineFile(Path file, int longestBytes) {
        this.file = file;
        this.longest = longestBytes;
    }

    /** Appends a line; waits while another process does. Creates the file and its folder where there is none. */
    void append(String line) throws IOException {
        synchronized (LOCKING) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel guard = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = guard.lock()) {
                if (lock.isValid()) {
                    shorten();
                    write(line);
                }
            }
        }
    }

    private void write(String line) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = out.size();
            // Whoever was killed while writing has left no end of the line.
            boolean torn = size > 0 && last(out, size) != '\n';
            ByteBuffer bytes = StandardCharsets.UTF_8.encode((torn ? "\n" : "") + line + "\n");
            while (bytes.hasRemaining()) {
                size += out.write(bytes, size);
            }
        }
    }

    private static byte last(FileChannel file, long size) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, size - 1);
        return one.get(0);
    }

    private void shorten() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= longest) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        int from = all.length - longest / 2;
        while (from < all.length && all[from - 1] != '\n') {
            from++;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, Arrays.copyOfRange(all, from, all.length));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The lines, oldest first; empty where there is no file. */
    List<String> lines() throws IOException {
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    /** Differs whenever lines have been added; 0 where there is no file. */
    long stamp() throws IOException {
        return Files.exists(file) ? 31 * Files.getLastModifiedTime(file).toMillis() + Files.size(file) : 0;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
