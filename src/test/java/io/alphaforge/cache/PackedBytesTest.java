package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBytesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, Long.MAX_VALUE, Long.MIN_VALUE, 1_711_756_800_000L})
    void wholeNumbersComeBack(long value) {
        PackedBytes out = new PackedBytes();
        out.putLong(value);
        assertThat(PackedBytes.getLong(ByteBuffer.wrap(out.toArray()))).isEqualTo(value);
    }

    @Test
    void anyWholeNumbersComeBackOneAfterTheOther() {
        Random random = new Random(1);
        long[] values = random.longs(5000).map(v -> v >> random.nextInt(64)).toArray();
        PackedBytes out = new PackedBytes();
        for (long value : values) {
            out.putLong(value);
        }
        ByteBuffer in = ByteBuffer.wrap(out.toArray());
        for (long value : values) {
            assertThat(PackedBytes.getLong(in)).isEqualTo(value);
        }
        assertThat(in.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "ab", "0f", "0F", "00", "BTCUSDT", "keine Trades: 0 €", "deadbeef", "deadbee", "💰"})
    void textsComeBack(String text) {
        PackedBytes out = new PackedBytes();
        out.putText(text);
        assertThat(PackedBytes.getText(ByteBuffer.wrap(out.toArray()))).isEqualTo(text);
    }

    @Test
    void smallNumbersTakeAByteAndDigitsHalfOfOne() {
        PackedBytes out = new PackedBytes();
        out.putLong(63);
        out.putText("0123456789abcdef");
        assertThat(out.toArray()).hasSize(1 + 1 + 8);
    }
}
