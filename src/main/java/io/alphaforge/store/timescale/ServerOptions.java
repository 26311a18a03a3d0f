package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached.
 *
 * @param address of the primary
 * @param replicas to read from; null to read from the primary
 * @param password null to let the driver look into the pgpass file
 * @param source where the password comes from
 * @param timeout after which the server gives up a statement that only reads
 */
public record ServerOptions(
        ServerAddress address,
        @Nullable ServerAddress replicas,
        @Nullable String password,
        PasswordSource source,
        Duration timeout) {
    public static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** What a server can count in milliseconds, some 24 days. */
    static final int LONGEST_S = Integer.MAX_VALUE / 1000;

    /** Options with what the environment says of passwords and replicas. */
    public static ServerOptions of(String url, Map<String, String> environment) {
        String replicas = environment.get("ALPHAFORGE_DB_REPLICAS");
        PasswordSource source = PasswordSource.of(environment);
        return new ServerOptions(
                ServerAddress.parse(url),
                replicas == null || replicas.isBlank() ? null : ServerAddress.parse(replicas),
                source.variable() == null ? null : environment.get(source.variable()),
                source,
                timeout(environment.getOrDefault("ALPHAFORGE_DB_TIMEOUT_S", "")));
    }

    /** The same with a password of this source. */
    public ServerOptions with(String secret, PasswordSource from) {
        return new ServerOptions(address, replicas, secret, from, timeout);
    }

    /**
     * The same read from these replicas, and with another timeout.
     *
     * @param url of the replicas; null to read from the primary
     */
    public ServerOptions with(@Nullable String url, Duration limit) {
        return new ServerOptions(address, url == null ? null : ServerAddress.parse(url), password, source, limit);
    }

    private static Duration timeout(String text) {
        if (text.isBlank()) {
            return TIMEOUT;
        }
        try {
            int seconds = Integer.parseInt(text.strip());
            if (seconds <= LONGEST_S) {
                return Duration.ofSeconds(Math.max(0, seconds));
            }
        } catch (NumberFormatException e) {
            throw new StoreException(wrong(text), e);
        }
        throw new StoreException(wrong(text));
    }

    private static String wrong(String timeout) {
        return "ALPHAFORGE_DB_TIMEOUT_S must be a whole number of seconds up to " + LONGEST_S
                + ", 0 for no limit, not '" + timeout + "'.";
    }

    /** Who reaches which server and how, without the password; for comparing, and for people. */
    public String identity() {
        return address.identity()
                + (replicas == null ? "" : ", reading from " + replicas.identity())
                + ", " + (timeout.isZero() ? "no time limit" : "time limit " + timeout.toSeconds() + " s");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServerOptions[" + address.label() + "]";
    }
}
