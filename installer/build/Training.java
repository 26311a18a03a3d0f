import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the start-up cache: the Java runtime watches the packaged application while a robot does with its window what
 * users do in their first minutes, and keeps which classes that took and how hot their methods were. What was hot is
 * compiled at each start as soon as its class is there: that is what a window needs until its dashboard is there, by the
 * first compiler alone, as the second takes more time than its code saves a start. Later on nothing is compiled, and what
 * computes is never: at run time it goes the usual way.
 */
final class Training {
    static final String CACHE = "alphaforge.aot";

    private final Plan plan;

    Training(Plan plan) {
        this.plan = plan;
    }

    void make() throws IOException, InterruptedException {
        Path cache = plan.app().resolve(CACHE);
        Path home = Trees.empty(plan.work().resolve("training"));
        List<String> application = application(
                "-XX:AOTCacheOutput=" + cache,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:CompilerDirectivesFile=" + plan.settings().resolve("start-methods.json"));
        application.addAll(List.of("--home", home.toString()));
        List<String> driver = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                plan.settings().resolve("build").resolve("Driver.java").toString(),
                home.toString(),
                plan.settings().resolve("later-methods.json").toString()));
        Optional<TeamServer> server = TeamServer.start(plan.work(), application("-XX:AOTMode=off"));
        try {
            driver.add(server.map(TeamServer::address).orElse(""));
            driver.addAll(application);
            if (plan.platform() == Plan.Platform.LINUX && Tool.exists("Xvfb")) {
                onVirtualDisplay(driver);
            } else {
                Tool.run(plan.work(), Map.of(), driver);
            }
        } finally {
            if (server.isPresent()) {
                server.get().close();
            }
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The Java runtime left no start-up cache.");
        }
        Trees.date(plan.image());
        System.out.printf("  %.1f MB in %s%n", Files.size(cache) / 1e6, cache);
    }

    private List<String> application(String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(plan.image().resolve(runtime()).resolve("bin").resolve("java").toString()));
        command.addAll(List.of(options));
        command.addAll(Image.options(plan));
        command.addAll(List.of(
                "-cp",
                String.join(
                        java.io.File.pathSeparator,
                        Image.classPath(plan).stream()
                                .map(jar -> plan.app().resolve(jar).toString())
                                .toList()),
                Image.MAIN_CLASS));
        return command;
    }

    private Path runtime() {
        return switch (plan.platform()) {
            case LINUX -> Path.of("lib", "runtime");
            case WINDOWS -> Path.of("runtime");
            case MACOS -> Path.of("Contents", "runtime", "Contents", "Home");
        };
    }

    /** Nobody at this computer shall see, or disturb, what the robot does. */
    private void onVirtualDisplay(List<String> command) throws IOException, InterruptedException {
        Process display = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            StringBuilder number = new StringBuilder();
            for (int c = display.getInputStream().read(); Character.isDigit(c); c = display.getInputStream().read()) {
                number.append((char) c);
            }
            Tool.run(plan.work(), Map.of("DISPLAY", ":" + number), command);
        } finally {
            display.destroy();
            display.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
