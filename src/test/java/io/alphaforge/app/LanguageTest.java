package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The command line on a computer that writes 1.234,5. */
@Isolated
class LanguageTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @BeforeEach
    void german() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void numbersAreWrittenTheSameInEveryLanguage() throws IOException {
        Console console = new Console(folder.resolve("af"));
        Path file = Files.writeString(folder.resolve("AUSDT.csv"), csv(Samples.walk(Interval.D1, 1_200, 5)));
        Console.Result imported = console.run("import", file.toString());
        assertThat(imported.out()).contains("1,200 bars").contains("1,200 added");
        assertThat(imported.err()).contains("1,200 bars, 1,200 added");
        Console.Result run = console.run("backtest", "--strategy", "buy-and-hold", "--format", "table");
        assertThat(run.out()).contains("1,200").containsPattern("[+-]\\d+\\.\\d\\d");
        assertThat(run.err()).containsPattern("average [+-][\\d,]+\\.\\d\\d %");
        assertThat(run.out() + run.err()).doesNotContainPattern("\\d,\\d\\d\\b(?!\\d)|\\d\\.\\d{3},");
        assertThat(console.run("cache", "clear").out()).isEqualTo("1 results forgotten\n");
    }

    private static String csv(Bars bars) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int b = 0; b < bars.size(); b++) {
            text.append(bars.time(b) + "," + bars.open().get(b) + ","
                    + bars.high().get(b) + "," + bars.low().get(b) + ","
                    + bars.close().get(b) + "," + bars.volume().get(b) + "\n");
        }
        return text.toString();
    }
}
