package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.DamagedException;
import io.alphaforge.catalog.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Looks at a path before DuckDB does, so that a foreign file is never touched and every refusal is one clear sentence. */
final class FileCheck {
    /** Where the magic bytes of a DuckDB file are: behind the checksum of the header. */
    private static final int MAGIC_AT = 8;

    private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);

    private FileCheck() {}

    /**
     * Makes sure that a database can be opened or created at this path; creates the folders above it.
     *
     * @throws DamagedException when another file is there
     * @throws StoreException when it cannot
     */
    static void require(Path file) {
        if (file.toString().matches(".*[;?].*")) {
            throw new StoreException("The database " + file
                    + " cannot be opened, since a ';' or '?' is the end of a path to DuckDB; choose a name and a folder"
                    + " without one.");
        }
        if (Files.isDirectory(file)) {
            throw new StoreException("The database " + file + " is a folder; name a file inside it, for example "
                    + file.resolve("alphaforge.duckdb") + ".");
        }
        if (Files.exists(file)) {
            requireDatabase(file);
        } else {
            createFolder(file);
        }
    }

    private static void requireDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length);
            boolean foreign = head.length < MAGIC_AT + MAGIC.length
                    || !Arrays.equals(MAGIC, Arrays.copyOfRange(head, MAGIC_AT, head.length));
            if (foreign && head.length > 0) {
                throw new DamagedException("The file " + file
                        + " is not a DuckDB database; it was left as it is, choose another file with --db.");
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The database " + file + " cannot be read (" + reason(e) + "); check its permissions.", e);
        }
        if (!Files.isWritable(file)) {
            throw new StoreException(
                    "The database " + file + " is read-only; make it writable or choose another with --db.");
        }
    }

    /**
     * Removes an empty file, left behind by a process that was killed while creating it: DuckDB does not open it. For
     * whoever holds the database, since others may just be creating it.
     */
    static void sweep(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The database " + file + " is empty and cannot be replaced (" + reason(e)
                            + "); check the permissions of its folder.",
                    e);
        }
    }

    private static void createFolder(Path file) {
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The folder " + folder + " cannot be created (" + reason(e)
                            + "); choose a writable one with --home or --db.",
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new StoreException("The folder " + folder
                    + " is read-only, so no database can be created in it; choose a writable one with --home or --db.");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
