package io.alphaforge.ui.settings;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.ui.kit.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences in a JSON file of texts and lists of texts. What is put is written in the background, whole or not at all.
 * A file that cannot be read is never overwritten: it is set aside under another name, and {@link #problem} says so.
 */
public final class SettingsFile implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Executor serial;
    private final String problem;
    private final Map<String, List<String>> values;
    private final AtomicReference<@Nullable Map<String, List<String>>> unsaved = new AtomicReference<>();

    private SettingsFile(Path file, Executor serial, Map<String, List<String>> values, String problem) {
        this.file = file;
        this.serial = serial;
        this.values = values;
        this.problem = problem;
    }

    /**
     * Reads the file; takes a few milliseconds, so never on the JavaFX thread.
     *
     * @param serial writes the file, one task at a time
     */
    public static SettingsFile load(Path file, Executor serial) {
        if (!Files.exists(file)) {
            return new SettingsFile(file, serial, new TreeMap<>(), "");
        }
        try {
            return new SettingsFile(file, serial, read(file), "");
        } catch (IOException e) {
            LOG.warn("The settings cannot be read from {}.", file, e);
            return new SettingsFile(file, serial, new TreeMap<>(), setAside(file, e));
        }
    }

    /** What is wrong with the file that was found, in one sentence; empty when nothing is. */
    public String problem() {
        return problem;
    }

    @Override
    public Optional<String> get(String name) {
        return list(name).stream().findFirst();
    }

    @Override
    public void put(String name, String value) {
        putList(name, value.isEmpty() ? List.of() : List.of(value));
    }

    @Override
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public void putList(String name, List<String> wanted) {
        List<String> copy = List.copyOf(wanted);
        if (copy.equals(list(name))) {
            return;
        }
        if (copy.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, copy);
        }
        // Changes that come faster than the disk are written together.
        if (unsaved.getAndSet(new TreeMap<>(values)) == null) {
            serial.execute(this::save);
        }
    }

    private void save() {
        Map<String, List<String>> now = unsaved.getAndSet(null);
        if (now == null) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(part, now);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The settings cannot be written to {}.", file, e);
        }
    }

    private static void write(Path target, Map<String, List<String>> values) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(target.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (Map.Entry<String, List<String>> entry : values.entrySet()) {
                List<String> texts = entry.getValue();
                if (texts.size() == 1) {
                    json.writeStringField(entry.getKey(), texts.getFirst());
                } else {
                    json.writeArrayFieldStart(entry.getKey());
                    for (String text : texts) {
                        json.writeString(text);
                    }
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        }
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        Map<String, List<String>> values = new TreeMap<>();
        try (JsonParser json = JSON.createParser(file.toFile())) {
            require(json.nextToken() == JsonToken.START_OBJECT, "it does not begin with {");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                List<String> texts = new ArrayList<>();
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        texts.add(json.getText());
                    }
                    require(json.currentToken() == JsonToken.END_ARRAY, "'" + name + "' is no list of texts");
                } else {
                    require(token == JsonToken.VALUE_STRING, "'" + name + "' is no text");
                    texts.add(json.getText());
                }
                values.put(name, List.copyOf(texts));
            }
            require(json.currentToken() == JsonToken.END_OBJECT, "it does not end with }");
        }
        return values;
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    private static String setAside(Path file, IOException cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "The settings in " + file + " cannot be read (" + reason + "); they are kept as "
                    + aside.getFileName() + " and the defaults are used.";
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside.", file, e);
            return "The settings in " + file + " cannot be read (" + reason + "); the defaults are used.";
        }
    }
}
