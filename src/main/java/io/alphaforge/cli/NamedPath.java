package io.alphaforge.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Paths that somebody has named, on the command line or in the environment. */
public final class NamedPath {
    private NamedPath() {}

    /**
     * The path of this name.
     *
     * @throws IllegalArgumentException with a sentence when no file can be called so, or not in the language of the session
     */
    public static Path of(String name) {
        requireName(name);
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw refused(name, e);
        }
    }

    /**
     * The path of this name as seen from a folder.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static Path under(Path folder, String name) {
        requireName(name);
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw refused(name, e);
        }
    }

    /** An empty name would be the folder that the command happens to be given in. */
    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An empty name is that of no file or folder; give one.");
        }
    }

    private static IllegalArgumentException refused(String name, InvalidPathException why) {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        // The name itself has arrived in pieces then and is of no help.
        return new IllegalArgumentException(
                encoding.toUpperCase(Locale.ROOT).startsWith("UTF")
                        ? "'" + name + "' cannot be the name of a file (" + why.getReason() + "); give another one."
                        : "A name with letters beyond ASCII cannot be read where LC_ALL, LC_CTYPE or LANG say no UTF-8;"
                                + " set LC_ALL=C.UTF-8 and start again.",
                why);
    }
}
