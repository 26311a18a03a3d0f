package io.alphaforge.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Symbolic links, which on Windows take a right that not every user has. */
public final class Links {
    private Links() {}

    /** Makes a link; where the user has no right to, the test is skipped and says so. */
    public static Path make(Path link, Path target) throws IOException {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (FileSystemException e) {
            if (!System.getProperty("os.name").startsWith("Windows")) {
                throw e;
            }
            return Assumptions.abort("This user may make no links: " + e.getMessage());
        }
    }
}
