package io.alphaforge.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Redis to use, and how.
 *
 * @param user of the server's access list; null is its default user
 * @param password never part of {@link #toString}
 * @param tls whether the connection is encrypted; certificate and host name are then checked
 * @param certificates file with the certificates (PEM) that are trusted instead of those that Java trusts
 * @param ttl how long a row is kept, at most {@link #LONGEST}
 * @param timeout how long connecting and background work wait for an answer; a run waits far less
 */
public record RedisOptions(
        Address address,
        @Nullable String user,
        @Nullable String password,
        boolean tls,
        @Nullable Path certificates,
        Duration ttl,
        Duration timeout) {
    /** Environment variable with the password. */
    public static final String PASSWORD = "ALPHAFORGE_REDIS_PASSWORD";
    /** Environment variable with the name of a file of trusted certificates. */
    public static final String CERTIFICATES = "ALPHAFORGE_REDIS_CA";
    /** Indexes are kept a little longer than this, so it has to be bounded. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final String FORM = "redis://[user@]host[:port][/db][?ttl=24h&timeout=2s], rediss:// for TLS";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final int PORT = 6379;

    /** A database of a server. */
    public record Address(String host, int port, int database) {}

    public RedisOptions {
        if (ttl.isZero() || ttl.isNegative() || ttl.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The ttl of Redis has to be between 1ms and 7d.");
        }
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("The timeout of Redis has to be between 1ms and 1m.");
        }
    }

    /**
     * Reads a URL; what must not stand in it comes from the environment.
     *
     * @throws IllegalArgumentException with a sentence for the user that repeats nothing of the URL which could be secret
     */
    public static RedisOptions parse(String url, Map<String, String> environment) {
        String text = url.strip();
        boolean tls = text.startsWith("rediss://");
        if (!tls && !text.startsWith("redis://")) {
            throw new IllegalArgumentException("A Redis is named by a URL: " + FORM + ".");
        }
        String rest = text.substring(text.indexOf("://") + 3);
        // The last @, not the first: a password may contain one.
        int at = rest.lastIndexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("The URL of Redis contains a password, which would be seen in lists of"
                    + " processes and in files; put it into the environment variable " + PASSWORD + " instead.");
        }
        String[] target = rest.substring(at + 1).split("\\?", 2);
        String[] place = target[0].split("/", 2);
        Matcher host = HOST.matcher(place[0]);
        if (!host.matches() || user.contains("/")) {
            throw new IllegalArgumentException("The URL of Redis is not understood; write " + FORM + ".");
        }
        Map<String, Duration> spans = spans(target.length == 1 ? "" : target[1]);
        String certificates = environment.getOrDefault(CERTIFICATES, "");
        String password = environment.getOrDefault(PASSWORD, "");
        return new RedisOptions(
                new Address(
                        host.group(1).replaceAll("[\\[\\]]", ""),
                        host.group(2) == null ? PORT : number(host.group(2), 1, 65_535, "port"),
                        place.length == 1 || place[1].isEmpty() ? 0 : number(place[1], 0, 65_535, "database")),
                user.isEmpty() ? null : user,
                password.isEmpty() ? null : password,
                tls,
                certificates.isBlank() ? null : Path.of(certificates),
                spans.getOrDefault("ttl", Duration.ofDays(1)),
                spans.getOrDefault("timeout", Duration.ofSeconds(2)));
    }

    /** The server as it is told to people. */
    public String where() {
        String host = address.host();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.port();
    }

    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + (user == null ? "" : user + "@") + where() + "/" + address.database();
    }

    private static Map<String, Duration> spans(String query) {
        Map<String, Duration> spans = new java.util.HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String name = pair.split("=", 2)[0];
            if (!name.equals("ttl") && !name.equals("timeout")) {
                throw new IllegalArgumentException("The URL of Redis may set ttl and timeout, nothing else.");
            }
            Matcher span = SPAN.matcher(pair.substring(name.length()).replaceFirst("^=", ""));
            if (!span.matches()) {
                throw new IllegalArgumentException(
                        "The " + name + " of Redis is not understood; write a number and ms, s, m, h or d.");
            }
            long amount = Long.parseLong(span.group(1));
            spans.put(
                    name,
                    switch (span.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        return spans;
    }

    private static int number(String text, int least, int most, String what) {
        int value = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The " + what + " of Redis has to be a number from " + least + " to " + most + ".");
        }
        return value;
    }
}
