package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class RowEnvelopeTest {
    private static final ResultRow ROW = CachedRows.row("AUSDT", 14);
    private static final byte[] SEALED = RowEnvelope.seal(ROW);

    @Test
    void aRowComesBackToTheBit() {
        assertThat(RowEnvelope.open(SEALED)).contains(ROW);
    }

    @Test
    void itTakesLessThanItsFieldsTake() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Field<ResultRow> field : ResultFields.all()) {
                Object value = field.of(ROW);
                out.writeBoolean(value != null);
                switch (value) {
                    case null -> {}
                    case Long number -> out.writeLong(number);
                    case Double number -> out.writeDouble(number);
                    case Boolean flag -> out.writeBoolean(flag);
                    default -> out.writeUTF(value.toString());
                }
            }
        }
        assertThat(SEALED.length).isLessThan(bytes.size() * 4 / 5);
    }

    @Test
    void noByteCanBeChangedUnnoticed() {
        for (int i = 0; i < SEALED.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = SEALED.clone();
                damaged[i] ^= (byte) (1 << bit);
                assertThat(RowEnvelope.open(damaged)).as("byte " + i).isEmpty();
            }
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
        assertThat(RowEnvelope.open(sealed(new byte[] {1, 2, 3, 4, 5}))).isEmpty();
        byte[] packed = RowCodec.encode(ROW);
        // A row's bytes whose first text claims to be longer than everything.
        int text = 4 + (ResultFields.all().size() + 7) / 8;
        byte[] greedy = packed.clone();
        Arrays.fill(greedy, text, text + 4, (byte) 0xff);
        assertThat(RowEnvelope.open(sealed(greedy))).isEmpty();
        assertThat(RowEnvelope.open(sealed(Arrays.copyOf(packed, packed.length - 3))))
                .isEmpty();
    }

    /** What the envelope would make of bytes. */
    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(11 + bytes.length)
                .put(SEALED, 0, 3)
                .putInt(bytes.length)
                .putInt((int) crc.getValue())
                .put(bytes)
                .array();
    }
}
