package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Path USER = Path.of("/home/ada").toAbsolutePath();

    @Test
    void anArgumentWinsOverEverything() {
        Map<String, String> environment = Map.of("ALPHAFORGE_HOME", "/other");
        assertThat(Home.of(List.of("doctor", "--home", "/data/af"), environment, "Linux", USER))
                .isEqualTo(Path.of("/data/af"));
        assertThat(Home.of(List.of("--home=/data/af", "demo"), environment, "Linux", USER))
                .isEqualTo(Path.of("/data/af"));
    }

    @Test
    void anEmptyArgumentNamesNoFolder() {
        for (List<String> arguments : List.of(List.of("--home="), List.of("--home", " "))) {
            assertThatThrownBy(() -> Home.of(arguments, Map.of(), "Linux", Path.of("/home/ada")))
                    .hasMessage("--home names no folder; give one, or leave it out.");
        }
    }

    @Test
    void theEnvironmentWinsOverThePlatform() {
        assertThat(Home.of(List.of("demo"), Map.of("ALPHAFORGE_HOME", "/other"), "Linux", USER))
                .isEqualTo(Path.of("/other"));
    }

    @Test
    void everyPlatformHasItsFolder() {
        assertThat(Home.ofPlatform(Map.of(), "Linux", USER)).isEqualTo(USER.resolve(".local/share/alphaforge"));
        assertThat(Home.ofPlatform(Map.of("XDG_DATA_HOME", USER.resolve("x").toString()), "Linux", USER))
                .isEqualTo(USER.resolve("x/alphaforge"));
        assertThat(Home.ofPlatform(Map.of("XDG_DATA_HOME", "relative"), "Linux", USER))
                .isEqualTo(USER.resolve(".local/share/alphaforge"));
        assertThat(Home.ofPlatform(Map.of(), "Mac OS X", USER))
                .isEqualTo(USER.resolve("Library/Application Support/AlphaForge"));
        assertThat(Home.ofPlatform(Map.of(), "Windows 11", USER)).isEqualTo(USER.resolve("AppData/Local/AlphaForge"));
    }
}
