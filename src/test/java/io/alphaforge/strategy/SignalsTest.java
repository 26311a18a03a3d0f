package io.alphaforge.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalsTest {

    @Test
    void nextSignalIsTheOneABitSetFinds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {1, 63, 64, 65, 200}) {
            BitSet enter = new BitSet();
            long[] words = new long[Signals.words(size)];
            for (int i = 0; i < size; i++) {
                if (random.nextInt(20) == 0) {
                    enter.set(i);
                    words[i >> 6] |= 1L << i;
                }
            }
            Signals signals = Signals.owning(size, 0, words, new long[words.length]);
            for (int from = 0; from <= size; from++) {
                int wanted = enter.nextSetBit(from);
                assertThat(signals.nextEnter(from)).isEqualTo(wanted < 0 ? size : wanted);
                assertThat(signals.nextLeave(from)).isEqualTo(size);
            }
        }
    }

    @Test
    void bitsBehindTheLastBarAreNoSignals() {
        Signals signals = Signals.owning(3, 0, new long[] {-1L << 3}, new long[] {0});
        assertThat(signals.nextEnter(0)).isEqualTo(3);
    }

    @Test
    void wordsMustFitTheNumberOfBars() {
        assertThatThrownBy(() -> Signals.owning(65, 0, new long[1], new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Signals for 65 bars want 2 words.");
    }
}
