package io.alphaforge.cache;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: a hash of the field list, then for every field of {@link ResultFields} a flag whether it has a value,
 * and the value. Bytes written with another field list are answered as absent, never misread.
 */
final class RowCodec {
    private static final List<Field<ResultRow>> FIELDS = ResultFields.all();
    private static final int SHAPE =
            FIELDS.stream().map(f -> f.name() + ":" + f.kind()).toList().hashCode();

    private static final Map<String, Integer> POSITIONS = IntStream.range(0, FIELDS.size())
            .boxed()
            .collect(Collectors.toMap(i -> FIELDS.get(i).name(), i -> i));

    private RowCodec() {}

    static byte[] encode(ResultRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            for (Field<ResultRow> field : FIELDS) {
                Object value = field.of(row);
                out.writeBoolean(value != null);
                if (value != null) {
                    write(out, field.kind(), value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads straight from the bytes: a run out of a cache is mostly this. */
    static Optional<ResultRow> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != SHAPE) {
            return Optional.empty();
        }
        @Nullable Object[] values = new @Nullable Object[FIELDS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.get() == 0 ? null : read(in, FIELDS.get(i).kind());
        }
        return Optional.of(ResultFields.row(name -> values[POSITIONS.getOrDefault(name, -1)]));
    }

    private static void write(DataOutputStream out, Field.Kind kind, Object value) throws IOException {
        switch (kind) {
            case TEXT -> out.writeUTF((String) value);
            case INTEGER, TIME -> out.writeLong((Long) value);
            case REAL -> out.writeDouble((Double) value);
            case FLAG -> out.writeBoolean((Boolean) value);
        }
    }

    private static Object read(ByteBuffer in, Field.Kind kind) {
        return switch (kind) {
            case TEXT -> text(in);
            case INTEGER, TIME -> in.getLong();
            case REAL -> in.getDouble();
            case FLAG -> in.get() != 0;
        };
    }

    private static String text(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        byte[] text = new byte[length];
        in.get(text);
        for (byte letter : text) {
            if (letter < 0) {
                return unusual(text);
            }
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** A text with more than plain letters, which is written in Java's own way. */
    private static String unusual(byte[] text) {
        byte[] whole = ByteBuffer.allocate(Short.BYTES + text.length)
                .putShort((short) text.length)
                .put(text)
                .array();
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(whole))) {
            return data.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
