import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes out of the image what users download: the package of the platform, and on Linux an archive for those without rights. */
final class Packages {
    private static final String UPGRADE_ID = "6f0a7c1e-3c0e-4b55-9d1f-2c8a5e7d4b10";

    private final Plan plan;

    Packages(Plan plan) {
        this.plan = plan;
    }

    void make() throws IOException, InterruptedException {
        switch (plan.platform()) {
            case LINUX -> {
                archive();
                if (Tool.exists("dpkg-deb")) {
                    new DebianPackage(plan).make();
                }
                if (Tool.exists("rpmbuild")) {
                    new RpmPackage(plan).make();
                }
            }
            case WINDOWS -> jpackage("msi", windows());
            case MACOS -> jpackage("dmg", macos());
        }
    }

    private void jpackage(String type, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(),
                "--type", type,
                "--name", plan.name(),
                "--app-version", plan.version(),
                "--vendor", "AlphaForge",
                "--app-image", plan.image().toString(),
                "--dest", plan.output().toString()));
        command.addAll(more);
        Tool.run(plan.work(), Map.of(), command);
    }

    /** Windows replaces what has the same upgrade id. */
    private List<String> windows() {
        return List.of(
                "--win-menu",
                "--win-shortcut-prompt",
                "--win-per-user-install",
                "--win-upgrade-uuid", UPGRADE_ID,
                "--license-file", plan.root().resolve("LICENSE").toString(),
                "--file-associations", plan.settings().resolve("csv.properties").toString());
    }

    private List<String> macos() {
        return List.of(
                "--mac-package-identifier", "io.alphaforge",
                "--mac-app-category", "public.app-category.finance",
                "--license-file", plan.root().resolve("LICENSE").toString(),
                "--file-associations", plan.settings().resolve("csv.properties").toString());
    }

    private void archive() throws IOException, InterruptedException {
        Tool.run(
                plan.image().getParent(),
                Map.of(),
                List.of(
                        "tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-czf",
                        plan.output().resolve(plan.fileName() + ".tar.gz").toString(),
                        plan.image().getFileName().toString()));
    }
}
