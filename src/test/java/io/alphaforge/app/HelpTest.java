package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command explains itself, as the sentence about a wrong use of it promises. */
class HelpTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "import",
                "quality",
                "dashboard",
                "backtest",
                "show",
                "sync",
                "cache",
                "cache warm",
                "db",
                "db maintain",
                "db queries",
                "profiles",
                "doctor"
            })
    void everyCommandExplainsItself(String command) {
        Console.Result help = new Console(home).run((command + " --help").split(" "));
        assertThat(help.status()).as(help.err()).isZero();
        assertThat(help.out())
                .startsWith("Usage: alphaforge " + command)
                .contains("--home=DIR")
                .doesNotContain("Without a command it opens the window");
        assertThat(help.err()).isEmpty();
    }
}
