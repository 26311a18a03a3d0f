package io.alphaforge.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Profiles in a JSON file, and for which accounts the key store holds a password; the passwords themselves never. */
final class ProfileFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PROFILES = "profiles";
    private static final String REMEMBERED = "remembered";

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

    /** @throws StoreException with one sentence when the file is there and cannot be read */
    Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), new TreeSet<>());
        }
        try (JsonParser json = JSON.createParser(file.toFile())) {
            List<ConnectionProfile> profiles = new ArrayList<>();
            TreeSet<String> remembered = new TreeSet<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean list = json.nextToken() == JsonToken.START_ARRAY;
                while (list && json.nextToken() != JsonToken.END_ARRAY) {
                    if (name.equals(PROFILES)) {
                        profiles.add(profile(json));
                    } else if (name.equals(REMEMBERED)) {
                        remembered.add(json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
            return new Content(List.copyOf(profiles), remembered);
        } catch (IOException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new StoreException(
                    "The connection profiles in " + file + " cannot be read (" + reason
                            + "); correct or remove the file.",
                    e);
        }
    }

    /** @throws StoreException with one sentence when it cannot be written; what was there before stays then */
    void write(Content content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (JsonGenerator json = JSON.createGenerator(part.toFile(), JsonEncoding.UTF8)) {
                json.useDefaultPrettyPrinter();
                json.writeStartObject();
                json.writeArrayFieldStart(PROFILES);
                for (ConnectionProfile profile : content.profiles()) {
                    write(json, profile);
                }
                json.writeEndArray();
                json.writeArrayFieldStart(REMEMBERED);
                for (String account : content.remembered()) {
                    json.writeString(account);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("The connection profiles cannot be written to " + file + ".", e);
        }
    }

    private static void write(JsonGenerator json, ConnectionProfile profile) throws IOException {
        ConnectionProfile.Server server = profile.server();
        json.writeStartObject();
        json.writeStringField("name", profile.name());
        json.writeStringField("hosts", server.hosts());
        json.writeNumberField("port", server.port());
        json.writeStringField("database", server.database());
        json.writeStringField("user", server.user());
        json.writeStringField("tls", profile.tls().mode().sslmode());
        json.writeStringField("root_certificate", profile.tls().rootCertificate());
        json.writeNumberField("timeout_s", profile.timeout());
        json.writeStringField("replicas", server.replicas());
        json.writeBooleanField("pgbouncer", server.pooled());
        json.writeStringField("redis", profile.redis());
        json.writeEndObject();
    }

    private static ConnectionProfile profile(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                values.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return new ConnectionProfile(
                values.getOrDefault("name", ""),
                new ConnectionProfile.Server(
                        values.getOrDefault("hosts", ""),
                        number(values, "port", ConnectionProfile.Server.PORT),
                        values.getOrDefault("database", ""),
                        values.getOrDefault("user", ""),
                        values.getOrDefault("replicas", ""),
                        Boolean.parseBoolean(values.get("pgbouncer"))),
                new ConnectionProfile.Tls(
                        TlsMode.of(values.getOrDefault("tls", TlsMode.VERIFY_FULL.sslmode())),
                        values.getOrDefault("root_certificate", "")),
                number(values, "timeout_s", ConnectionProfile.TIMEOUT),
                values.getOrDefault("redis", ""));
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        String text = values.get(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
