import java.nio.file.Path;
import java.util.Locale;

/**
 * What is to be built, and where.
 *
 * @param root the project's folder
 * @param version as the packages bear it: numbers only
 * @param arch as Debian calls it, {@code amd64} or {@code arm64}
 * @param train whether the start-up cache is made
 */
record Plan(Path root, String version, Platform platform, String arch, boolean train) {
    enum Platform {
        LINUX("linux", ".so"),
        WINDOWS("windows", ".dll"),
        MACOS("macos", ".dylib");

        final String label;
        final String nativeSuffix;

        Platform(String label, String nativeSuffix) {
            this.label = label;
            this.nativeSuffix = nativeSuffix;
        }
    }

    static Plan of(Path root, String projectVersion, boolean train) {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Platform platform = os.startsWith("windows")
                ? Platform.WINDOWS
                : os.startsWith("mac") ? Platform.MACOS : Platform.LINUX;
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return new Plan(root, numbers(projectVersion, platform), platform, arch, train);
    }

    /** Packages bear numbers only; on macOS the first one cannot be 0, so that 0.3.1 is called 1.3.1 there. */
    private static String numbers(String projectVersion, Platform platform) {
        String version = projectVersion.replaceFirst("-.*", "");
        if (!version.matches("\\d+(\\.\\d+){1,2}")) {
            throw new IllegalArgumentException("The version " + projectVersion + " does not begin with numbers.");
        }
        return platform == Platform.MACOS && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /** Linux knows commands and packages by names in lower case, the others show the name to people. */
    String name() {
        return platform == Platform.LINUX ? "alphaforge" : "AlphaForge";
    }

    String fileName() {
        return "alphaforge-" + version + "-" + platform.label + "-" + arch;
    }

    /** What Maven has built. */
    Path built() {
        return root.resolve("target").resolve("app");
    }

    /** Where the files for users go. */
    Path output() {
        return root.resolve("target").resolve("installer");
    }

    Path work() {
        return output().resolve("work");
    }

    /** What becomes the folder of the application in the image. */
    Path input() {
        return work().resolve("input");
    }

    /** Libraries that go to those of the Java runtime. */
    Path natives() {
        return work().resolve("natives");
    }

    Path runtime() {
        return work().resolve("runtime");
    }

    /** The list of all components as Maven wrote it. */
    Path components() {
        return root.resolve("target").resolve("components").resolve("bom.xml");
    }

    Path settings() {
        return root.resolve("installer");
    }

    /** The image of the application: a folder that runs where it lies. */
    Path image() {
        return output().resolve("image").resolve(name() + (platform == Platform.MACOS ? ".app" : ""));
    }

    /** The folder of jars in the image. */
    Path app() {
        return switch (platform) {
            case LINUX -> image().resolve("lib").resolve("app");
            case WINDOWS -> image().resolve("app");
            case MACOS -> image().resolve("Contents").resolve("app");
        };
    }
}
