package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a server is and how it is spoken to, read from {@code jdbc:postgresql://host[:port][,host…]/database?parameters}.
 * Never holds a password.
 *
 * @param hosts one or more, each with its port where it is not 5432
 * @param user empty for the name of the operating system's user
 * @param parameters those of the driver that are allowed
 * @param pooled true when PgBouncer or the like stands in between and nothing may depend on a session
 */
public record ServerAddress(
        String hosts, String database, String user, Map<String, String> parameters, boolean pooled) {
    public static final String PREFIX = "jdbc:postgresql:";

    /** What may follow the question mark: nothing that loads classes, reads other files than keys, or holds a secret. */
    private static final Set<String> ALLOWED = new TreeSet<>(Set.of(
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channelBinding",
            "gssEncMode",
            "connectTimeout",
            "socketTimeout",
            "loginTimeout",
            "tcpKeepAlive",
            "targetServerType",
            "loadBalanceHosts",
            "hostRecheckSeconds",
            "options",
            "currentSchema",
            "ApplicationName"));

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9a-fA-F:.]+(?:%[\\w.-]+)?\\]|[^\\s\\[\\]:/?#@&=%]+)(?::(\\d{1,5}))?");

    public ServerAddress {
        parameters = Map.copyOf(parameters);
    }

    /** Whether a text names a server rather than a file. */
    public static boolean isServer(String text) {
        return text.startsWith("jdbc:") || text.startsWith("postgres:") || text.startsWith("postgresql:");
    }

    /**
     * Reads an address.
     *
     * @throws StoreException with one sentence when it is none, holds a password or a parameter that is not allowed
     */
    public static ServerAddress parse(String text) {
        if (!text.startsWith(PREFIX + "//")) {
            throw new StoreException("'" + withoutSecrets(text)
                    + "' is no address of a server: write jdbc:postgresql://host:5432/database?user=name.");
        }
        String rest = text.substring(PREFIX.length() + 2);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        String hosts = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : decode(place.substring(slash + 1));
        // A password may have a slash in it, so an @ anywhere before the question mark is looked for.
        if (place.contains("@")) {
            throw secret();
        }
        if (hosts.isBlank() || database.isBlank()) {
            throw new StoreException("'" + withoutSecrets(text)
                    + "' lacks a host or a database: write jdbc:postgresql://host:5432/database?user=name.");
        }
        requireHosts(hosts);
        return of(hosts, database, query);
    }

    /** What is none is not repeated: it may be a user with a password. */
    private static void requireHosts(String hosts) {
        for (String place : hosts.split(",", -1)) {
            Matcher host = HOST.matcher(place);
            int port = host.matches() && host.group(1) != null ? Integer.parseInt(host.group(1)) : 5432;
            if (!host.matches() || port < 1 || port > 65_535) {
                throw new StoreException("The address of the server names no host that can be reached: a host is a name"
                        + " or a number, with :port from 1 to 65535 behind it where that is not 5432, an IPv6 number in"
                        + " brackets; write jdbc:postgresql://host:5432/database?user=name.");
            }
        }
    }

    private static ServerAddress of(String hosts, String database, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String user = "";
        boolean pooled = false;
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            switch (name) {
                case "" -> {}
                case "user" -> user = value;
                case "pgbouncer" -> pooled = Boolean.parseBoolean(value) || value.equals("1");
                case "password", "sslpassword" -> throw secret();
                default -> {
                    if (name.contains("@")) {
                        throw secret();
                    }
                    if (!ALLOWED.contains(name)) {
                        throw new StoreException("The parameter '" + name
                                + "' is not allowed in the address of a server; allowed are user, pgbouncer, "
                                + String.join(", ", ALLOWED) + ".");
                    }
                    parameters.put(name, value);
                }
            }
        }
        String mode = parameters.getOrDefault("sslmode", "prefer");
        if (!SSL_MODES.contains(mode)) {
            throw new StoreException("'" + mode + "' is no sslmode; use verify-full, which checks the server's"
                    + " certificate and name, or one of disable, prefer, require, verify-ca.");
        }
        return new ServerAddress(hosts, database, user, parameters, pooled);
    }

    /** For the driver, which decodes the name of the database once more; without user and password. */
    String url() {
        return PREFIX + "//" + hosts + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** For people: {@code host/database}. */
    public String label() {
        return hosts + "/" + database;
    }

    /** What a password is kept for in the key store: it is given to this user of this database on these hosts only. */
    public String account() {
        return user + "@" + label();
    }

    /** The account and every other word on the way to it, in one order. */
    String identity() {
        StringBuilder text = new StringBuilder(user.isEmpty() ? System.getProperty("user.name", "") : user)
                .append('@')
                .append(label());
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        text.append(", ").append(name).append('=').append(value));
        return text + (pooled ? ", pgbouncer=true" : "");
    }

    /** Whether the connection is encrypted and the server's certificate and name are checked. */
    public boolean verified() {
        return "verify-full".equals(parameters.get("sslmode"));
    }

    /** Whether a certificate is checked against the authorities that Java trusts, since no file names others. */
    boolean trustsJava() {
        String mode = parameters.getOrDefault("sslmode", "");
        return (mode.equals("verify-full") || mode.equals("verify-ca"))
                && !parameters.containsKey("sslrootcert")
                && !Files.exists(Path.of(System.getProperty("user.home"), ".postgresql", "root.crt"));
    }

    /** The one host, where there is just one. */
    Optional<String> host() {
        return hosts.contains(",") ? Optional.empty() : Optional.of(hosts.replaceFirst(":\\d+$", ""));
    }

    /** Every host by itself, with the same words on the way to it. */
    List<ServerAddress> each() {
        return Stream.of(hosts.split(",", -1))
                .map(host -> new ServerAddress(host, database, user, parameters, pooled))
                .toList();
    }

    /** Whether the server is this machine. */
    boolean local() {
        return host().map(h -> h.toLowerCase(Locale.ROOT))
                .filter(h -> h.equals("localhost") || h.equals("127.0.0.1") || h.equals("[::1]"))
                .isPresent();
    }

    private static StoreException secret() {
        return new StoreException("The address of a server must not contain a password, which lists of processes and"
                + " files would show, nor a user before its host, who is named by ?user=name; put a password into the key store of this computer (a profile of the settings does), the environment"
                + " variable ALPHAFORGE_DB_PASSWORD or ~/.pgpass.");
    }

    /** Up to the last @, since a password may contain one, and a slash or a question mark as well. */
    private static String withoutSecrets(String text) {
        return text.replaceAll("(?s)^.*@", "…@").replaceAll("(?i)((?:ssl)?password)=[^&]*", "$1=…");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StoreException("The address of the server has a % that is no escape; write %25 for it.", e);
        }
    }
}
