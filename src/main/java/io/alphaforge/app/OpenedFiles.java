package io.alphaforge.app;

import io.alphaforge.cli.NamedPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a desktop hands over when one of them is opened with the application: arguments that are nothing else,
 * beside the options that say with which data.
 *
 * @param files as absolute paths; none where the call is another one
 * @param options the other arguments, all of them where there are no files
 */
record OpenedFiles(List<Path> files, List<String> options) {
    OpenedFiles {
        files = List.copyOf(files);
        options = List.copyOf(options);
    }

    /** Finds out what a call opens: files only where there is no command, and all of them are there. */
    static OpenedFiles of(String... arguments) {
        List<Path> files = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith("-")) {
                options.add(argument);
                if (LogFile.VALUED.contains(argument) && i + 1 < arguments.length) {
                    options.add(arguments[++i]);
                }
            } else if (isFile(argument)) {
                files.add(NamedPath.of(argument).toAbsolutePath());
            } else {
                return new OpenedFiles(List.of(), List.of(arguments));
            }
        }
        return files.isEmpty() ? new OpenedFiles(List.of(), List.of(arguments)) : new OpenedFiles(files, options);
    }

    private static boolean isFile(String argument) {
        // A command is a plain word; a desktop names files by their whole path.
        return argument.contains(".") && Files.isRegularFile(NamedPath.of(argument));
    }
}
