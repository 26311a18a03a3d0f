package io.alphaforge.store.timescale;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached.
 *
 * @param address of the primary
 * @param replicas to read from; null to read from the primary
 * @param password null to let the driver look into the pgpass file
 * @param timeout after which the server gives a statement up
 */
public record ServerOptions(
        ServerAddress address,
        @Nullable ServerAddress replicas,
        @Nullable String password,
        Duration timeout) {
    public static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Options with what the environment says of passwords and replicas. */
    public static ServerOptions of(String url, Map<String, String> environment) {
        String replicas = environment.get("ALPHAFORGE_DB_REPLICAS");
        String password = environment.getOrDefault("ALPHAFORGE_DB_PASSWORD", environment.get("PGPASSWORD"));
        return new ServerOptions(
                ServerAddress.parse(url),
                replicas == null || replicas.isBlank() ? null : ServerAddress.parse(replicas),
                password,
                TIMEOUT);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServerOptions[" + address.label() + "]";
    }
}
