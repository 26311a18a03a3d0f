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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: a hash of the field list, then for every field of {@link ResultFields} a flag whether it has a value,
 * and the value. Bytes written with another field list are answered as absent, never misread.
 */
final class RowCodec {
    private static final List<Field<ResultRow>> FIELDS = ResultFields.all();
    private static final int SHAPE =
            FIELDS.stream().map(f -> f.name() + ":" + f.kind()).toList().hashCode();

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

    static Optional<ResultRow> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != SHAPE) {
                return Optional.empty();
            }
            Map<String, Object> values = new HashMap<>();
            for (Field<ResultRow> field : FIELDS) {
                if (in.readBoolean()) {
                    values.put(field.name(), read(in, field.kind()));
                }
            }
            return Optional.of(ResultFields.row(name -> value(values, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(Map<String, Object> values, String name) {
        return values.get(name);
    }

    private static void write(DataOutputStream out, Field.Kind kind, Object value) throws IOException {
        switch (kind) {
            case TEXT -> out.writeUTF((String) value);
            case INTEGER, TIME -> out.writeLong((Long) value);
            case REAL -> out.writeDouble((Double) value);
            case FLAG -> out.writeBoolean((Boolean) value);
        }
    }

    private static Object read(DataInputStream in, Field.Kind kind) throws IOException {
        return switch (kind) {
            case TEXT -> in.readUTF();
            case INTEGER, TIME -> in.readLong();
            case REAL -> in.readDouble();
            case FLAG -> in.readBoolean();
        };
    }
}
