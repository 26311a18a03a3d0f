package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table, view or index that something is to be done to, as the server's catalog has it: no name from outside gets into a
 * statement, only the number under which the server found it.
 *
 * @param kind as in {@code pg_class.relkind}
 * @param quoted its name as the server writes it in a statement
 * @param mine whether this user has the rights of its owner
 * @param definition statement that creates an index; empty for others
 * @param parent table of an index; empty for others
 * @param needed whether an index does more than making reads quick
 * @param uses how often an index was used
 */
record MaintenanceTarget(
        long id,
        String name,
        String kind,
        String quoted,
        String owner,
        boolean mine,
        long bytes,
        String definition,
        String parent,
        boolean needed,
        long uses) {

    /** Tables and views that AlphaForge itself reads or writes. */
    static final Set<String> OWN = Set.of(
            "cryptocurrencies",
            "crypto_prices",
            "crypto_prices_daily",
            "crypto_prices_weekly",
            "crypto_dashboard_summary",
            "crypto_technical_indicators",
            "crypto_strategies",
            "crypto_market_stats",
            "backtest_runs",
            "backtest_results",
            "signals",
            "journal_entries",
            "query_performance_log",
            "bar_versions",
            "bar_changes",
            "bar_sources",
            "bar_summaries",
            "alphaforge_schema_history");

    private static final Pattern LEFTOVER = Pattern.compile("(" + String.join("|", OWN)
            + ")_(?:(?:old|backup|bak|bck|tmp|temp|copy|orig|original|save|saved|before|prev|previous|legacy)"
            + "[_0-9]*|v?\\d[_0-9]*)");

    /** Whether a name is that of one of our tables with something behind it that tells of a copy. */
    static boolean isLeftover(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !OWN.contains(lower) && LEFTOVER.matcher(lower).matches();
    }

    /** @throws StoreException when there is none of this name in the schema */
    static MaintenanceTarget table(Connection connection, String name) throws SQLException {
        return find(connection, "table", name)
                .orElseThrow(() -> new StoreException("There is no table or view '" + name
                        + "' in the schema of this connection; 'alphaforge db maintain' lists them."));
    }

    /** @throws StoreException when there is none of this name in the schema */
    static MaintenanceTarget index(Connection connection, String name) throws SQLException {
        return find(connection, "index", name)
                .orElseThrow(() -> new StoreException("There is no index '" + name
                        + "' in the schema of this connection; 'alphaforge db maintain' lists them."));
    }

    /** @param what {@code table} or {@code index} */
    static Optional<MaintenanceTarget> find(Connection connection, String what, String name) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, MaintenanceTarget.class, what, name);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new MaintenanceTarget(
                    row.getLong("oid"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("quoted"),
                    row.getString("owner"),
                    row.getBoolean("mine"),
                    row.getLong("bytes"),
                    row.getString("definition"),
                    row.getString("parent"),
                    row.getBoolean("needed"),
                    row.getLong("uses")));
        }
    }

    /** What TimescaleDB makes of a table. */
    record Hypertable(boolean is, boolean compressed) {
        static final Hypertable NONE = new Hypertable(false, false);
    }

    static Hypertable hypertable(Connection connection, ServerFacts facts, String table) throws SQLException {
        if (facts.edition() == Edition.POSTGRESQL) {
            return Hypertable.NONE;
        }
        try (PreparedStatement statement =
                        Statements.prepare(connection, MaintenanceTarget.class, "hypertable", table);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Hypertable(row.getBoolean(2), row.getBoolean(1));
        }
    }

    boolean isAggregate(Connection connection, ServerFacts facts) throws SQLException {
        if (facts.edition() != Edition.COMMUNITY) {
            return false;
        }
        try (PreparedStatement statement = Statements.prepare(connection, MaintenanceTarget.class, "aggregate", name);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
