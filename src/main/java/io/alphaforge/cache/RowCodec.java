package io.alphaforge.cache;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: a hash of the field list, a bit for every field of {@link ResultFields} whether it has a value, and the
 * values that there are, as {@link PackedBytes} holds them. Bytes written with another field list are answered as absent,
 * never misread.
 */
final class RowCodec {
    /** Of the way in which values are written. */
    private static final int FORMAT = 2;

    private static final List<Field<ResultRow>> FIELDS = ResultFields.all();
    private static final int BITMAP = (FIELDS.size() + 7) / 8;
    private static final int SHAPE = 31 * FORMAT
            + FIELDS.stream().map(f -> f.name() + ":" + f.kind()).toList().hashCode();

    private static final Map<String, Integer> POSITIONS = IntStream.range(0, FIELDS.size())
            .boxed()
            .collect(Collectors.toMap(i -> FIELDS.get(i).name(), i -> i));

    private RowCodec() {}

    static byte[] encode(ResultRow row) {
        PackedBytes out = new PackedBytes();
        out.putInt(SHAPE);
        int bitmap = out.skip(BITMAP);
        for (int i = 0; i < FIELDS.size(); i++) {
            Object value = FIELDS.get(i).of(row);
            if (value != null) {
                out.setBit(bitmap, i);
                write(out, FIELDS.get(i).kind(), value);
            }
        }
        return out.toArray();
    }

    /** Reads straight from the bytes: a run out of a cache is mostly this. */
    static Optional<ResultRow> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != SHAPE) {
            return Optional.empty();
        }
        int bitmap = in.position();
        in.position(bitmap + BITMAP);
        @Nullable Object[] values = new @Nullable Object[FIELDS.size()];
        for (int i = 0; i < values.length; i++) {
            boolean there = (bytes[bitmap + (i >> 3)] >> (i & 7) & 1) != 0;
            values[i] = there ? read(in, FIELDS.get(i).kind()) : null;
        }
        return Optional.of(ResultFields.row(name -> values[POSITIONS.getOrDefault(name, -1)]));
    }

    private static void write(PackedBytes out, Field.Kind kind, Object value) {
        switch (kind) {
            case TEXT -> out.putText((String) value);
            case INTEGER, TIME -> out.putLong((Long) value);
            case REAL -> out.putDouble((Double) value);
            case FLAG -> out.putLong((Boolean) value ? 1 : 0);
        }
    }

    private static Object read(ByteBuffer in, Field.Kind kind) {
        return switch (kind) {
            case TEXT -> PackedBytes.getText(in);
            case INTEGER, TIME -> PackedBytes.getLong(in);
            case REAL -> in.getDouble();
            case FLAG -> PackedBytes.getLong(in) != 0;
        };
    }
}
