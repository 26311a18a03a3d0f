package io.alphaforge.feed;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the files to be imported: those named, and all in the directories named, sorted, without hidden ones, those
 * that accompany data, and the application's own.
 */
final class InputFiles {
    /** What lies beside data and is plainly none by its name. */
    private static final Pattern NO_DATA =
            Pattern.compile("(readme|license|licence)([._-].*)?|.*\\.(md|pdf|png|html?)", Pattern.CASE_INSENSITIVE);

    private static final String OWN = "is a file that AlphaForge itself works with, and is not read";

    private InputFiles() {}

    /** @param own tells files and folders that must not be opened: they are refused where they are named, else left out */
    static List<FoundFile> find(List<Path> paths, Predicate<Path> own) {
        List<FoundFile> found = new ArrayList<>();
        for (Path path : paths) {
            found.addAll(own.test(path) ? List.of(new FoundFile(path, 0, OWN)) : find(path, own));
        }
        return found;
    }

    private static List<FoundFile> find(Path start, Predicate<Path> own) {
        List<FoundFile> found = new ArrayList<>();
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(start) && (hidden(directory) || own.test(directory))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.equals(start) || !(hidden(file) || accompanies(file) || own.test(file))) {
                    found.add(new FoundFile(
                            file, attributes.size(), attributes.isRegularFile() ? null : "is not a regular file"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A link back to a directory above holds nothing that is not found there.
                if (!(e instanceof FileSystemLoopException)) {
                    found.add(new FoundFile(file, 0, reason(e)));
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            found.add(new FoundFile(start, 0, reason(e)));
        }
        found.sort(Comparator.comparing(FoundFile::path));
        if (found.isEmpty()) {
            found.add(new FoundFile(start, 0, "holds no files"));
        }
        return found;
    }

    private static boolean hidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static boolean accompanies(Path path) {
        Path name = path.getFileName();
        return name != null && NO_DATA.matcher(name.toString()).matches();
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "does not exist; check the path"
                : "cannot be read; check its permissions";
    }
}
