package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.MaintenanceTarget.Hypertable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done to tables, views, chunks and indexes without losing a row. */
final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    /** How long others may keep what is half done from being cleared away, in seconds. */
    private static final int MOMENT_S = 15;

    private final Connection connection;
    private final ServerFacts facts;

    Chores(Connection connection, ServerFacts facts) {
        this.connection = connection;
        this.facts = facts;
    }

    /** A statement out of a file with the name of what it is done to in it. */
    static String statement(Connection connection, String what, MaintenanceTarget target) throws SQLException {
        try (PreparedStatement statement =
                        Statements.prepare(connection, Chores.class, "statement", what, target.id());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private Chore one(String what, MaintenanceTarget target, String done, String... effects) throws SQLException {
        String sql = statement(connection, what, target);
        return Chore.of(new MaintenancePlan(List.of(sql), List.of(effects), ""), (on, run) -> {
            run.run(on, sql);
            return List.of(done);
        });
    }

    /** Why this user may not; empty when they may. */
    static String refusal(MaintenanceTarget target) {
        return target.mine()
                ? ""
                : "'" + target.name() + "' belongs to " + target.owner()
                        + ", and only its owner may do that; ask for it, or connect as that user.";
    }

    Chore vacuum(String name, boolean only) throws SQLException {
        MaintenanceTarget table = MaintenanceTarget.table(connection, name);
        if (table.kind().equals("v")) {
            return Chore.refused("'" + name + "' is a view and keeps no rows; name the table that it is of.");
        }
        if (!table.mine()) {
            return Chore.refused(refusal(table));
        }
        String dead = dead(table);
        return only
                ? one(
                        "analyze",
                        table,
                        name + " was analyzed.",
                        "The server reads a sample of " + name + " and counts afresh what it plans queries by.",
                        "Reading and writing go on meanwhile; no row changes.")
                : one(
                        "vacuum",
                        table,
                        name + " was vacuumed and analyzed.",
                        "Room of deleted rows of " + name + " is freed for new ones" + dead
                                + ", and what the server plans queries by is counted afresh.",
                        "Reading and writing go on meanwhile; no row changes. The files do not become smaller.");
    }

    private String dead(MaintenanceTarget table) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Chores.class, "dead", table.id());
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getLong(2) > 0
                    ? " (about " + Amounts.count(row.getLong(2)) + " dead beside " + Amounts.count(row.getLong(1))
                            + " live rows)"
                    : "";
        }
    }

    Chore refresh(String name) throws SQLException {
        MaintenanceTarget view = MaintenanceTarget.table(connection, name);
        boolean dashboard = name.equals("crypto_dashboard_summary");
        if (!view.mine() && !(dashboard && facts.mayWrite())) {
            return Chore.refused(refusal(view));
        }
        if (dashboard) {
            String sql = Statements.text(ServerDashboard.class, "refresh");
            return Chore.of(
                    new MaintenancePlan(
                            List.of(sql),
                            List.of("The figures of every coin are computed anew; who reads them does not wait."),
                            ""),
                    (on, run) -> {
                        run.run(on, sql);
                        return List.of(name + " was refreshed.");
                    });
        }
        for (Interval interval : List.of(Interval.D1, Interval.W1)) {
            if (Aggregates.of(interval).orElseThrow().equals(name) && Aggregates.usable(connection, facts)) {
                return AggregateChore.of(connection, interval);
            }
        }
        if (view.isAggregate(connection, facts)) {
            return one(
                    "refreshAggregate",
                    view,
                    name + " was refreshed.",
                    "What has changed in crypto_prices since the last refresh is summed up anew.",
                    "Sums of bars that retention has dropped go too.");
        }
        if (view.kind().equals("m")) {
            return one(
                    "refreshView",
                    view,
                    name + " was refreshed.",
                    "The view is computed anew; who reads it waits until that is done.");
        }
        return Chore.refused("'" + name + "' is computed whenever it is read, so there is nothing to refresh.");
    }

    Chore reindex(String name) throws SQLException {
        MaintenanceTarget index = MaintenanceTarget.index(connection, name);
        if (!index.mine()) {
            return Chore.refused(refusal(index));
        }
        String effect = "The index " + name + " of " + index.parent() + " (" + Amounts.bytes(index.bytes())
                + ") is built anew, which gives back room that its deleted entries take.";
        if (MaintenanceTarget.hypertable(connection, facts, index.parent()).is()) {
            MaintenanceTarget table = MaintenanceTarget.table(connection, index.parent());
            return one(
                    "reindexTable",
                    table,
                    "The indexes of " + index.parent() + " were built anew.",
                    effect,
                    "TimescaleDB builds the indexes of all chunks of " + index.parent()
                            + " anew, not this one alone; writing to a chunk waits while that is done.");
        }
        String sql = statement(connection, "reindex", index);
        return Chore.of(
                new MaintenancePlan(List.of(sql), List.of(effect, "Reading and writing go on meanwhile."), ""),
                (on, run) -> reindex(on, index, sql, run));
    }

    private static List<String> reindex(Connection on, MaintenanceTarget index, String sql, ChoreRun run)
            throws SQLException {
        try {
            run.run(on, sql);
            return List.of(index.name() + " was built anew.");
        } catch (SQLException e) {
            dropUnfinished(on, index);
            throw e;
        }
    }

    /** What an index was to be replaced with stays half built when that ends early; every write would go on filling it. */
    private static void dropUnfinished(Connection on, MaintenanceTarget index) {
        try (PreparedStatement search = Statements.prepare(on, Chores.class, "unfinished", index.id());
                ResultSet rows = search.executeQuery();
                Statement drop = on.createStatement()) {
            drop.setQueryTimeout(MOMENT_S);
            while (rows.next()) {
                drop.execute(rows.getString(1));
            }
        } catch (SQLException e) {
            LOG.warn("A half-built index beside {} is left over.", index.name(), e);
        }
    }

    Chore dropIndex(String name) throws SQLException {
        MaintenanceTarget index = MaintenanceTarget.index(connection, name);
        if (index.needed()) {
            return Chore.refused("'" + name + "' keeps rows of " + index.parent()
                    + " unique or belongs to a constraint; it is needed even when no query uses it.");
        }
        if (index.uses() > 0) {
            return Chore.refused("'" + name + "' was used " + Amounts.count(index.uses())
                    + " times since the server counts; only unused indexes are dropped here.");
        }
        if (!index.mine()) {
            return Chore.refused(refusal(index));
        }
        boolean parts = index.kind().equals("I")
                || MaintenanceTarget.hypertable(connection, facts, index.parent())
                        .is();
        return one(
                parts ? "dropIndexOfParts" : "dropIndex",
                index,
                name + " was dropped.",
                Amounts.bytes(index.bytes()) + " are freed, and writing to " + index.parent() + " gets quicker.",
                "Uses are counted by each server for itself: look at replicas too, if there are any.",
                "It comes back with: " + index.definition());
    }

    Chore compress(String name) throws SQLException {
        String table = name.isEmpty() ? "crypto_prices" : name;
        MaintenanceTarget target = MaintenanceTarget.table(connection, table);
        Hypertable hypertable = MaintenanceTarget.hypertable(connection, facts, table);
        if (facts.edition() != Edition.COMMUNITY) {
            return Chore.refused("This server cannot compress: that takes TimescaleDB community, and this is "
                    + facts.edition().title() + ".");
        }
        if (!hypertable.compressed()) {
            return Chore.refused("Compression is not set up for '" + table
                    + "'; 'alphaforge db migrate' does that for crypto_prices.");
        }
        if (!target.mine()) {
            return Chore.refused(refusal(target));
        }
        List<String> statements = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement statement = Statements.prepare(connection, Chores.class, "chunks", target.id());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                statements.add(rows.getString("statement"));
                bytes += rows.getLong("bytes");
            }
        }
        if (statements.isEmpty()) {
            return Chore.refused("Every chunk of '" + table + "' that is older than 30 days is compressed already.");
        }
        List<String> effects = List.of(
                Amounts.plural(statements.size(), "chunk") + " of " + table + " older than 30 days, "
                        + Amounts.bytes(bytes) + ", are compressed one after the other; no bar changes.",
                "Who writes to a chunk waits while it is compressed. Stopping in the middle keeps what is compressed.");
        return Chore.of(
                new MaintenancePlan(statements, effects, ""), (on, run) -> compress(on, table, statements, run));
    }

    private static List<String> compress(Connection on, String table, List<String> statements, ChoreRun run)
            throws SQLException {
        for (int i = 0; i < statements.size(); i++) {
            run.tell((i + 1) + " of " + Amounts.plural(statements.size(), "chunk"));
            run.run(on, statements.get(i));
        }
        return List.of(Amounts.plural(statements.size(), "chunk") + " of " + table + " were compressed.");
    }
}
