package io.alphaforge.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file held by this process, as often as its parts ask for it, until the last of them lets go or the process is gone. It is
 * held by a lock of a guard beside it, which says what process that is and stays there, as that of a {@link FileTurn}.
 */
public final class FileHold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileHold.class);
    /** Far behind what is written there, since on some systems nobody else can read what is locked. */
    private static final long AT = Long.MAX_VALUE - 1;

    /** A process that closes any channel of a file loses all its locks of it, so there is one channel for all. */
    private static final Map<Path, Held> HERE = new HashMap<>();

    private final Path guard;
    private boolean closed;

    private FileHold(Path guard) {
        this.guard = guard;
    }

    private static final class Held {
        private final FileChannel channel;
        private int holds;

        Held(FileChannel channel) {
            this.channel = channel;
        }
    }

    /**
     * Holds the file that a guard is of.
     *
     * @param guard made where there is none, in a folder that is there
     * @return empty when another process holds it
     * @throws IOException when nothing can be locked there
     */
    public static Optional<FileHold> take(Path guard) throws IOException {
        Path file = guard.toAbsolutePath().normalize();
        synchronized (HERE) {
            Held held = HERE.get(file);
            if (held == null) {
                Optional<FileChannel> locked = lock(file);
                if (locked.isEmpty()) {
                    return Optional.empty();
                }
                held = new Held(locked.get());
                HERE.put(file, held);
            }
            held.holds++;
            return Optional.of(new FileHold(file));
        }
    }

    /** Whether this process holds the file that a guard is of. */
    public static boolean isHere(Path guard) {
        synchronized (HERE) {
            return HERE.containsKey(guard.toAbsolutePath().normalize());
        }
    }

    /** The process that has written itself down in a guard; empty when it is no more, or there is none. */
    public static OptionalLong holder(Path guard) {
        if (isHere(guard)) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        try {
            long process = Long.parseLong(Files.readString(guard).strip());
            return ProcessHandle.of(process).isPresent() ? OptionalLong.of(process) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} does not tell who holds it.", guard, e);
            return OptionalLong.empty();
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(AT, 1, false);
            if (lock == null) {
                return Optional.empty();
            }
            sign(channel, file);
            return Optional.of(channel);
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is locked by another part of this process", e);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static void sign(FileChannel channel, Path file) {
        try {
            String number = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)), 0);
            channel.truncate(number.length());
        } catch (IOException e) {
            // On a full disk, for example. It is held nevertheless, only nobody can tell by whom.
            LOG.debug("{} does not tell who holds it.", file, e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HERE) {
            Held held = HERE.get(guard);
            if (closed || held == null) {
                return;
            }
            closed = true;
            held.holds--;
            if (held.holds == 0) {
                HERE.remove(guard);
                held.channel.close();
            }
        }
    }
}
