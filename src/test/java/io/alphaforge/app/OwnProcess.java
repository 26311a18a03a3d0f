package io.alphaforge.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The application as a process of its own. */
final class OwnProcess {
    private OwnProcess() {}

    /** One that is to run these arguments. */
    static ProcessBuilder of(String... arguments) {
        return of(List.of(), Arrays.asList(arguments));
    }

    /** One that opens a window where there is nothing to show it on. */
    static ProcessBuilder headless(List<String> arguments) {
        return of(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"), arguments);
    }

    private static ProcessBuilder of(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
