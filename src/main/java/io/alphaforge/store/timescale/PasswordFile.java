package io.alphaforge.store.timescale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postgresql.jdbcurlresolver.PgPassParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with passwords of PostgreSQL's own tools, {@code ~/.pgpass} unless the environment names another, which the
 * driver reads where it is given no password.
 *
 * @param holds whether a line of it is for this user, database and server
 * @param open whether others may read it, for which PostgreSQL's own tools ignore it and the driver does not
 */
record PasswordFile(Path file, boolean holds, boolean open) {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Looks as the driver would, which asks for all hosts of an address at once. */
    static PasswordFile of(ServerAddress address) {
        StringBuilder hosts = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        for (ServerAddress host : address.each()) {
            String place = host.hosts();
            boolean bare = !place.matches("(?s).*:\\d+") || place.endsWith("]");
            int colon = bare ? place.length() : place.lastIndexOf(':');
            hosts.append(hosts.isEmpty() ? "" : ",").append(place, 0, colon);
            ports.append(ports.isEmpty() ? "" : ",").append(bare ? "5432" : place.substring(colon + 1));
        }
        String user = address.user().isEmpty() ? System.getProperty("user.name", "") : address.user();
        Path file = place(System.getenv());
        boolean holds = PgPassParser.getPassword(hosts.toString(), ports.toString(), address.database(), user) != null;
        return new PasswordFile(file, holds, open(file));
    }

    private static Path place(Map<String, String> environment) {
        String named = Objects.requireNonNullElse(
                System.getProperty("org.postgresql.pgpassfile"), environment.getOrDefault("PGPASSFILE", ""));
        if (!named.isBlank()) {
            return Path.of(named.strip());
        }
        String windows = environment.get("APPDATA");
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win") && windows != null
                ? Path.of(windows, "postgresql", "pgpass.conf")
                : Path.of(System.getProperty("user.home", ""), ".pgpass");
    }

    private static boolean open(Path file) {
        try {
            return Files.exists(file)
                    && Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("Who may read {} is not known.", file, e);
            return false;
        }
    }
}
