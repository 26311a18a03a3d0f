package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class RowEnvelopeTest {
    private static final ResultRow ROW = CachedRows.row("AUSDT", 14);
    private static final byte[] SEALED = RowEnvelope.seal(ROW);

    @Test
    void aRowComesBackToTheBitAndIsSmallerThanItWas() {
        assertThat(RowEnvelope.open(SEALED)).contains(ROW);
        assertThat(SEALED.length).isLessThan(RowCodec.encode(ROW).length);
    }

    @Test
    void noByteCanBeChangedUnnoticed() {
        for (int i = 0; i < SEALED.length; i++) {
            byte[] damaged = SEALED.clone();
            damaged[i] ^= 0x10;
            int at = i;
            assertThat(RowEnvelope.open(damaged))
                    .as("byte " + i)
                    .satisfiesAnyOf(
                            row -> assertThat(row).isEmpty(),
                            // A bit of the compressed form that means nothing.
                            row -> assertThat(at > 10 ? row.orElseThrow() : null)
                                    .isEqualTo(ROW));
        }
    }

    @Test
    void noLengthButItsOwnIsARow() {
        for (int length = 0; length < SEALED.length; length++) {
            assertThat(RowEnvelope.open(Arrays.copyOf(SEALED, length)))
                    .as(length + " bytes")
                    .isEmpty();
        }
    }

    @Test
    void whatOthersWroteIsNoRow() {
        assertThat(RowEnvelope.open("a text of somebody else's".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        byte[] newer = SEALED.clone();
        newer[2]++;
        assertThat(RowEnvelope.open(newer)).as("a later version").isEmpty();
    }

    @Test
    void wellFormedBytesOfSomethingElseAreNoRow() {
        assertThat(RowEnvelope.open(sealed(new byte[] {1, 2, 3, 4, 5}, 5))).isEmpty();
        byte[] plain = RowCodec.encode(ROW);
        // A row's bytes whose first text claims to be longer than everything.
        plain[5] = (byte) 0xff;
        plain[6] = (byte) 0xff;
        assertThat(RowEnvelope.open(sealed(plain, plain.length))).isEmpty();
    }

    @Test
    void aValueThatWouldUnfoldToMoreThanItSaysIsNoRow() {
        assertThat(RowEnvelope.open(sealed(new byte[10_000_000], 100))).isEmpty();
        assertThat(RowEnvelope.open(sealed(new byte[10_000_000], 10_000_000))).isEmpty();
    }

    /** What the envelope would make of bytes, with a length of one's own. */
    private static byte[] sealed(byte[] plain, int length) {
        CRC32 crc = new CRC32();
        crc.update(plain, 0, length);
        byte[] packed = new byte[plain.length + 100];
        try (Deflater deflater = new Deflater(1, true)) {
            deflater.setInput(plain);
            deflater.finish();
            int size = deflater.deflate(packed);
            return ByteBuffer.allocate(11 + size)
                    .put(SEALED, 0, 3)
                    .putInt(length)
                    .putInt((int) crc.getValue())
                    .put(packed, 0, size)
                    .array();
        }
    }
}
