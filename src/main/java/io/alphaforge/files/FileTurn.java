package io.alphaforge.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turn of one thread of one process to work on a file; it ends when this is closed, or the process is gone. It is held
 * by a lock of a file beside the other, which stays there: were it removed, two could hold files of that name.
 */
public final class FileTurn implements AutoCloseable {
    /** Only one channel of a process may ask for a lock of a file, and closing another would give it back. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;
    private final FileLock held;

    private FileTurn(ReentrantLock here, FileChannel channel, FileLock held) {
        this.here = here;
        this.channel = channel;
        this.held = held;
    }

    /**
     * Waits for its turn.
     *
     * @param guard the file that is locked, made where there is none, in a folder that is there
     */
    public static FileTurn take(Path guard) throws IOException {
        Path file = guard.toAbsolutePath().normalize();
        ReentrantLock here = HERE.computeIfAbsent(file, f -> new ReentrantLock());
        here.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                return new FileTurn(here, channel, channel.lock());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            here.unlock();
            throw e;
        }
    }

    /** Takes a turn at a file of which the guard is called like it, with {@code .lock} behind. */
    public static FileTurn at(Path file) throws IOException {
        return take(Path.of(file + ".lock"));
    }

    /** Fails when the turn is over; to be asked before what only its holder may do. */
    public void require() throws IOException {
        if (!held.isValid()) {
            throw new IOException("the lock of the file is lost");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            here.unlock();
        }
    }
}
