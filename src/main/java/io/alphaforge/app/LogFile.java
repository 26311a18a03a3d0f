package io.alphaforge.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The file that a process writes its log to. No two processes have the same one at the same time: whoever begins a new file
 * while another still writes to the old one would put it in the place of what is kept of yesterday.
 */
final class LogFile {
    /** Holds nothing; byte by byte it is locked by those who write. */
    private static final String LOCKS = ".locks";
    /** How many processes of one kind can write at the same time. */
    private static final int MOST = 64;

    /** Options that may stand before a command, or where there is none, and are followed by a value. */
    static final Set<String> VALUED = Set.of("--home", "--db", "--profile", "--redis", "--format");

    private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

    /** Locks go with the channel, which must not be collected. */
    private static final List<FileLock> TAKEN = new CopyOnWriteArrayList<>();

    private LogFile() {}

    /** What a process is started for. */
    enum Kind {
        WINDOW("alphaforge", 0),
        COMMAND("commands", MOST);

        private final String name;
        private final long firstLock;

        Kind(String name, long firstLock) {
            this.name = name;
            this.firstLock = firstLock;
        }

        /** What arguments ask for: a command, or how to use one, or else the window. */
        static Kind of(String... arguments) {
            for (int i = 0; i < arguments.length; i++) {
                if (VALUED.contains(arguments[i])) {
                    i++;
                } else if (!arguments[i].startsWith("-") || QUESTIONS.contains(arguments[i])) {
                    return COMMAND;
                }
            }
            return WINDOW;
        }

        /** "commands.log", then "commands-2.log" for who finds that taken. */
        String file(int number) {
            return name + (number == 0 ? "" : "-" + (number + 1)) + ".log";
        }
    }

    /**
     * The first file of a kind that nobody else writes to; nobody else will until this process ends. Where that cannot be
     * found out it is the first one.
     */
    static Path take(Path folder, Kind kind) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCKS), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int number = 0; number < MOST; number++) {
                if (lock(channel, kind.firstLock + number)) {
                    return folder.resolve(kind.file(number));
                }
            }
            channel.close();
        } catch (IOException e) {
            // Nothing can be logged yet, and where the folder is unusable nothing will be.
            return folder.resolve(kind.file(0));
        }
        return folder.resolve(kind.file(0));
    }

    private static boolean lock(FileChannel channel, long at) throws IOException {
        try {
            FileLock lock = channel.tryLock(at, 1, false);
            return lock != null && TAKEN.add(lock);
        } catch (OverlappingFileLockException e) {
            // Another part of this process has it.
            return false;
        }
    }
}
