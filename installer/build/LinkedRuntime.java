import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Links a Java runtime that holds what the application needs and no more. JavaFX is linked in: as modules of the runtime
 * its classes can be kept in the start-up cache, and its libraries are loaded from where they lie.
 */
final class LinkedRuntime {
    /** What jdeps finds in the jars, and what is looked up by name only. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop", // JavaFX is built on parts of it
            "java.logging",
            "java.management",
            "java.naming", // the PostgreSQL driver asks it for LDAP URLs
            "java.security.jgss", // Kerberos of the PostgreSQL driver
            "java.sql",
            "java.xml",
            "javafx.controls",
            "jdk.security.auth", // the bus behind the key store asks who the user is
            "jdk.unsupported",
            "jdk.zipfs");

    private final Plan plan;

    LinkedRuntime(Plan plan) {
        this.plan = plan;
    }

    void link() throws IOException, InterruptedException {
        Path modules = Trees.empty(plan.work().resolve("modules"));
        for (Path jar : Trees.files(plan.built().resolve("javafx"))) {
            module(jar, modules);
        }
        Path runtime = plan.runtime();
        Trees.empty(runtime);
        Files.delete(runtime);
        List<String> arguments = new ArrayList<>(List.of(
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--dedup-legal-notices=error-if-not-same-content",
                "--compress",
                "zip-6",
                "--output",
                runtime.toString()));
        Tool.jdk("jlink", arguments);
        Path libraries = runtime.resolve(plan.platform() == Plan.Platform.WINDOWS ? "bin" : "lib");
        for (Path library : Trees.files(plan.natives())) {
            Files.copy(library, libraries.resolve(library.getFileName()));
        }
        Jars.strip(
                plan,
                Trees.files(runtime).stream()
                        .filter(file -> file.toString().endsWith(plan.platform().nativeSuffix))
                        .toList());
    }

    /** Makes a module out of a jar of JavaFX: classes on one side, libraries on the other. */
    private void module(Path jar, Path modules) throws IOException {
        String file = jar.getFileName().toString();
        Path classes = Trees.empty(plan.work().resolve("classes"));
        Path libraries = Trees.empty(plan.work().resolve("libraries"));
        boolean holdsModule = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                boolean library = entry.getName().endsWith(plan.platform().nativeSuffix);
                holdsModule |= entry.getName().equals("module-info.class");
                Path target = (library ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        // Maven knows each module by two jars, of which the one without a platform's name is empty.
        if (holdsModule) {
            String name = file.replaceFirst("^javafx-([a-z]+)-.*", "javafx.$1");
            Tool.jdk(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path",
                            classes.toString(),
                            "--libs",
                            libraries.toString(),
                            modules.resolve(name + ".jmod").toString()));
        }
    }
}
