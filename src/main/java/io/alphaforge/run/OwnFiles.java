package io.alphaforge.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The files that the application itself works with, by any of their names. Whoever opens and closes one of them for something
 * else gives back the locks that this process has of it, on POSIX systems, and with them the only guard of what it holds.
 */
public final class OwnFiles implements Predicate<Path> {
    /** Folders under the home folder of which everything is the application's. */
    private static final List<String> FOLDERS = List.of("run", "logs", "mirrors", "performance");
    /** Files in the home folder, with what is kept beside them. */
    private static final Set<String> FILES =
            Set.of("alphaforge.duckdb", "results.cache", "settings.json", "profiles.json");
    /** What stands behind the name of a database beside it. */
    private static final Pattern BESIDE =
            Pattern.compile("(\\.(wal|lock|tmp|backup|restoring|upgrading|before-restore)([.-].*)?)?");

    private final Path home;
    private final Optional<Path> database;
    private final List<Path> locked;

    OwnFiles(Path home, Optional<Path> database) {
        this.home = real(home);
        this.database = database.map(OwnFiles::real);
        Path file = this.database.orElse(this.home.resolve("alphaforge.duckdb"));
        locked = List.of(file, Path.of(file + ".wal"), Path.of(file + ".lock"), this.home.resolve("results.cache"));
    }

    /** Whether a file or folder is the application's. It is not opened to find out. */
    @Override
    public boolean test(Path path) {
        Path real = real(path);
        return isInHome(real) || isOfDatabase(real) || locked.stream().anyMatch(own -> isSame(own, real));
    }

    private boolean isInHome(Path real) {
        if (!real.startsWith(home) || real.equals(home)) {
            return false;
        }
        Path inside = home.relativize(real);
        String first = inside.getName(0).toString();
        return FOLDERS.contains(first)
                || FILES.stream().anyMatch(own -> first.equals(own) || first.startsWith(own + "."));
    }

    private boolean isOfDatabase(Path real) {
        Path folder = database.map(Path::getParent).orElse(null);
        if (folder == null || !real.startsWith(folder) || real.equals(folder)) {
            return false;
        }
        String name = database.map(file -> String.valueOf(file.getFileName())).orElse("");
        String first = folder.relativize(real).getName(0).toString();
        return first.startsWith(name)
                && BESIDE.matcher(first.substring(name.length())).matches();
    }

    /** Whether they are one file, which may have several names without any of them being a link. */
    private static boolean isSame(Path own, Path real) {
        try {
            return Files.isSameFile(own, real);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            // What is not there yet may be about to be made.
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
