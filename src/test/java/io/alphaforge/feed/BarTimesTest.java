package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bars that are there twice, stand between the others or are not over yet. */
final class BarTimesTest {
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    private Path directory;

    private Importing importing = new Importing(Path.of(""));

    @BeforeEach
    void begin() {
        importing = new Importing(directory);
    }

    @AfterEach
    void end() {
        importing.close();
    }

    @Test
    void ofDuplicatesTheLastInTheFileWins() {
        var report = importing.imported(importing.file("A-USD.csv", HEADER + """
                        2024-01-03,10,11,9,10.5,5
                        2024-01-01,10,11,9,10.5,5
                        2024-01-02,10,11,9,10.5,5
                        2024-01-01,10,11,9,10.5,5
                        2024-01-02,20,21,19,20.5,5
                        """));
        assertThat(report.bars()).isEqualTo(3);
        assertThat(report.quality().duplicates()).isEqualTo(2);
        assertThat(report.overridden()).isEqualTo(1);
        assertThat(importing.bars().close().toArray()).containsExactly(10.5, 20.5, 10.5);
    }

    @Test
    void aBarBetweenTheOthersIsRejected() {
        var rows = new StringBuilder(HEADER);
        for (int hour = 0; hour < 200; hour++) {
            rows.append(1704067200 + hour * 3600).append(",10,11,9,10.5,5\n");
        }
        rows.append(1704067200 + 200 * 3600 + 1234).append(",10,11,9,10.5,5\n");
        var report = importing.imported(importing.file("A-USD.csv", rows.toString()));
        assertThat(report.bars()).isEqualTo(200);
        assertThat(report.rejections())
                .extracting(Rejection::reason)
                .containsExactly("the time 2024-01-09T08:20:34Z is between the file's 1h bars");
    }

    @Test
    void aSingleBarBetweenTheOthersOfAShortFileIsRejected() {
        var rows = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            rows.append("2024-02-%02d,10,11,9,10.5,5%n".formatted(day));
        }
        String usual = rows.toString();
        var report = importing.imported(importing.file("A-USD.csv", usual + "2024-02-14 05:00,10,11,9,10.5,5\n"));
        assertThat(report.bars()).isEqualTo(28);
        assertThat(report.rejections())
                .extracting(Rejection::reason)
                .containsExactly("the time 2024-02-14T05:00:00Z is between the file's 1d bars");
        // The day before it was an hour shorter, because clocks were changed.
        var changed = importing.imported(importing.file("B-USD.csv", usual + "2024-02-28 23:00,10,11,9,10.5,5\n"));
        assertThat(changed.bars()).isEqualTo(29);
    }

    @Test
    void barsThatAreNotCompleteYetAreLeftOutAndCounted() {
        var report = importing.imported(importing.file("A-USD.csv", HEADER + """
                        2026-05-30,10,11,9,10.5,5
                        2026-05-31,10,11,9,10.5,5
                        2026-06-01,10,11,9,10.5,5
                        2026-06-02,10,11,9,10.5,5
                        """));
        assertThat(Importing.time(report.lastOpen())).isEqualTo("2026-05-31T00:00:00Z");
        assertThat(report.incomplete()).isOne();
        assertThat(report.quality().rejected()).isOne();
        assertThat(report.rejections())
                .extracting(Rejection::reason)
                .containsExactly("the time 2026-06-02T00:00:00Z is in the future");
        var months = importing.imported(importing.file("B-USD.csv", HEADER + """
                        2026-03-01,10,11,9,10.5,5
                        2026-04-01,10,11,9,10.5,5
                        2026-05-01,10,11,9,10.5,5
                        2026-06-01,10,11,9,10.5,5
                        """));
        assertThat(Importing.time(months.lastOpen())).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(months.incomplete()).isOne();
        assertThat(importing.failure(importing.file("C-USD-1d.csv", HEADER + "2026-06-01,10,11,9,10.5,5\n")))
                .isEqualTo("holds no bar that is complete yet; import it later.");
    }
}
