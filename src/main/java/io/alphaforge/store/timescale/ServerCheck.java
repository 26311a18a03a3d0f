package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Finding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Looks at everything between this computer and a server, one step after the other, and says in plain words what is
 * there, what it means, and what to do where something is wrong. Changes nothing: the one row it writes is rolled back.
 */
public final class ServerCheck {
    /** Clocks that are further apart are worth a word. */
    private static final Duration DRIFT = Duration.ofSeconds(5);

    /** Less than this is what looking at two clocks takes. */
    private static final Duration SAME = Duration.ofMillis(100);

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int TRIPS = 5;

    private final ServerOptions options;
    private final ServerAddress address;
    private final List<Finding> findings = new ArrayList<>();

    private ServerCheck(ServerOptions options) {
        this.options = options;
        this.address = options.address();
    }

    /** Looks, which may take as long as the network lets it wait, some ten seconds. */
    public static List<Finding> run(ServerOptions options) {
        ServerCheck check = new ServerCheck(options);
        check.all();
        return check.findings;
    }

    private void all() {
        findings.addAll(NetworkCheck.run(address));
        if (findings.stream().noneMatch(Finding::ok)) {
            return;
        }
        try (Connection connection = connect(address)) {
            connection.setAutoCommit(false);
            session(connection);
            roundTrip(connection);
            encryption(connection);
            server(connection);
            connection.rollback();
            replicas();
        } catch (SQLException e) {
            StoreException failure = HostFailures.of(address, options, e);
            tell("login", false, String.valueOf(failure.getMessage()));
            password(!ServerFailures.isAboutPassword(failure));
        }
    }

    private Connection connect(ServerAddress to) throws SQLException {
        Connection connection = DriverManager.getConnection(to.url(), ServerPools.properties(to, options));
        // A network that swallows everything must not keep the check from its end.
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        return connection;
    }

    private void tell(String name, boolean ok, String text) {
        findings.add(new Finding(name, ok, text));
    }

    /** Where the password comes from. */
    private void password(boolean ok) {
        switch (options.source()) {
            case TYPED, ALPHAFORGE, POSTGRES, KEY_STORE ->
                tell("password", ok, "from " + options.source().title());
            case DRIVER -> {
                PasswordFile file = PasswordFile.of(address);
                if (file.holds() && file.open()) {
                    tell(
                            "password",
                            false,
                            "from " + file.file() + ", which others on this computer may read or change, and which psql"
                                    + " ignores for that; let only its owner (chmod 600).");
                } else {
                    tell(
                            "password",
                            ok,
                            file.holds()
                                    ? "from " + file.file()
                                    : "none: the environment and the key store have none, nor has " + file.file()
                                            + " one for this server, database and user");
                }
            }
        }
    }

    private void session(Connection connection) throws SQLException {
        long before = System.currentTimeMillis();
        try (PreparedStatement statement = Statements.prepare(connection, ServerCheck.class, "session");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long after = System.currentTimeMillis();
            tell("login", true, row.getString("login") + " on " + row.getString("database"));
            password(true);
            pooler(connection.unwrap(PGConnection.class).getBackendPID(), row.getInt("backend"));
            clock(Math.round(row.getDouble("now_ms")), before, after);
        }
    }

    /** A pooler tells its clients a number of its own instead of that of the process that serves them. */
    private void pooler(int told, int backend) {
        boolean seen = told != backend;
        if (address.pooled()) {
            tell(
                    "pooler",
                    true,
                    seen
                            ? "one stands in between and PgBouncer mode is on: nothing depends on a session"
                            : "PgBouncer mode is on though none is seen; that costs a little speed and nothing else");
        } else {
            tell(
                    "pooler",
                    !seen,
                    seen
                            ? "One (PgBouncer or the like) stands in between, where prepared statements get lost now and"
                                    + " then; switch PgBouncer mode on (?pgbouncer=true in the address)."
                            : "none seen");
        }
    }

    /** The time of the server lies anywhere between the two looks at the own clock. */
    private void clock(long server, long before, long after) {
        long off = server < before ? server - before : Math.max(0, server - after);
        boolean close = Math.abs(off) <= DRIFT.toMillis();
        String amount = String.format(Locale.ROOT, "%.1f s", Math.abs(off) / 1000.0);
        tell(
                "clock",
                close,
                Math.abs(off) < SAME.toMillis()
                        ? "the same as that of this computer"
                        : amount + (off > 0 ? " ahead of" : " behind") + " this computer"
                                + (close
                                        ? ""
                                        : "; set both by a time server, since ages and the newest bars are judged"
                                                + " by them."));
    }

    private void roundTrip(Connection connection) throws SQLException {
        long[] times = new long[TRIPS];
        try (PreparedStatement statement = Statements.prepare(connection, ServerCheck.class, "roundTrip")) {
            for (int i = 0; i < TRIPS; i++) {
                long start = System.nanoTime();
                statement.execute();
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        tell(
                "round trip",
                true,
                String.format(Locale.ROOT, "%.1f ms", times[TRIPS / 2] / 1e6) + "; statements that read may take "
                        + (options.timeout().isZero()
                                ? "any time"
                                : options.timeout().toSeconds() + " s"));
    }

    private void encryption(Connection connection) throws SQLException {
        String mode = address.parameters().getOrDefault("sslmode", "prefer");
        try (PreparedStatement statement = Statements.prepare(connection, ServerCheck.class, "encryption");
                ResultSet row = statement.executeQuery()) {
            boolean encrypted = row.next() && row.getBoolean("ssl");
            String what = encrypted ? row.getString("version") + " with " + row.getString("cipher") : "none";
            String behind = address.pooled() ? " between the pooler and the server" : "";
            tell("encryption", true, what + behind + "; " + meaning(mode, encrypted));
        }
    }

    private String meaning(String mode, boolean encrypted) {
        return switch (mode) {
            case "verify-full" -> "the server's certificate and name are checked (sslmode=" + mode + ")";
            case "verify-ca" -> "the server's certificate is checked, its name is not (sslmode=" + mode + ")";
            default -> {
                if (address.local()) {
                    yield "the server is this computer";
                }
                yield encrypted || mode.equals("require")
                        ? "the certificate is not checked (sslmode=" + mode
                                + "), so another server could pose as this one; verify-full checks it"
                        : "whoever is on the way can read everything (sslmode=" + mode + "); verify-full prevents that";
            }
        };
    }

    private void server(Connection connection) throws SQLException {
        ServerFacts facts = ServerFacts.read(connection);
        tell(
                "version",
                true,
                "PostgreSQL " + facts.version()
                        + (facts.timescale() == null ? "" : ", TimescaleDB " + facts.timescale()));
        tell(
                "means",
                true,
                facts.edition().title() + ": " + Means.read(connection, facts).sentence());
        tell("schema", true, Schema.describe(connection, facts));
        findings.add(WritingCheck.run(connection, facts, address));
    }

    private void replicas() {
        ServerAddress replicas = options.replicas();
        if (replicas == null) {
            return;
        }
        try (Connection connection = connect(replicas);
                PreparedStatement statement = Statements.prepare(connection, ServerCheck.class, "replica");
                ResultSet row = statement.executeQuery()) {
            row.next();
            double behind = row.getDouble("behind");
            String age = row.wasNull() ? "" : String.format(Locale.ROOT, ", %.0f s since its last change", behind);
            tell(
                    "replicas",
                    true,
                    replicas.hosts()
                            + (row.getBoolean("replica")
                                    ? ": a replica is read from" + age
                                    : ": no replica is up, the primary is read from"));
        } catch (SQLException e) {
            tell(
                    "replicas",
                    false,
                    String.valueOf(HostFailures.of(replicas, options, e).getMessage()));
        }
    }
}
