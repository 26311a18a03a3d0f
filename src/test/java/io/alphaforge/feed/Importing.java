package io.alphaforge.feed;

import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Writes small files and imports them into a store that remembers. */
final class Importing implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    final WatchedStore store = new WatchedStore();
    private final Path directory;

    Importing(Path directory) {
        this.directory = directory;
    }

    @Override
    public void close() {
        store.close();
    }

    Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) {
        try {
            Path file = directory.resolve(name);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FileReport> run(ImportOptions options, Path... paths) {
        return new Importer(store, CLOCK, file -> false)
                .run(List.of(paths), options, ImportListener.NONE, () -> false)
                .reports();
    }

    FileReport.Imported imported(ImportOptions options, Path path) {
        return switch (run(options, path).getFirst()) {
            case FileReport.Imported imported -> imported;
            case FileReport.Failed failed -> throw new AssertionError(failed.reason());
        };
    }

    FileReport.Imported imported(Path path) {
        return imported(ImportOptions.DEFAULT, path);
    }

    /** The sentence with which a file fails, without its name. */
    String failure(ImportOptions options, Path path) {
        return switch (run(options, path).getFirst()) {
            case FileReport.Imported imported -> throw new AssertionError("It was imported: " + imported);
            case FileReport.Failed failed -> failed.reason().replace(failed.file() + " ", "");
        };
    }

    String failure(Path path) {
        return failure(ImportOptions.DEFAULT, path);
    }

    SeriesWrite write() {
        return store.writes.getLast();
    }

    Bars bars() {
        return write().bars();
    }

    static ImportOptions symbol(String symbol) {
        return new ImportOptions(null, symbol, null, null, false, false);
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** One bar as text. */
    static String bar(Bars bars, int i) {
        return time(bars.time(i)) + " " + bars.open().get(i) + " " + bars.high().get(i) + " "
                + bars.low().get(i) + " " + bars.close().get(i) + " "
                + bars.volume().get(i);
    }
}
