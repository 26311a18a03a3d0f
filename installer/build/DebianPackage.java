import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the package for Debian and its kin out of jpackage's image. jpackage's own package would ask for libraries by
 * the names that this very distribution gives them, so that it fits no other, and would make command and menu entry by
 * scripts; here they are files that the package manager knows, and nothing runs when the package comes or goes.
 */
final class DebianPackage {
    private final Plan plan;

    DebianPackage(Plan plan) {
        this.plan = plan;
    }

    void make() throws IOException, InterruptedException {
        Path tree = Trees.empty(plan.work().resolve("debian"));
        image(tree.resolve("opt/alphaforge"));
        desktop(tree.resolve("usr"));
        control(tree);
        Trees.date(tree);
        Path file = plan.output().resolve("alphaforge_" + plan.version() + "_" + plan.arch() + ".deb");
        Tool.run(
                plan.work(),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(Trees.TIME.getEpochSecond())),
                List.of("dpkg-deb", "--root-owner-group", "-b", tree.toString(), file.toString()));
    }

    private void image(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(plan.image())) {
            for (Path path : all.sorted().toList()) {
                Path copy = target.resolve(plan.image().relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** The command, the menu entry with "open with" for CSV files, and the icons. */
    private void desktop(Path usr) throws IOException {
        Path bin = Files.createDirectories(usr.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("alphaforge"), Path.of("/opt/alphaforge/bin/alphaforge"));
        copy(plan.settings().resolve("linux/alphaforge.desktop"), usr.resolve("share/applications/alphaforge.desktop"));
        Icons icons = new Icons(plan);
        for (int size : Icons.SIZES) {
            copy(
                    icons.picture(size),
                    usr.resolve("share/icons/hicolor/" + size + "x" + size + "/apps/alphaforge.png"));
        }
        copy(plan.app().resolve("licences").resolve("README.txt"), usr.resolve("share/doc/alphaforge/copyright"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void control(Path tree) throws IOException {
        List<String> sums = new ArrayList<>();
        long bytes = 0;
        for (Path file : Trees.files(tree)) {
            if (!Files.isSymbolicLink(file)) {
                bytes += Files.size(file);
                sums.add(md5(file) + "  " + tree.relativize(file));
            }
        }
        Path folder = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.write(folder.resolve("md5sums"), sums);
        String control = Files.readString(plan.settings().resolve("linux").resolve("control"))
                .replace("@VERSION@", plan.version())
                .replace("@ARCH@", plan.arch())
                .replace("@SIZE@", Long.toString(bytes / 1024));
        Files.writeString(folder.resolve("control"), control);
    }

    /** The package manager's check of installed files is made of these sums. */
    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
