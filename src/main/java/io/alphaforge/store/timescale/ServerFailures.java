package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.UnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a server or the way to it reports into one sentence for the user; the full report goes to the log. */
final class ServerFailures {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFailures.class);

    /** The driver's own, of a login that could not even be tried. */
    private static final String NOT_LOGGED_IN = "08004";
    /** What the driver says of a password that it has not; it may say so in the language of the user. */
    private static final Set<String> WITHOUT = Stream.of(
                    "The server requested SCRAM-based authentication, but no password was provided.",
                    "The server requested SCRAM-based authentication, but the password is an empty string.",
                    "The server requested password-based authentication, but no password was provided by plugin {0}")
            .map(text -> GT.tr(text, "null").toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private ServerFailures() {}

    /** What a failure means to the user. */
    static StoreException of(ServerAddress address, Throwable failure) {
        StoreException found = find(address, failure);
        LOG.warn(found.getMessage(), failure);
        return found;
    }

    /** Whether the same may succeed when it is tried again at once: two transactions got into each other's way. */
    static boolean passing(SQLException e) {
        String state = state(e);
        return state.equals("40001") || state.equals("40P01") || state.equals("23505");
    }

    /** Every connection that there may be is in use by this application itself. */
    static StoreException busy(ServerAddress address, int most, SQLException e) {
        StoreException found = new StoreException(
                "All " + most + " connections of this application to " + address.label()
                        + " are in use by what reads or writes there, such as runs that are paused, updates and maintenance;"
                        + " let a run go on or cancel it, then try again.",
                e);
        LOG.warn(found.getMessage(), e);
        return found;
    }

    /** Whether the connection is gone, which one out of a pool may have been before it was used. */
    static boolean gone(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether nothing came for as long as was to be waited; trying again would wait as long once more. */
    static boolean silent(SQLException e) {
        return cause(e, SocketTimeoutException.class) != null;
    }

    /** Whether a login failed for the password, or for want of one. */
    static boolean isAboutPassword(StoreException failure) {
        SQLException sql = cause(failure, SQLException.class);
        return sql != null && (state(sql).equals("28P01") || state(sql).equals(NOT_LOGGED_IN));
    }

    private static StoreException find(ServerAddress address, Throwable failure) {
        String server = "The server " + address.label();
        if (cause(failure, UnknownHostException.class) != null) {
            return new UnreachableException(
                    "The host of " + address.label() + " is not known; check its name and the network.", failure);
        }
        SQLException sql = cause(failure, SQLException.class);
        String state = sql == null ? "" : state(sql);
        String report = report(sql == null ? failure : sql).toLowerCase(Locale.ROOT);
        if (isAboutEncryption(address, failure, state, report)) {
            return new StoreException(certificate(address, server, failure, report), failure);
        }
        return switch (state) {
            case "28P01" ->
                new StoreException(
                        server + " refuses the password of user " + user(address)
                                + "; type the right one where the database is chosen or save it in Settings ›"
                                + " Connections, set ALPHAFORGE_DB_PASSWORD or correct ~/.pgpass.",
                        failure);
            case NOT_LOGGED_IN ->
                WITHOUT.contains(report)
                        ? new StoreException(
                                server + " wants a password of user " + user(address)
                                        + ", and there is none; type it where the database is chosen or save it in Settings ›"
                                        + " Connections, set ALPHAFORGE_DB_PASSWORD or write it into ~/.pgpass.",
                                failure)
                        : reported(server, failure, sql);
            case "28000" ->
                new StoreException(
                        server + " does not let user " + user(address) + " in from here; ask its administrator.",
                        failure);
            case "3D000" -> new StoreException(server + " has no such database; check the address.", failure);
            case "23505" -> new StoreException(server + twice(failure), failure);
            case "42501" ->
                new StoreException(
                        "User " + user(address) + " may not do that on " + address.label()
                                + " (permission denied); reading goes on, ask its administrator for the right to write.",
                        failure);
            case "25006" ->
                new StoreException(
                        server + " is read-only, as replicas are; give the address of the primary to write.", failure);
            case "42P01", "42703" ->
                new StoreException(
                        server + " lacks a table that AlphaForge needs; run 'alphaforge db migrate'.", failure);
            case "53100" ->
                new StoreException(
                        server + " has no room left on its disk; what was reported as written is kept.", failure);
            case "53400" ->
                new StoreException(
                        server + " lets a statement change fewer compressed rows than one batch of them holds; let its"
                                + " administrator raise timescaledb.max_tuples_decompressed_per_dml_transaction to 4000 or"
                                + " more. Nothing was written.",
                        failure);
            case "53300" ->
                new UnreachableException(
                        server + " has no connection left; try again in a moment or use PgBouncer.", failure);
            case "26000", "42P05" ->
                new StoreException(
                        "A pooler such as PgBouncer stands before " + address.label()
                                + "; switch on the PgBouncer mode, which is pgbouncer=true in the address.",
                        failure);
            case "57014" ->
                new StoreException(
                        server
                                + " did not finish within the statement timeout; ask for less, raise the timeout, or wait"
                                + " until no other session holds a lock there.",
                        failure);
            case "55P03" ->
                new StoreException(
                        "Another session holds a lock on what was to be written to " + address.label()
                                + ", and did not let go of it in time; nothing was written. End what it does"
                                + " (pg_stat_activity shows it), then try again.",
                        failure);
            case "40001", "40P01" ->
                new StoreException(
                        report.contains("conflict with recovery")
                                ? recovery(server)
                                : "Another user wrote the same series on " + address.label()
                                        + " at the same moment; try again.",
                        failure);
            default -> other(server, state, failure, sql);
        };
    }

    /** What a server itself reports has a state of its own; names in it may read like anything. */
    private static boolean isAboutEncryption(ServerAddress address, Throwable failure, String state, String report) {
        if (!state.isEmpty() && !state.startsWith("08")) {
            return false;
        }
        String words = report;
        for (String host : address.hosts().toLowerCase(Locale.ROOT).split(",", -1)) {
            words = words.replace(host.replaceFirst(":\\d+$", ""), "");
        }
        return cause(failure, CertificateException.class) != null
                || cause(failure, SSLException.class) != null
                || words.contains("could not be verified")
                || words.contains("ssl");
    }

    private static String recovery(String server) {
        return server + ", a replica, ended what was read twice because it was in the way of changes that come from the"
                + " primary (conflict with recovery); try again, or let its administrator raise"
                + " max_standby_streaming_delay or switch hot_standby_feedback on.";
    }

    private static String twice(Throwable failure) {
        PSQLException told = cause(failure, PSQLException.class);
        ServerErrorMessage message = told == null ? null : told.getServerErrorMessage();
        String table = message == null || message.getTable() == null ? "a table" : message.getTable();
        String detail = message == null || message.getDetail() == null ? "" : " (" + message.getDetail() + ")";
        // That a row is added, not an index over rows that are there: the server's word for it is the same in any
        // language.
        if (message != null && "_bt_check_unique".equals(message.getRoutine())) {
            return " has such a row in " + table + " already" + detail
                    + "; try again, and if that does not help let its owner see whether the sequence that numbers its rows is"
                    + " behind.";
        }
        return " has rows twice in " + table + " of which only one can be" + detail
                + "; delete all but the right one, then try again.";
    }

    private static StoreException other(String server, String state, Throwable failure, @Nullable SQLException sql) {
        boolean gone = state.startsWith("08")
                || state.startsWith("57P")
                || cause(failure, SocketTimeoutException.class) != null
                || cause(failure, java.net.SocketException.class) != null
                || cause(failure, java.io.EOFException.class) != null;
        if (gone) {
            return new UnreachableException(
                    server + " does not answer; check the network, or go on with what the mirror holds.", failure);
        }
        return reported(server, failure, sql);
    }

    private static StoreException reported(String server, Throwable failure, @Nullable SQLException sql) {
        return new StoreException(server + " reported: " + firstLine(report(sql == null ? failure : sql)), failure);
    }

    private static String certificate(ServerAddress address, String server, Throwable failure, String report) {
        String all = report + " " + chain(failure);
        if (all.contains("root certificate")) {
            return "The certificates of authorities for " + address.label() + " cannot be read from "
                    + address.parameters().getOrDefault("sslrootcert", "~/.postgresql/root.crt")
                    + "; name a PEM file with sslrootcert.";
        }
        if (all.contains("expired") || all.contains("notafter")) {
            return server + " shows a certificate that has expired; its administrator must renew it.";
        }
        if (all.contains("hostname") || all.contains("could not be verified")) {
            return server + " shows a certificate of another host; check the address, or the certificate.";
        }
        if (all.contains("does not support ssl")) {
            return server + " does not encrypt connections, which sslmode asks for; ask its administrator.";
        }
        return server + " shows a certificate that is not trusted; name the authority that signed it with sslrootcert.";
    }

    private static String chain(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            text.append(at.getClass().getSimpleName())
                    .append(' ')
                    .append(report(at))
                    .append(' ');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String user(ServerAddress address) {
        return address.user().isEmpty() ? System.getProperty("user.name", "") : address.user();
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String report(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip().replaceFirst("^ERROR: ", "");
        return line.endsWith(".") ? line : line + ".";
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
