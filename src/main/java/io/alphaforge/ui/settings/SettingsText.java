package io.alphaforge.ui.settings;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.files.JsonValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file of settings says.
 *
 * @param values texts and lists of texts that may be used
 * @param kept values that may not be used, to be written again as they are
 * @param wrong a sentence for each of these
 * @param unknown names that this version does not know, with values that are kept like all others
 */
record SettingsText(
        Map<String, List<String>> values,
        Map<String, @Nullable Object> kept,
        List<String> wrong,
        List<String> unknown) {
    private static final JsonFactory JSON = new JsonFactory();

    static SettingsText empty() {
        return new SettingsText(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    }

    /** @throws IOException when the file cannot be read, or is no JSON object */
    static SettingsText read(Path file) throws IOException {
        SettingsText text = new SettingsText(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        try (JsonParser json = JSON.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it does not begin with {");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                text.entry(json, file);
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("it does not end with }");
            }
        }
        return text;
    }

    private void entry(JsonParser json, Path file) throws IOException {
        String name = json.currentName();
        int line = json.currentTokenLocation().getLineNr();
        json.nextToken();
        Object value = JsonValues.read(json);
        if (value instanceof List<?> list && list.isEmpty()) {
            return;
        }
        List<String> texts = texts(value);
        Optional<String> expected =
                texts.isEmpty() ? Optional.of("a text or a list of texts") : SettingsRules.expected(name, texts);
        if (expected.isPresent()) {
            values.remove(name);
            kept.put(name, value);
            wrong.add("In " + file.getFileName() + ", line " + line + ", '" + name + "' must be " + expected.get()
                    + ", not " + shortened(value) + "; the default is used, and the line stays until you choose"
                    + " something else.");
        } else {
            kept.remove(name);
            values.put(name, texts);
            if (!SettingsRules.isKnown(name)) {
                unknown.add(name);
            }
        }
    }

    private static String shortened(@Nullable Object value) {
        String text = value instanceof String ? "'" + value + "'" : String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The value as texts; empty when it is none. */
    private static List<String> texts(@Nullable Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    /** Writes values, and those that are kept. */
    static void write(OutputStream out, Map<String, List<String>> values, Map<String, @Nullable Object> kept)
            throws IOException {
        Map<String, @Nullable Object> all = new TreeMap<>(kept);
        values.forEach((name, texts) -> all.put(name, texts.size() == 1 ? texts.getFirst() : texts));
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            JsonValues.write(json, all);
        }
    }
}
