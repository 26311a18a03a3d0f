package io.alphaforge.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of a text, beside what {@link Redaction} does, everything that tells of people and places: names of users and of
 * hosts, symbols of series, and whatever is known to be a secret. A host is called the same, {@code host-1}, wherever it appears. What looks
 * like any of these goes too.
 */
public final class StrictRedaction {
    private static final Logger LOG = LoggerFactory.getLogger(StrictRedaction.class);
    private static final String HIDDEN = "***";
    private static final int SHORTEST_SECRET = 3;
    private static final Set<String> NOBODY = Set.of("root", "user", "admin", "postgres", "default");
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0");

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(pass|pwd|secret|token|credential|api_?key|private|auth).*");
    private static final Pattern LOGIN_OF_URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)[^\\s/\"']*@");
    private static final Pattern LOGIN = Pattern.compile("[\\w.%+-]+(:[^\\s/@\"']+)?@(?=[\\w\\[])");
    private static final Pattern HOST_OF_LOGIN = Pattern.compile("[\\w%+*-]@([A-Za-z0-9][\\w.-]*\\w)");
    private static final Pattern SETTING = Pattern.compile(
            "(?i)\\b([\\w.]*(?:passw(?:or)?d|passphrase|pwd|secret|token|user(?:name)?|login|auth))(\\s*[=:]\\s*)"
                    + "(\"[^\"]*\"|'[^']*'|[^\\s&;,\"']+)");
    private static final Pattern NAMED_USER = Pattern.compile(
            "(?i)\\b(user|role|login)(\\s+)(\"[^\"]+\"|'[^']+'|[\\w.@+-]+(?=;| may (?:not|read|write)\\b| in from ))");
    private static final Pattern SYMBOL_OF_SERIES =
            Pattern.compile("(?<![\\w.-])[\\p{Lu}\\p{N}]{2,40}(?:\\.[\\p{Lu}\\p{N}]{1,10})?(?= \\d{1,2}[mhdwM]\\b)");
    private static final Pattern HOSTS_OF_URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^\\s/?#\"'<>]+)");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?<![\\w./$-])([A-Za-z][\\w-]*(?:\\.[\\w-]+)*|\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{3,5}\\b");
    private static final Pattern NAMED_HOST = Pattern.compile(
            "(?i)(?:\\bhost(?:name)?(?:\\s+|=)|\\bserver\\s+(?=[\\w-]+[./])|connection to |UnknownHostException:\\s*)[\"']?([A-Za-z0-9][\\w.-]*\\w)");
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.])");

    private static final Pattern ADDRESS_V6 = Pattern.compile("(?<![\\w:.])((?:[0-9A-Fa-f]{1,4}:){3,7}[0-9A-Fa-f]{1,4}"
            + "|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}|(?:[0-9A-Fa-f]{1,4}:){1,7}:)(?![\\w:])");

    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    /** The user's own folder in all the ways in which it may be written, longer ones first. */
    private final List<String> homes;

    private final Redaction secrets;

    /**
     * A redaction of texts of this computer.
     *
     * @param environment variables: values of those named like a secret, and what addresses among them name
     * @param home folder of the user
     * @param user name of the user
     */
    public StrictRedaction(Map<String, String> environment, String home, String user) {
        homes = ways(home);
        secrets = new Redaction(Path.of(home));
        environment.forEach((name, value) -> {
            if (SECRET_NAME.matcher(name).matches()) {
                hide(value);
            }
            if (value.contains("://")) {
                secretsOf(value);
                collect(HOSTS_OF_URL, LOGIN_OF_URL.matcher(value).replaceAll("$1"), hosts);
            }
        });
        if (!NOBODY.contains(user)) {
            hide(user);
        }
    }

    private static List<String> ways(String home) {
        if (home.length() < 2) {
            return List.of();
        }
        Set<String> ways = new LinkedHashSet<>(List.of(home));
        try {
            // Where it is a link, or is below one, files are known by the path behind it.
            ways.add(Path.of(home).toRealPath().toString());
        } catch (IOException e) {
            LOG.debug("There is no folder {}.", home, e);
        }
        for (String way : List.copyOf(ways)) {
            ways.add(way.replace('\\', '/'));
            ways.add(way.replace("\\", "\\\\"));
        }
        return ways.stream().sorted((a, b) -> b.length() - a.length()).toList();
    }

    /** A redaction with what Java knows of this computer. */
    public static StrictRedaction ofThisComputer() {
        return new StrictRedaction(
                System.getenv(), System.getProperty("user.home", ""), System.getProperty("user.name", ""));
    }

    /** Takes these names out too: users, hosts, whatever is known of profiles. */
    public StrictRedaction hiding(Collection<String> names) {
        names.stream()
                .flatMap(name -> Stream.of(name.split("[,\\s]+", -1)))
                .map(name -> name.replaceFirst(":\\d+$", ""))
                .filter(name -> !THIS_COMPUTER.contains(name) && !NOBODY.contains(name))
                .forEach(this::hide);
        return this;
    }

    private void hide(String secret) {
        if (secret.strip().length() >= SHORTEST_SECRET) {
            known.add(secret.strip());
        }
    }

    /** User and password of an address. */
    private void secretsOf(String address) {
        Matcher login = Pattern.compile("://([^\\s/]*)@").matcher(address);
        while (login.find()) {
            for (String part : login.group(1).split(":", -1)) {
                if (!NOBODY.contains(part)) {
                    hide(part);
                }
            }
        }
    }

    /** The text without them. */
    public String of(String text) {
        // Before the name of the user, which is a part of it.
        String clean = text;
        for (String home : homes) {
            clean = clean.replace(home, "~");
        }
        // Longer ones first: one may be a part of another.
        for (String secret :
                known.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
            clean = clean.replaceAll("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])", HIDDEN);
        }
        clean = LOGIN_OF_URL.matcher(clean).replaceAll("$1");
        clean = secrets.of(clean);
        Set<String> found = new LinkedHashSet<>(hosts);
        collect(HOST_OF_LOGIN, clean, found);
        clean = LOGIN.matcher(clean).replaceAll("");
        clean = SETTING.matcher(clean).replaceAll("$1$2" + Matcher.quoteReplacement(HIDDEN));
        clean = NAMED_USER.matcher(clean).replaceAll("$1$2" + Matcher.quoteReplacement(HIDDEN));
        clean = SYMBOL_OF_SERIES.matcher(clean).replaceAll(Matcher.quoteReplacement(HIDDEN));
        return without(found, clean);
    }

    private static String without(Set<String> first, String text) {
        Set<String> found = new LinkedHashSet<>(first);
        for (Pattern pattern : List.of(HOSTS_OF_URL, HOST_AND_PORT, NAMED_HOST, ADDRESS, ADDRESS_V6)) {
            collect(pattern, text, found);
        }
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach(host -> names.put(host, "host-" + (names.size() + 1)));
        String clean = text;
        for (String host : names.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            clean = clean.replaceAll(
                    "(?<![A-Za-z0-9.-])" + Pattern.quote(host) + "(?![A-Za-z0-9-])",
                    Matcher.quoteReplacement(names.getOrDefault(host, HIDDEN)));
        }
        return clean;
    }

    private static void collect(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (String part : matcher.group(1).split(",", -1)) {
                String host = part.replaceFirst("(?<=[^:]):\\d+$", "");
                boolean isSource = host.endsWith(".java") || host.startsWith("io.alphaforge");
                if (host.length() >= SHORTEST_SECRET
                        && !isSource
                        && !host.equals(HIDDEN)
                        && !THIS_COMPUTER.contains(host)) {
                    found.add(host);
                }
            }
        }
    }
}
