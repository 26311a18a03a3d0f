package io.alphaforge.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.FileTurn;
import io.alphaforge.files.JsonValues;
import io.alphaforge.files.WholeFile;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Profiles in a JSON file, and for which accounts the key store holds a password; the passwords themselves never. */
final class ProfileFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PROFILES = "profiles";
    private static final String REMEMBERED = "remembered";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFile.class);

    private final Path file;

    ProfileFile(Path file) {
        this.file = file;
    }

    /**
     * What the file says.
     *
     * @param remembered accounts with a password in the key store
     */
    record Content(List<ConnectionProfile> profiles, TreeSet<String> remembered) {}

    /** What is in the file beside the content, to be written again with it. */
    private static final class Rest {
        /** Fields of profiles that this version does not know, by the profile's name. */
        private final Map<String, Map<String, @Nullable Object>> more = new HashMap<>();

        /** Profiles that cannot be used. */
        private final List<@Nullable Object> unusable = new ArrayList<>();

        private final List<String> wrong = new ArrayList<>();
        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();
    }

    /** @throws StoreException with one sentence when the file is there and cannot be read */
    Content read() {
        Rest rest = new Rest();
        Content content = read(rest);
        rest.wrong.forEach(LOG::warn);
        return content;
    }

    /** What there is to say of the file. */
    List<Finding> check() {
        try {
            Rest rest = new Rest();
            read(rest);
            return rest.wrong.stream()
                    .map(sentence -> new Finding("profiles", false, sentence))
                    .toList();
        } catch (StoreException e) {
            LOG.info("{} cannot be read.", file, e);
            return List.of(new Finding("profiles", false, String.valueOf(e.getMessage())));
        }
    }

    private Content read(Rest rest) {
        List<ConnectionProfile> profiles = new ArrayList<>();
        TreeSet<String> remembered = new TreeSet<>();
        if (!Files.exists(file)) {
            return new Content(List.of(), remembered);
        }
        try (JsonParser json = JSON.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it does not begin with {");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean list = json.nextToken() == JsonToken.START_ARRAY;
                if (list && name.equals(PROFILES)) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        int line = json.currentTokenLocation().getLineNr();
                        profile(JsonValues.read(json), line, rest).ifPresent(profiles::add);
                    }
                } else if (list && name.equals(REMEMBERED)) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        remembered.add(json.getText());
                    }
                } else {
                    rest.others.put(name, JsonValues.read(json));
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("it does not end with }");
            }
            return new Content(List.copyOf(profiles), remembered);
        } catch (IOException | IllegalArgumentException e) {
            String reason = e instanceof IOException io ? JsonValues.fault(io) : String.valueOf(e.getMessage());
            throw new StoreException(
                    "The connection profiles in " + file + " cannot be read (" + reason
                            + "); correct or remove the file, it is left as it is until then.",
                    e);
        }
    }

    private Optional<ConnectionProfile> profile(@Nullable Object value, int line, Rest rest) {
        try {
            if (!(value instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException("it must be an object");
            }
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            Map<String, String> known = new LinkedHashMap<>();
            fields.forEach((key, field) -> {
                String name = String.valueOf(key);
                if (!ProfileJson.FIELDS.contains(name)) {
                    more.put(name, field);
                } else if (field instanceof Map || field instanceof List) {
                    throw new IllegalArgumentException("'" + name + "' must be a text or a number");
                } else {
                    known.put(name, String.valueOf(field));
                }
            });
            ConnectionProfile profile = ProfileJson.profile(known);
            rest.more.put(profile.name(), more);
            return Optional.of(profile);
        } catch (IllegalArgumentException e) {
            LOG.debug("A profile cannot be used.", e);
            rest.unusable.add(value);
            String reason = String.valueOf(e.getMessage()).strip();
            rest.wrong.add("In " + file.getFileName() + ", line " + line + ", a profile cannot be used: "
                    + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
                    + "; it is left out, and stays in the file.");
            return Optional.empty();
        }
    }

    /** What was done to profiles that were seen, done to those that are there now. */
    static List<ConnectionProfile> merged(
            List<ConnectionProfile> now, List<ConnectionProfile> seen, List<ConnectionProfile> wanted) {
        Map<String, ConnectionProfile> there = new LinkedHashMap<>();
        now.forEach(profile -> there.put(profile.name(), profile));
        List<ConnectionProfile> merged = new ArrayList<>();
        for (ConnectionProfile profile : wanted) {
            ConnectionProfile current = seen.contains(profile) ? there.get(profile.name()) : profile;
            if (current != null) {
                merged.add(current);
            }
        }
        seen.forEach(profile -> there.remove(profile.name()));
        merged.addAll(there.values());
        return List.copyOf(merged);
    }

    /**
     * Changes what the file says, while no other process does.
     *
     * @return what it said before
     * @throws StoreException with one sentence when it cannot be written; what was there before stays then
     */
    Content change(UnaryOperator<Content> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileTurn turn = FileTurn.at(file)) {
                Content before = read();
                Content after = change.apply(before);
                turn.require();
                if (!after.equals(before)) {
                    write(after);
                }
                return before;
            }
        } catch (IOException e) {
            throw new StoreException("The connection profiles cannot be written to " + file + ".", e);
        }
    }

    private void write(Content content) throws IOException {
        Rest rest = new Rest();
        read(rest);
        WholeFile.write(file, out -> {
            try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.useDefaultPrettyPrinter();
                write(json, content, rest);
            }
        });
    }

    private static void write(JsonGenerator json, Content content, Rest rest) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart(PROFILES);
        for (ConnectionProfile profile : content.profiles()) {
            ProfileJson.write(json, profile, rest.more.getOrDefault(profile.name(), Map.of()));
        }
        for (Object unusable : rest.unusable) {
            JsonValues.write(json, unusable);
        }
        json.writeEndArray();
        json.writeArrayFieldStart(REMEMBERED);
        for (String account : content.remembered()) {
            json.writeString(account);
        }
        json.writeEndArray();
        for (Map.Entry<String, @Nullable Object> other : rest.others.entrySet()) {
            json.writeFieldName(other.getKey());
            JsonValues.write(json, other.getValue());
        }
        json.writeEndObject();
    }
}
