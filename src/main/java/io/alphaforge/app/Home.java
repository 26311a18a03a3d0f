package io.alphaforge.app;

import io.alphaforge.cli.NamedPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the folder of data, logs and settings. */
final class Home {
    private Home() {}

    /**
     * The folder named by {@code --home} among the arguments, else the one of the platform.
     *
     * @throws IllegalArgumentException with a sentence when the name is none
     */
    static Path of(List<String> arguments, Map<String, String> environment, String os, Path userHome) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--home=")) {
                return named(argument.substring("--home=".length()));
            }
            if (argument.equals("--home") && i + 1 < arguments.size()) {
                return named(arguments.get(i + 1));
            }
        }
        return ofPlatform(environment, os, userHome);
    }

    /** {@code ALPHAFORGE_HOME} where it is set, else the platform's folder for application data. */
    static Path ofPlatform(Map<String, String> environment, String os, Path userHome) {
        String named = environment.get("ALPHAFORGE_HOME");
        if (named != null && !named.isBlank()) {
            return NamedPath.of(named);
        }
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(
                            environment.get("LOCALAPPDATA"),
                            userHome.resolve("AppData").resolve("Local"))
                    .resolve("AlphaForge");
        }
        if (name.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("AlphaForge");
        }
        return folder(
                        environment.get("XDG_DATA_HOME"),
                        userHome.resolve(".local").resolve("share"))
                .resolve("alphaforge");
    }

    /** An empty name would be the folder that the command happens to be given in. */
    private static Path named(String home) {
        if (home.isBlank()) {
            throw new IllegalArgumentException("--home names no folder; give one, or leave it out.");
        }
        return NamedPath.of(home);
    }

    private static Path folder(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() || !NamedPath.of(named).isAbsolute() ? otherwise : NamedPath.of(named);
    }
}
