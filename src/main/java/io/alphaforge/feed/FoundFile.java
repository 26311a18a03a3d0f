package io.alphaforge.feed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that was named by the user or found in a directory.
 *
 * @param bytes its size on disk
 * @param failure why it cannot be read at all
 */
record FoundFile(Path path, long bytes, @Nullable String failure) {
    String name() {
        return path.toString();
    }
}
