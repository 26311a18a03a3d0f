package io.alphaforge.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A server under a name of the user's own. Never holds a password.
 *
 * @param timeout seconds after which the server gives up a statement that only reads; 0 for no limit
 * @param redis URL of the Redis beside it; empty to leave that to the call and the environment
 */
public record ConnectionProfile(String name, Server server, Tls tls, int timeout, String redis) {
    public static final int TIMEOUT = 120;
    /** Servers count in milliseconds. */
    public static final int LONGEST_TIMEOUT = Integer.MAX_VALUE / 1000;

    public static final int LONGEST_NAME = 60;

    /**
     * Where the database is.
     *
     * @param hosts one or more, separated by commas, each with its own port where that is another one
     * @param port of hosts that name none
     * @param user empty for the name of the operating system's user
     * @param replicas hosts to read from, like {@code hosts}; empty to read from those
     * @param pooled whether PgBouncer or the like stands in between
     */
    public record Server(String hosts, int port, String database, String user, String replicas, boolean pooled) {
        public static final int PORT = 5432;
        private static final String HOST = "([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+\\])(:\\d{1,5})?";

        public Server {
            hosts = list(hosts);
            replicas = list(replicas);
            database = database.strip();
            user = user.strip();
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("A connection needs the host of its server.");
            }
            if (database.isEmpty()) {
                throw new IllegalArgumentException("A connection needs the name of the database.");
            }
            requirePort(port);
        }

        private static void requirePort(int port) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("A port is a number from 1 to 65535.");
            }
        }

        private static String list(String hosts) {
            String plain = Arrays.stream(hosts.split("[,\\s]+"))
                    .filter(host -> !host.isEmpty())
                    .collect(Collectors.joining(","));
            for (String host : plain.isEmpty() ? new String[0] : plain.split(",")) {
                if (!host.matches(HOST)) {
                    // What was typed is not repeated: it might be a whole address with a password.
                    throw new IllegalArgumentException(
                            "A host is a name or a number, with :port behind it where that is"
                                    + " another one; several are separated by commas.");
                }
                int colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
                requirePort(colon < 0 ? PORT : Integer.parseInt(host.substring(colon + 1)));
            }
            return plain;
        }

        private String at(String list) {
            // The usual port is left out, so that the same server has one address.
            return port == PORT
                    ? list
                    : Arrays.stream(list.split(","))
                            .map(host -> host.matches(".*:\\d+") && !host.endsWith("]") ? host : host + ":" + port)
                            .collect(Collectors.joining(","));
        }
    }

    /**
     * How it is protected.
     *
     * @param rootCertificate file with the authorities that are trusted; empty for those that PostgreSQL's own tools
     *     trust ({@code ~/.postgresql/root.crt}), else those of Java
     */
    public record Tls(TlsMode mode, String rootCertificate) {
        public Tls {
            rootCertificate = rootCertificate.strip();
        }
    }

    public ConnectionProfile {
        name = name.strip();
        redis = redis.strip();
        if (name.isEmpty() || name.startsWith("-") || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A profile needs a name of at most " + LONGEST_NAME
                    + " characters that does not begin with a hyphen.");
        }
        if (timeout < 0 || timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "The statement timeout is a number of seconds up to " + LONGEST_TIMEOUT + ", 0 for no limit.");
        }
        int at = redis.lastIndexOf('@');
        if (at > 0 && redis.substring(0, at).replaceFirst("^[a-z]+://", "").contains(":")) {
            throw new IllegalArgumentException("The URL of Redis must not contain a password, which would be kept in a"
                    + " file; put it into the environment variable ALPHAFORGE_REDIS_PASSWORD.");
        }
    }

    /** The address as {@code --db} takes it. */
    public String address() {
        return address(server.hosts()) + (server.pooled() ? "&pgbouncer=true" : "");
    }

    /** The address to read from, where there are replicas: one that is up, a secondary before the primary. */
    public Optional<String> replicaAddress() {
        return server.replicas().isEmpty()
                ? Optional.empty()
                : Optional.of(address(server.replicas()) + "&targetServerType=preferSecondary&loadBalanceHosts=true"
                        + (server.pooled() ? "&pgbouncer=true" : ""));
    }

    private String address(String hosts) {
        StringBuilder text = new StringBuilder("jdbc:postgresql://")
                .append(server.at(hosts))
                .append('/')
                .append(encoded(server.database()))
                .append("?sslmode=")
                .append(tls.mode().sslmode());
        if (!server.user().isEmpty()) {
            text.append("&user=").append(encoded(server.user()));
        }
        if (tls.mode().checks() && !tls.rootCertificate().isEmpty()) {
            text.append("&sslrootcert=").append(encoded(tls.rootCertificate()));
        }
        return text.toString();
    }

    /** For people: {@code user@host/database}, the port where it is not the usual one. */
    public String label() {
        String port = server.port() == Server.PORT ? "" : ":" + server.port();
        return (server.user().isEmpty() ? "" : server.user() + "@")
                + server.hosts()
                + (server.hosts().contains(",") || server.hosts().matches(".*:\\d+") ? "" : port)
                + "/"
                + server.database();
    }

    /** The same under another name. */
    public ConnectionProfile named(String other) {
        return new ConnectionProfile(other, server, tls, timeout, redis);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
