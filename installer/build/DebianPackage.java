import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
        new LinuxTree(plan).make(tree);
        control(tree);
        Trees.date(tree);
        Path file = plan.output().resolve("alphaforge_" + plan.version() + "_" + plan.arch() + ".deb");
        Tool.run(
                plan.work(),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(Trees.TIME.getEpochSecond())),
                List.of("dpkg-deb", "--root-owner-group", "-b", tree.toString(), file.toString()));
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
