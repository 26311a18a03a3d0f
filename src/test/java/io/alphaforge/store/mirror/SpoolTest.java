package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_461, 5_462, 44_000})
    void barsComeBackToTheBitAndLeaveNoFile(int count) throws IOException {
        Bars bars = count == 0 ? Bars.empty(Interval.H1) : Made.walk(Interval.H1, count, 4);
        Spool spool = new Spool(folder);
        Spool.Kept first = spool.keep(bars);
        Spool.Kept second = spool.keep(Made.walk(Interval.D1, 3, 5));
        assertThat(spool.take(first)).isEqualTo(bars);
        assertThat(spool.take(second)).isEqualTo(Made.walk(Interval.D1, 3, 5));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAnEarlierProcessLeftIsDeletedAndNothingElse() throws IOException {
        new Spool(folder).keep(Made.walk(Interval.H1, 10, 4));
        Files.writeString(folder.resolve("note.txt"), "kept");
        new Spool(folder).sweep();
        assertThat(folder.resolve("note.txt")).exists();
        assertThat(folder.resolve("0.bars")).doesNotExist();
    }
}
