import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * Measures from outside how long the packaged application takes from the start of its process until the rows of the
 * dashboard are on the screen: beside an empty window and a table alone, each with a start-up cache of its own, and beside
 * itself without the cache. To be run on a display of its own after {@code mvn -Pinstaller package}; arguments: the
 * project's folder, rounds.
 */
final class StartTiming {
    /** Where rows of the dashboard are and nothing else, and nothing blinks; the display has 1400 x 900 pixels. */
    private static final Rectangle ROWS = new Rectangle(160, 300, 256, 260);
    /** Where header, tiles and filter are. */
    private static final Rectangle AROUND = new Rectangle(60, 60, 1280, 220);
    /** Looking at all of that takes time from what is measured. */
    private static final int SELDOM = 5;

    private static final long QUIET_MS = 2_500;

    private final Robot robot = new Robot();
    private final Path image;
    private final Path work;
    private final Path home;
    private final Path key;
    private final List<String> options;

    private StartTiming(Path root) throws Exception {
        image = root.resolve("target/installer/image/alphaforge");
        work = Files.createDirectories(root.resolve("target/installer/timing"));
        home = work.resolve("home");
        key = Files.write(work.resolve("key"), new byte[0]);
        options = Files.readAllLines(root.resolve("installer/jvm.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** One start: times in milliseconds until something and until everything was there, memory in megabytes. */
    private record Start(double first, double wall, double whole, double processor, double resident) {}

    public static void main(String[] arguments) throws Exception {
        StartTiming timing = new StartTiming(Path.of(arguments[0]).toAbsolutePath());
        int rounds = Integer.parseInt(arguments[1]);
        timing.robot.mouseMove(5, 5);
        timing.coins();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("empty window, own cache", timing.floor("EmptyWindow", Path.of(arguments[0])));
        commands.put("a table alone, own cache", timing.floor("TableWindow", Path.of(arguments[0])));
        String launcher = timing.image.resolve("bin/alphaforge").toString();
        commands.put("application, cache", List.of(launcher));
        commands.put("application, no cache", List.of(launcher));
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                boolean cached = !command.getKey().endsWith("no cache");
                Start start = timing.start(command.getValue(), cached);
                // The first one warms the disk.
                if (round > 0) {
                    starts.computeIfAbsent(command.getKey(), key -> new ArrayList<>()).add(start);
                }
            }
        }
        starts.forEach(StartTiming::print);
        System.exit(0);
    }

    private void coins() throws Exception {
        if (!Files.exists(home)) {
            run(List.of(
                    image.resolve("bin/alphaforge").toString(),
                    "--home", home.toString(), "--quiet", "demo", "--symbols", "263"));
        }
    }

    /** Trains a window of one class and tells the command that opens it. */
    private List<String> floor(String name, Path root) throws Exception {
        String java = image.resolve("lib/runtime/bin/java").toString();
        String jar = work.resolve(name + ".jar").toString();
        String cache = work.resolve(name + ".aot").toString();
        tool("javac", "--module-path", root.resolve("target/app/javafx").toString(), "--add-modules",
                "javafx.controls", "-d", work.resolve(name).toString(),
                root.resolve("installer/measure/" + name + ".java").toString());
        tool("jar", "--create", "--file", jar, "-C", work.resolve(name).toString(), ".");
        List<String> training = new ArrayList<>(List.of(java, "-XX:AOTCacheOutput=" + cache));
        training.addAll(options);
        training.addAll(List.of("-cp", jar, name, "train"));
        run(training);
        List<String> command = new ArrayList<>(List.of(java, "-XX:AOTCache=" + cache));
        command.addAll(options);
        command.addAll(List.of("-cp", jar, name));
        return command;
    }

    private static void tool(String name, String... arguments) {
        if (ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(name);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(command.getFirst());
        }
    }

    private Start start(List<String> command, boolean cached) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // As a desktop starts it: without arguments, with the key to the display.
        builder.environment().put("ALPHAFORGE_HOME", home.toString());
        builder.environment().putIfAbsent("XAUTHORITY", key.toString());
        if (!cached) {
            builder.environment().put("ALPHAFORGE_JVM_OPTIONS", "-XX:AOTMode=off");
        }
        int[] last = picture(ROWS);
        int[] lastAround = picture(AROUND);
        long begin = System.nanoTime();
        Process process = builder.start();
        long first = 0;
        long changed = 0;
        long whole = 0;
        double processor = 0;
        int looked = 0;
        while (changed == 0 || System.nanoTime() - changed < QUIET_MS * 1_000_000) {
            TimeUnit.MILLISECONDS.sleep(10);
            int[] now = picture(ROWS);
            if (!Arrays.equals(now, last)) {
                changed = System.nanoTime();
                first = first == 0 ? changed : first;
                processor = processor(process);
                last = now;
            }
            if (++looked % SELDOM == 0) {
                int[] around = picture(AROUND);
                if (!Arrays.equals(around, lastAround)) {
                    whole = System.nanoTime();
                    lastAround = around;
                }
            }
        }
        double resident = resident(process);
        process.destroy();
        process.waitFor();
        TimeUnit.MILLISECONDS.sleep(500);
        return new Start((first - begin) / 1e6, (changed - begin) / 1e6, (whole - begin) / 1e6, processor, resident);
    }

    private int[] picture(Rectangle part) {
        BufferedImage image = robot.createScreenCapture(part);
        return image.getRGB(0, 0, part.width, part.height, null, 0, part.width);
    }

    /** Processor time that a process has used so far, in milliseconds. */
    private static double processor(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
    }

    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void print(String what, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "%-26s window %5.0f ms, rows %5.0f ms (least %5.0f), whole %5.0f ms, processor %5.0f ms, resident %4.0f MB%n",
                what,
                median(starts.stream().map(Start::first).toList()),
                median(starts.stream().map(Start::wall).toList()),
                starts.stream().mapToDouble(Start::wall).min().orElse(Double.NaN),
                median(starts.stream().map(Start::whole).toList()),
                median(starts.stream().map(Start::processor).toList()),
                median(starts.stream().map(Start::resident).toList()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
