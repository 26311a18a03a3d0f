package io.alphaforge.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;

/**
 * The folder in which applications of one user meet. Each of them holds the subjects that it alone works on, a database
 * for example, with a lock that the system takes back when the process ends, however it ends.
 */
public final class Meeting {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    /** Addresses of sockets may have about 104 bytes, fewer than paths. */
    private static final int LONGEST_ADDRESS = 100;
    /** How folders for an address elsewhere begin, and what the address in them is called. */
    private static final String ELSEWHERE = "alphaforge";

    private static final String SHORT = "s";

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder made when it is needed, so that only this user can look into it */
    public Meeting(Path folder, Map<String, String> environment) {
        this.folder = folder.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /** The subject that a file is: the same for every way of naming it. */
    public static String subject(Path file) {
        byte[] path = real(file.toAbsolutePath().normalize()).toString().getBytes(StandardCharsets.UTF_8);
        // Two sums that have nothing to do with each other. Nobody else can write into the folder, and a digest, which
        // would hold against somebody, loads what a start of the window needs for nothing else.
        CRC32C sum = new CRC32C();
        sum.update(path);
        return HexFormat.of().toHexDigits((int) sum.getValue()) + HexFormat.of().toHexDigits(Arrays.hashCode(path));
    }

    /** The path without links, also where its last part, or more of it, is not there yet. */
    private static Path real(Path path) {
        Path parent = path.getParent();
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }

    /** Where the holder of a subject listens; empty where there is no holder that has written it down. */
    Optional<Registration> holder(String subject) {
        return Registration.read(registration(subject));
    }

    /** Takes the lock of a subject; empty when another process or another part of this one has it. */
    Optional<FileLock> lock(String subject) throws IOException {
        prepare(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve(subject + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    Path registration(String subject) {
        return folder.resolve(subject + ".at");
    }

    /** A new address to listen at: in this folder, or where that is too long a path in a short one as private. */
    Path address(long process) throws IOException {
        prepare(folder);
        // Ids of processes come again, in containers the same few: the rest of the name is this process's alone.
        Path near = folder.resolve(process + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".sock");
        if (near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
            return near;
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        boolean there = !runtime.isBlank() && Files.isWritable(Path.of(runtime)) && runtime.length() < 60;
        Path parent = Path.of(there ? runtime : System.getProperty("java.io.tmpdir"));
        // The name is not to be guessed, and what is made this way is open to its owner alone.
        Path made = Files.createTempDirectory(parent, ELSEWHERE);
        prepare(made);
        return made.resolve(SHORT);
    }

    /** Removes an address at which nobody listens any more, with the folder that was made for it. */
    void forget(Path address) throws IOException {
        Files.deleteIfExists(address);
        Path around = address.getParent();
        // What the address is was read from a file, so only a folder that can be one of ours is touched.
        if (around != null
                && !around.equals(folder)
                && address.endsWith(SHORT)
                && String.valueOf(around.getFileName()).startsWith(ELSEWHERE)) {
            Files.deleteIfExists(around);
        }
    }

    private static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        // Elsewhere the folder for application data belongs to its user already.
        if (view != null && !view.readAttributes().permissions().equals(OWNER_ONLY)) {
            view.setPermissions(OWNER_ONLY);
        }
    }
}
