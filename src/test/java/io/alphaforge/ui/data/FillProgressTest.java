package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.ImportProgress;
import org.junit.jupiter.api.Test;

class FillProgressTest {
    @Test
    void anImportSaysHowMuchHowFastAndHowLongStill() {
        FillProgress now = FillProgress.of(new ImportProgress(12, 251, 3_400_000, 17_000_000, 15_203), 2000);
        assertThat(now.fraction()).isEqualTo(0.2);
        assertThat(now.text())
                .isEqualTo("12 / 251 files  ·  15,203 bars  ·  3.4 MB of 17.0 MB  ·  1.7 MB/s  ·  8.0 s left");
    }

    @Test
    void theBeginningHasNoRate() {
        assertThat(FillProgress.of(new ImportProgress(0, 1, 0, 0, 0), 5).text())
                .isEqualTo("0 / 1 file  ·  0 bars  ·  0 B of 0 B");
        assertThat(FillProgress.of(1, 260, 1500, 3).text()).isEqualTo("1 / 260 coins  ·  1,500 bars");
    }

    @Test
    void theEndHasNoTimeLeft() {
        FillProgress now = FillProgress.of(260, 260, 390_000, 4000);
        assertThat(now.fraction()).isEqualTo(1);
        assertThat(now.text()).isEqualTo("260 / 260 coins  ·  390,000 bars");
    }

    @Test
    void sizesHaveTheUnitThatFits() {
        assertThat(FillProgress.bytes(999)).isEqualTo("999 B");
        assertThat(FillProgress.bytes(12_500)).isEqualTo("12.5 kB");
        assertThat(FillProgress.bytes(3_400_000)).isEqualTo("3.4 MB");
        assertThat(FillProgress.bytes(2_000_000_000_000L)).isEqualTo("2.0 TB");
    }
}
