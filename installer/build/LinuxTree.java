import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The files of a package for Linux where they will lie: image, command, menu entry, icons and licences. */
final class LinuxTree {
    private final Plan plan;

    LinuxTree(Plan plan) {
        this.plan = plan;
    }

    /** Makes them below a folder that takes the place of the root. */
    void make(Path root) throws IOException {
        image(root.resolve("opt/alphaforge"));
        desktop(root.resolve("usr"));
    }

    private void image(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(plan.image())) {
            for (Path path : all.sorted().toList()) {
                Path copy = target.resolve(plan.image().relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
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
}
