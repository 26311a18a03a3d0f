package io.alphaforge.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.alphaforge.catalog.Field;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes JSON Lines: one object a line, flushed as it is written. Undefined numbers are null, times ISO 8601 in UTC. */
final class JsonLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    /** Writes one object; {@code content} fills it. */
    void line(Consumer<Line> content) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            content.accept(new Line(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
        out.flush();
    }

    /** The members of one object. */
    static final class Line {
        private final JsonGenerator json;

        private Line(JsonGenerator json) {
            this.json = json;
        }

        Line put(String name, @Nullable Object value) {
            try {
                json.writeFieldName(name);
                write(value);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        <R> Line fields(List<Field<R>> fields, R row) {
            for (Field<R> field : fields) {
                Object value = field.of(row);
                put(field.name(), field.kind() == Field.Kind.TIME && value != null ? Formats.iso((Long) value) : value);
            }
            return this;
        }

        private void write(@Nullable Object value) throws IOException {
            if (value instanceof Double real) {
                if (Double.isFinite(real)) {
                    json.writeNumber(real);
                } else {
                    json.writeNull();
                }
            } else if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (value instanceof Map<?, ?> members) {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    write(member.getValue());
                }
                json.writeEndObject();
            } else if (value instanceof List<?> items) {
                json.writeStartArray();
                for (Object item : items) {
                    write(item);
                }
                json.writeEndArray();
            } else if (value == null) {
                json.writeNull();
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
