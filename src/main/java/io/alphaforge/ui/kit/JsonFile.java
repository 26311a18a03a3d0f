package io.alphaforge.ui.kit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.alphaforge.catalog.Field;
import io.alphaforge.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows as one JSON array of objects in UTF-8: undefined figures are null, times ISO 8601 in UTC. */
final class JsonFile {
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonFile() {}

    /** Whether a file of this name is to hold JSON. */
    static boolean isMeant(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException when it cannot be written; nothing is left behind then
     */
    static <R> void write(Path file, List<Field<R>> fields, List<R> rows) throws IOException {
        WholeFile.write(file, out -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.useDefaultPrettyPrinter();
                json.writeStartArray();
                for (R row : rows) {
                    json.writeStartObject();
                    for (Field<R> field : fields) {
                        json.writeFieldName(field.name());
                        write(json, field.kind(), field.of(row));
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            out.write('\n');
        });
    }

    private static void write(JsonGenerator json, Field.Kind kind, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (kind == Field.Kind.TIME) {
            json.writeString(Instant.ofEpochMilli((Long) value).toString());
        } else if (value instanceof Double real) {
            json.writeNumber(real);
        } else if (value instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
