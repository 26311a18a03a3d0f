import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Runs the tools of the JDK and those of the platform; one that fails ends the build with what it said. */
final class Tool {
    private Tool() {}

    /** A tool of the JDK this runs on: jmod, jlink, jpackage. */
    static void jdk(String name, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int status = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."))
                .run(writer, writer, arguments.toArray(new String[0]));
        if (status != 0) {
            throw new IllegalStateException(name + " failed: " + said);
        }
    }

    /** A program; what it prints is kept and only shown when it fails. */
    static void run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        if (status != 0) {
            List<String> lines = said.lines().toList();
            List<String> end = lines.subList(Math.max(0, lines.size() - 20), lines.size());
            throw new IllegalStateException(
                    command.getFirst() + " ended with " + status + ":\n" + String.join("\n", end));
        }
    }

    /** Whether the platform has a program of this name. */
    static boolean exists(String name) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (!folder.isEmpty() && Path.of(folder, name).toFile().canExecute()) {
                return true;
            }
        }
        return false;
    }
}
