package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is built on the tables with what a server offers: hypertable, compression, aggregates, the dashboard. Every step
 * may be taken again, so a server to which the extension comes later gets the rest then.
 */
final class Features {
    private static final Logger LOG = LoggerFactory.getLogger(Features.class);

    private static final List<String> COMMUNITY = List.of(
            "compression",
            "merging",
            "compressionPolicy",
            "daily",
            "weekly",
            "dailyCompression",
            "weeklyCompression",
            "dailyRefreshPolicy",
            "weeklyRefreshPolicy",
            "dailyCompressionPolicy",
            "weeklyCompressionPolicy");

    private static final List<String> PLAIN = List.of("dailyPlain", "weeklyPlain");

    private static final List<String> ALL = List.of("dashboard", "dashboardIndex", "dashboardRefresh");

    private static final String NO_MONTHS = "WHERE interval_type <> '1M'\n";

    private Features() {}

    /**
     * Builds what is missing.
     *
     * @param connection with automatic commit
     * @param facts of the database with its tables
     * @param cancelled after which no step is begun
     * @return a sentence for each step that the server refused; the others are done
     */
    static List<String> build(Connection connection, ServerFacts facts, BooleanSupplier cancelled) throws SQLException {
        List<String> refused = new ArrayList<>();
        List<String> steps = new ArrayList<>(steps(connection, facts, refused));
        steps.addAll(ALL);
        for (String step : steps) {
            if (cancelled.getAsBoolean()) {
                throw new SQLException("The steps that are left were cancelled.", ServerMaintenance.CANCELLED);
            }
            String reason = attempt(connection, step);
            if (!reason.isEmpty()) {
                refused.add("The step '" + step + "' was refused: " + reason);
            }
        }
        return refused;
    }

    /** What is built on a hypertable, or on the plain table where there can be none. */
    private static List<String> steps(Connection connection, ServerFacts facts, List<String> refused)
            throws SQLException {
        if (facts.edition() == Edition.POSTGRESQL) {
            return PLAIN;
        }
        Means means = Means.read(connection, facts);
        String reason = means.obstacle().isEmpty() ? attempt(connection, "hypertable") : means.reason();
        if (!reason.isEmpty()) {
            refused.add("crypto_prices stays a plain table, and days and weeks are plain views: " + reason);
            return PLAIN;
        }
        return facts.edition() == Edition.COMMUNITY ? COMMUNITY : PLAIN;
    }

    /** Takes a step unless that was done before; returns why the server refused it, or nothing. */
    private static String attempt(Connection connection, String step) throws SQLException {
        try {
            if (!isThere(connection, step)) {
                execute(connection, step);
            }
            return "";
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
                throw e;
            }
            LOG.warn("The step '{}' was refused.", step, e);
            return firstLine(e);
        }
    }

    /** Views cannot be replaced by ones of another kind; those that are there, an administrator's own perhaps, stay. */
    private static boolean isThere(Connection connection, String step) throws SQLException {
        return switch (step) {
            case "merging" -> ServerFacts.read(connection).merges();
            case "daily" -> exists(connection, "crypto_prices_daily");
            case "weekly" -> exists(connection, "crypto_prices_weekly");
            case "dailyPlain" ->
                exists(connection, "crypto_prices_daily") && !zonedByReader(connection, "crypto_prices_daily");
            case "weeklyPlain" ->
                exists(connection, "crypto_prices_weekly") && !zonedByReader(connection, "crypto_prices_weekly");
            case "dashboard" -> exists(connection, "crypto_dashboard_summary");
            // Nothing is built on a view of somebody else's.
            case "dashboardIndex", "dashboardRefresh" ->
                !ServerFacts.read(connection).hasDashboard();
            default -> false;
        };
    }

    private static boolean exists(Connection connection, String relation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, relation);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static boolean zonedByReader(Connection connection, String view) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Features.class, "zonedByReader", view);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(withoutMonths(connection, Statements.text(Features.class, step)));
        }
    }

    /** A step as a server takes it whose type of intervals has no name for months: nothing is there to be left out. */
    private static String withoutMonths(Connection connection, String step) throws SQLException {
        if (!step.contains(NO_MONTHS)) {
            return step;
        }
        try (PreparedStatement statement = Statements.prepare(connection, Features.class, "monthless");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1) ? step.replace(NO_MONTHS, "") : step;
        }
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        return message.lines().findFirst().orElse(message).replaceFirst("^ERROR: ", "");
    }
}
