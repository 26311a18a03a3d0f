package io.alphaforge.store.mirror;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps bars that wait to be written into the mirror in files beside it, each as its columns one after the other. Files
 * that a process left behind are of no use to the next one and are deleted.
 */
final class Spool {
    private static final int BUFFER = 1 << 18;
    private static final int WORDS = BUFFER / Long.BYTES;
    /** Files never leave this computer. */
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final Path folder;
    private long count;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Bars in a file. */
    record Kept(Path file, Interval interval, int size) {}

    /** Deletes what an earlier process left. */
    void sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.bars")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes bars that have every column. */
    Kept keep(Bars bars) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(next() + ".bars");
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ORDER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long[] times = bars.toTimeArray();
            for (int from = 0; from < times.length; from += WORDS) {
                int count = Math.min(WORDS, times.length - from);
                buffer.clear().asLongBuffer().put(times, from, count);
                write(channel, buffer.limit(Long.BYTES * count));
            }
            for (BarColumn name : BarColumn.values()) {
                Column column = bars.column(name);
                for (int from = 0; from < column.size(); from += WORDS) {
                    double[] values = column.toArray(from, Math.min(from + WORDS, column.size()));
                    buffer.clear().asDoubleBuffer().put(values);
                    write(channel, buffer.limit(Double.BYTES * values.length));
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Kept(file, bars.interval(), bars.size());
    }

    private synchronized long next() {
        return count++;
    }

    /** Reads bars back and deletes their file. */
    Bars take(Kept kept) {
        try {
            ByteBuffer words = ByteBuffer.wrap(Files.readAllBytes(kept.file())).order(ORDER);
            Files.delete(kept.file());
            long[] times = new long[kept.size()];
            words.asLongBuffer().get(times);
            words.position(Long.BYTES * kept.size());
            Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
            for (BarColumn name : BarColumn.values()) {
                double[] values = new double[kept.size()];
                words.asDoubleBuffer().get(values);
                words.position(words.position() + Double.BYTES * kept.size());
                columns.put(name, Column.owning(values));
            }
            return Bars.owning(kept.interval(), times, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Bars that waited for the mirror cannot be read from " + kept.file() + ".", e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
