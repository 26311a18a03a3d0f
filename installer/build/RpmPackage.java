import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes the package for Fedora, openSUSE and their kin, of the same files as Debian's. Libraries are asked for by what they are
 * called in every distribution, and rpm's own habits are left out: it would pack the jars anew, which the start-up cache does
 * not survive.
 */
final class RpmPackage {
    private final Plan plan;

    RpmPackage(Plan plan) {
        this.plan = plan;
    }

    void make() throws IOException, InterruptedException {
        Path work = Trees.empty(plan.work().resolve("rpm"));
        Path tree = Files.createDirectories(work.resolve("tree"));
        new LinuxTree(plan).make(tree);
        Trees.date(tree);
        String arch = plan.arch().equals("arm64") ? "aarch64" : "x86_64";
        String spec = Files.readString(plan.settings().resolve("linux").resolve("alphaforge.spec"))
                .replace("@VERSION@", plan.version())
                .replace("@TREE@", tree.toString());
        Path file = Files.writeString(work.resolve("alphaforge.spec"), spec);
        Tool.run(
                work,
                Map.of("SOURCE_DATE_EPOCH", Long.toString(Trees.TIME.getEpochSecond())),
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--target", arch,
                        "--define", "_topdir " + work.resolve("build"),
                        "--define", "_rpmdir " + plan.output(),
                        "--define", "_rpmfilename alphaforge-" + plan.version() + "." + arch + ".rpm",
                        "--define", "_buildhost localhost",
                        file.toString()));
    }
}
