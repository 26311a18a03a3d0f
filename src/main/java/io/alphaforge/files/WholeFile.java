package io.alphaforge.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files so that whoever reads them finds the old content or the new one, also after a loss of power. */
public final class WholeFile {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss").withZone(ZoneOffset.UTC);

    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** Writes the content of a file. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes a file beside its place, in a folder that is there, has the disk keep it, and then puts it there. Of a symbolic
     * link it is the file that it leads to that is replaced; who may read a file that is replaced may read the new one.
     *
     * @throws IOException when that cannot be done; what was there before is there still
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = linked(file.toAbsolutePath());
        String name = String.valueOf(target.getFileName());
        // A name of its own: who writes the same file meanwhile must not write into this one.
        Path part = target.resolveSibling(name + "."
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".part");
        Path folder = Objects.requireNonNullElse(target.getParent(), target);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.to(out);
                out.flush();
                channel.force(true);
            }
            keepRights(target, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        keep(folder);
        sweep(folder, name);
    }

    /** Settings may be kept elsewhere, under version control say: the link stays, what it leads to is written. */
    private static Path linked(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void keepRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
        }
    }

    /** Removes what a process that was killed while it wrote this file has left; that is of another day. */
    private static void sweep(Path folder, String name) {
        Pattern part = Pattern.compile(Pattern.quote(name) + "\\.[0-9a-f]{16}\\.part");
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder,
                file -> part.matcher(String.valueOf(file.getFileName())).matches()
                        && Files.getLastModifiedTime(file).toInstant().isBefore(yesterday))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("What is left of {} in {} could not be removed.", name, folder, e);
        }
    }

    /** Has the disk keep the names in a folder, where the system can be told to. */
    public static void keep(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synchronised by itself on this system.", folder, e);
        }
    }

    /** A name beside a file that says what it is and when it was put there: {@code x.json.broken-2026-03-01T120000}. */
    public static Path aside(Path file, String what, Instant now) {
        String name = file.getFileName() + "." + what + "-" + DATE.format(now);
        Path free = file.resolveSibling(name);
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(name + "-" + i);
        }
        return free;
    }
}
