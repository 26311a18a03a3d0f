package io.alphaforge.feed;

import io.alphaforge.catalog.SeriesWrite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * One text to be parsed: a file, or a member of an archive.
 *
 * @param name as the user would name it, for messages
 * @param source as the store remembers it: the last directory and the file's name, marked with where that is
 * @param fileNames names that may tell symbol and interval, the most exact first, without directories
 * @param bytes roughly how long the text is
 * @param content opens the text, unpacked; whoever opens it closes it
 */
record InputFile(String name, String source, List<String> fileNames, long bytes, Content content) {

    /** Opens a text. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    InputFile {
        fileNames = List.copyOf(fileNames);
    }

    /**
     * The last directory and the file's name, marked with a hash of its whole path: the same from wherever the import is
     * started.
     *
     * @param member of an archive, else empty
     */
    static String sourceOf(Path path, String member) {
        Path full = path.toAbsolutePath().normalize();
        int names = full.getNameCount();
        String title =
                (names < 2 ? full : full.subpath(names - 2, names)).toString().replace('\\', '/');
        return SeriesWrite.marked(title + member, full.toString());
    }

    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
