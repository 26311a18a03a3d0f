import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Builds what users install, out of what {@code mvn package} left in {@code target/app}: arguments are the project's
 * folder, its version and whether to train the start-up cache. Runs from source on the JDK whose runtime is packaged.
 */
final class Installer {
    private Installer() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan = Plan.of(Path.of(arguments[0]), arguments[1], Boolean.parseBoolean(arguments[2]));
        Files.createDirectories(plan.work());
        for (Path old : Trees.files(plan.output())) {
            if (old.getParent().equals(plan.output())) {
                Files.delete(old);
            }
        }
        step("jars and libraries of this platform", () -> new Jars(plan).assemble());
        step("stylesheets", () -> new Stylesheets(plan).parse());
        step("Java runtime", () -> new LinkedRuntime(plan).link());
        step("licences and bill of materials", () -> {
            Components components = Components.read(plan);
            new Licences(plan).collect(components);
            Path list = plan.output().resolve("alphaforge-" + plan.version() + ".cdx.xml");
            components.write(list);
            Files.copy(list, plan.input().resolve("components.cdx.xml"));
        });
        step("image", () -> new Image(plan).make());
        System.out.println("  " + Trees.megabytes(plan.image()) + " MB in " + plan.image());
        if (plan.train()) {
            step("start-up cache", () -> new Training(plan).make());
        }
        step("packages", () -> new Packages(plan).make());
        step("checksums", () -> checksums(plan));
        for (Path file : Trees.files(plan.output())) {
            if (file.getParent().equals(plan.output())) {
                System.out.printf("  %s, %.1f MB%n", file, Files.size(file) / 1e6);
            }
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void step(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        System.out.printf("installer: %s, %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void checksums(Plan plan) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : Trees.files(plan.output())) {
            if (!file.getParent().equals(plan.output())) {
                continue;
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            lines.add(HexFormat.of().formatHex(digest.digest()) + "  " + file.getFileName());
        }
        Files.write(plan.output().resolve("SHA256SUMS"), lines);
    }
}
