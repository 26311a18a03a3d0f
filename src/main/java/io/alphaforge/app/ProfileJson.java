package io.alphaforge.app;

import com.fasterxml.jackson.core.JsonGenerator;
import io.alphaforge.files.JsonValues;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.TlsMode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One profile as an object of a JSON file. */
final class ProfileJson {
    static final Set<String> FIELDS = Set.of(
            "name",
            "hosts",
            "port",
            "database",
            "user",
            "tls",
            "root_certificate",
            "timeout_s",
            "replicas",
            "pgbouncer",
            "redis");

    private ProfileJson() {}

    static void write(JsonGenerator json, ConnectionProfile profile, Map<String, @Nullable Object> more)
            throws IOException {
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
        for (Map.Entry<String, @Nullable Object> field : more.entrySet()) {
            json.writeFieldName(field.getKey());
            JsonValues.write(json, field.getValue());
        }
        json.writeEndObject();
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    static ConnectionProfile profile(Map<String, String> values) {
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
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number, not '" + text + "'", e);
        }
    }
}
