import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the image of the application: a folder with runtime, jars and launcher that runs where it lies. */
final class Image {
    static final String MAIN_JAR = "alphaforge.jar";
    static final String MAIN_CLASS = "io.alphaforge.app.Main";

    private final Plan plan;

    Image(Plan plan) {
        this.plan = plan;
    }

    /** The options of the Java runtime. */
    static List<String> options(Plan plan) throws IOException {
        return Files.readAllLines(plan.settings().resolve("jvm.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    void make() throws IOException {
        Path parent = Trees.empty(plan.image().getParent());
        Trees.date(plan.input());
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", plan.name(),
                "--app-version", plan.version(),
                "--vendor", "AlphaForge",
                "--description", "Backtests trading strategies over hundreds of cryptocurrencies at once",
                "--icon", new Icons(plan).icon().toString(),
                "--input", plan.input().toString(),
                "--main-jar", MAIN_JAR,
                "--main-class", MAIN_CLASS,
                "--runtime-image", plan.runtime().toString(),
                "--dest", parent.toString()));
        for (String option : options(plan)) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + Training.CACHE));
        if (plan.platform() == Plan.Platform.WINDOWS) {
            // A program is of the console or of the desktop there, so there are two.
            arguments.addAll(List.of(
                    "--add-launcher",
                    "alphaforge-cli=" + plan.settings().resolve("windows").resolve("console.properties")));
        }
        Tool.jdk("jpackage", arguments);
        if (plan.platform() == Plan.Platform.LINUX) {
            ownLauncher();
        }
        Trees.date(plan.image());
    }

    /**
     * Puts a script in the place of jpackage's launcher, which asks rpm and dpkg at each start where it is; that takes
     * longer than the start of the Java runtime.
     */
    private void ownLauncher() throws IOException {
        String text = Files.readString(plan.settings().resolve("linux").resolve("alphaforge.sh"))
                .replace("@OPTIONS@", String.join(" ", options(plan)))
                .replace(
                        "@CLASSPATH@",
                        classPath(plan).stream().map(jar -> "$app/" + jar).collect(Collectors.joining(":")));
        Path launcher = plan.image().resolve("bin").resolve("alphaforge");
        Files.delete(launcher);
        Files.writeString(launcher, text);
        launcher.toFile().setExecutable(true, false);
        Files.delete(plan.image().resolve("lib").resolve("libapplauncher.so"));
        Files.delete(plan.app().resolve("alphaforge.cfg"));
    }

    /** The application first, then its libraries; the start-up cache fits no other order. */
    static List<String> classPath(Plan plan) throws IOException {
        List<String> jars = new ArrayList<>(Trees.files(plan.app()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.equals(MAIN_JAR))
                .toList());
        jars.addFirst(MAIN_JAR);
        return jars;
    }
}
