package io.alphaforge.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Objects of texts and numbers as lines of JSON. A number that is not defined is left out. */
final class FlatJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FlatJson() {}

    static String write(Map<String, ?> members) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> member : members.entrySet()) {
                Object value = member.getValue();
                if (value instanceof Double real) {
                    if (Double.isFinite(real)) {
                        json.writeNumberField(member.getKey(), Math.rint(real * 1000) / 1000);
                    }
                } else if (value instanceof Number whole) {
                    json.writeNumberField(member.getKey(), whole.longValue());
                } else {
                    json.writeStringField(member.getKey(), String.valueOf(value));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The members of an object.
     *
     * @throws IOException when the line is no whole object
     */
    static Members read(String line) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw new IOException("an object in an object");
                }
                texts.put(name, json.getText());
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("no end");
            }
        }
        return new Members(texts);
    }

    /** What was read, by name. */
    record Members(Map<String, String> texts) {
        boolean has(String name) {
            return texts.containsKey(name);
        }

        String text(String name) {
            return texts.getOrDefault(name, "");
        }

        /** NaN where there is none. */
        double real(String name) {
            try {
                return Double.parseDouble(texts.getOrDefault(name, "NaN"));
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        /** 0 where there is none. */
        long whole(String name) {
            double value = real(name);
            return Double.isFinite(value) ? (long) value : 0;
        }
    }
}
