package io.alphaforge.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files, zip archives and gzip files, told apart by their first bytes. */
final class Unpacking implements AutoCloseable {
    /** How many times its packed size a text is expected to have, as a guess for progress and memory. */
    private static final int USUAL_RATIO = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Unpacking.class);
    private static final int MOST_MEMBERS = 100_000;
    private static final Pattern PARENT = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)");
    private static final Pattern ROOT = Pattern.compile("^([/\\\\]|[A-Za-z]:)");

    private final UnpackLimits limits;
    private final BooleanSupplier cancelled;
    private final List<SharedZip> opened = new ArrayList<>();

    /** @param cancelled asked again and again while archives are unpacked */
    Unpacking(UnpackLimits limits, BooleanSupplier cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
    }

    /** Closes the archives of which members have been left unread. */
    @Override
    public void close() {
        for (SharedZip zip : opened) {
            try {
                zip.close();
            } catch (IOException e) {
                LOG.warn("An archive could not be closed.", e);
            }
        }
    }

    /** What the first bytes of a file say it is. */
    enum Packing {
        PLAIN,
        GZIP,
        ZIP;

        static Packing of(byte[] head) {
            if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5)) {
                return ZIP;
            }
            return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b ? GZIP : PLAIN;
        }
    }

    /**
     * The texts in a file: one, or the members of an archive. Archives of several members are unpacked once
     * beforehand, so that none of them is imported when one is damaged.
     *
     * @throws UnusableFileException when the file, as a whole, cannot be read
     * @throws CancellationException when it was cancelled meanwhile
     */
    List<InputFile> members(FoundFile file) {
        if (file.failure() != null) {
            throw new UnusableFileException(file.failure());
        }
        try {
            return switch (packing(file)) {
                case PLAIN -> List.of(single(file, () -> Files.newInputStream(file.path())));
                case GZIP -> List.of(single(file, () -> gunzip(file)));
                case ZIP -> zipMembers(file);
            };
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The sentence for what went wrong while reading. */
    static UnusableFileException unusable(IOException e) {
        return switch (e) {
            case LimitedInputStream.LimitException limit -> new UnusableFileException(limit.refusal(), e);
            case EOFException any ->
                new UnusableFileException("is cut off in the middle of its packed data; fetch it again", e);
            case ZipException any -> new UnusableFileException("is a damaged archive; fetch it again", e);
            case AccessDeniedException any -> new UnusableFileException("cannot be read; check its permissions", e);
            default -> new UnusableFileException("cannot be read: " + e.getMessage(), e);
        };
    }

    private static Packing packing(FoundFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            return Packing.of(in.readNBytes(4));
        }
    }

    private static InputFile single(FoundFile file, InputFile.Content content) {
        return new InputFile(
                file.name(),
                InputFile.sourceOf(file.path(), ""),
                List.of(InputFile.fileName(file.name())),
                file.bytes(),
                content);
    }

    private InputStream gunzip(FoundFile file) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(file.path()));
        try {
            return limited(new GzipMembers(packed), file);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private LimitedInputStream limited(InputStream unpacked, FoundFile file) {
        return new LimitedInputStream(unpacked, limits.allowed(file.bytes()), limits.refusal(file.bytes()));
    }

    private List<InputFile> zipMembers(FoundFile file) throws IOException {
        List<String> members = memberNames(file);
        if (members.isEmpty()) {
            throw new UnusableFileException("is an archive without files");
        }
        if (members.size() == 1) {
            String name = members.getFirst();
            return List.of(member(file, name, 1, () -> openOnly(file, name)));
        }
        var zip = new SharedZip(open(file), members.size());
        opened.add(zip);
        unpackOnce(zip, file, members);
        return members.stream()
                .map(name -> member(file, name, members.size(), () -> zip.open(name)))
                .toList();
    }

    private static InputStream openOnly(FoundFile file, String name) throws IOException {
        var zip = new SharedZip(open(file), 1);
        try {
            return zip.open(name);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private InputFile member(FoundFile file, String name, int members, InputFile.Content content) {
        return new InputFile(
                file.name() + "!" + name,
                InputFile.sourceOf(file.path(), "!" + name),
                List.of(InputFile.fileName(name), InputFile.fileName(file.name())),
                file.bytes() * USUAL_RATIO / members,
                () -> limited(content.open(), file));
    }

    private static ZipFile open(FoundFile file) throws IOException {
        try {
            return new ZipFile(file.path().toFile());
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new UnusableFileException("is an encrypted zip; unpack it with its password first", e);
            }
            throw new UnusableFileException("is a zip that is cut off or damaged; fetch it again", e);
        }
    }

    private static List<String> memberNames(FoundFile file) throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> known = new HashSet<>();
        try (ZipFile zip = open(file)) {
            if (zip.size() > MOST_MEMBERS) {
                throw new UnusableFileException(
                        "holds more than " + MOST_MEMBERS + " files; unpack it and import parts of it");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (PARENT.matcher(name).find() || ROOT.matcher(name).find()) {
                    throw new UnusableFileException("holds the path " + Rejections.quoted(name)
                            + ", which points outside of the archive; it was not imported");
                }
                if (!entry.isDirectory() && !hidden(name)) {
                    if (!known.add(name)) {
                        throw new UnusableFileException("holds two files called " + Rejections.quoted(name)
                                + "; unpack it and give each a name of its own");
                    }
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    private static boolean hidden(String name) {
        return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
    }

    private void unpackOnce(SharedZip zip, FoundFile file, List<String> members) throws IOException {
        long allowed = limits.allowed(file.bytes());
        byte[] thrownAway = new byte[1 << 16];
        for (String name : members) {
            try (var in = new LimitedInputStream(zip.stream(name), allowed, limits.refusal(file.bytes()))) {
                while (in.read(thrownAway, 0, thrownAway.length) >= 0) {
                    // Only counted; a damaged member throws.
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("Cancelled while " + file.name() + " was unpacked.");
                    }
                }
                allowed = in.left();
            }
        }
    }
}
