package io.alphaforge.app;

import io.alphaforge.cli.NamedPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a desktop hands over when one of them is opened with the application: arguments that are nothing else. */
final class OpenedFiles {
    private OpenedFiles() {}

    /** The arguments as absolute paths if all of them are files that are there, else none. */
    static List<Path> of(String... arguments) {
        // A command is a plain word; a desktop names files by their whole path.
        boolean files = Stream.of(arguments).allMatch(OpenedFiles::isFile);
        return files
                ? Stream.of(arguments)
                        .map(a -> NamedPath.of(a).toAbsolutePath())
                        .toList()
                : List.of();
    }

    private static boolean isFile(String argument) {
        return argument.contains(".") && !argument.startsWith("-") && Files.isRegularFile(NamedPath.of(argument));
    }
}
