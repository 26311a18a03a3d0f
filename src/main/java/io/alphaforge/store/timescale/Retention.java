package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenancePlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops bars that are older than a number of days: whole chunks and from then on by a job of the server where it has jobs,
 * else once. Bars are only ever dropped because somebody asked for it.
 */
final class Retention {
    private static final int NAMED = 8;

    private final Connection connection;
    private final ServerFacts facts;
    private final Instant now;

    Retention(Connection connection, ServerFacts facts, Instant now) {
        this.connection = connection;
        this.facts = facts;
        this.now = now;
    }

    Chore set(int days) throws SQLException {
        if (days < 1) {
            return Chore.refused("Say how many days bars are kept: 1 or more.");
        }
        MaintenanceTarget bars = MaintenanceTarget.table(connection, "crypto_prices");
        if (!bars.mine()) {
            return Chore.refused(Chores.refusal(bars));
        }
        return MaintenanceTarget.hypertable(connection, facts, "crypto_prices").is() ? chunks(days) : rows(days);
    }

    private Chore chunks(int days) throws SQLException {
        List<String> effects = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, Retention.class, "chunks", days);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long dropped = row.getLong("dropped");
            if (dropped == 0) {
                effects.add(
                        "No chunk is older than " + Amounts.plural(days, "day") + " as a whole, so no bar goes now.");
            } else {
                effects.add(Amounts.count(dropped) + " of " + Amounts.plural(row.getLong("of_all"), "chunk")
                        + " go, from " + Amounts.day(row.getLong("start_ms")) + " to "
                        + Amounts.day(row.getLong("end_ms")) + ", " + Amounts.bytes(row.getLong("bytes")) + ".");
                lost(effects, row.getLong("end_ms"));
            }
        }
        boolean policy = facts.edition() == Edition.COMMUNITY;
        effects.add(
                "Only whole chunks go: bars stay until all of their chunk (30 days, 90 where compressed ones were merged) is that"
                        + " old.");
        effects.add(
                policy
                        ? "From then on a job of the server drops chunks as they get that old, until retention is ended."
                        : "This happens once: jobs that go on with it take TimescaleDB community, and this is "
                                + facts.edition().title() + ".");
        List<String> statements = new ArrayList<>(List.of(shown("dropChunks", days)));
        if (policy) {
            statements.add(shown("remove", days));
            statements.add(shown("add", days));
        }
        List<String> sums = sums();
        statements.addAll(sums);
        return new Chore(new MaintenancePlan(statements, effects, ""), true, (on, run) -> {
            on.setAutoCommit(false);
            long dropped = dropChunks(on, days, run);
            note(on, dropped);
            if (policy) {
                run(on, "remove");
                run(on, "add", days);
            }
            on.commit();
            on.setAutoCommit(true);
            for (String sum : sums) {
                run.tell("bringing aggregates up to date");
                run.run(on, sum);
            }
            return List.of(Amounts.plural(dropped, "chunk") + " dropped"
                    + (policy
                            ? "; bars older than " + Amounts.plural(days, "day") + " are dropped from now on."
                            : "."));
        });
    }

    /** Aggregates forget sums of what was dropped only when they are refreshed over all time. */
    private List<String> sums() throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String name : List.of("crypto_prices_daily", "crypto_prices_weekly")) {
            Optional<MaintenanceTarget> view = MaintenanceTarget.find(connection, "table", name);
            if (view.isPresent() && view.get().isAggregate(connection, facts)) {
                statements.add(Chores.statement(connection, "refreshAggregate", view.get()));
            }
        }
        return statements;
    }

    private Chore rows(int days) throws SQLException {
        long end = now.minus(Duration.ofDays(days)).toEpochMilli();
        List<String> effects = new ArrayList<>();
        lost(effects, end);
        effects.add("This happens once: the server has no chunks to be dropped and no job that would go on with it.");
        effects.add("The room is free for new rows once crypto_prices was vacuumed.");
        String sql = Statements.text(Retention.class, "delete").strip().replace("?", literal(end));
        return new Chore(new MaintenancePlan(List.of(sql), effects, ""), true, (on, run) -> {
            try (PreparedStatement statement = time("delete", on, end)) {
                run.running(statement);
                return List.of(Amounts.plural(statement.executeLargeUpdate(), "bar") + " deleted.");
            }
        });
    }

    /** What goes of bars that open before a time. */
    private void lost(List<String> effects, long end) throws SQLException {
        try (PreparedStatement statement = time("bars", connection, end);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long bars = row.getLong("bars");
            effects.add(
                    bars == 0
                            ? "No bar opens before " + Amounts.day(end) + ", so no bar goes now."
                            : Amounts.plural(bars, "bar") + " of " + Amounts.plural(row.getLong("coins"), "coin")
                                    + " go, from " + Amounts.day(row.getLong("first_ms")) + " to "
                                    + Amounts.day(row.getLong("last_ms")) + "; they cannot be brought back.");
            if (bars == 0) {
                return;
            }
        }
        List<String> emptied = new ArrayList<>();
        try (PreparedStatement statement = time("emptied", connection, end, end);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                emptied.add(rows.getString(1));
            }
        }
        if (!emptied.isEmpty()) {
            effects.add(Amounts.plural(emptied.size(), "coin") + " would have no bars left: "
                    + String.join(", ", emptied.subList(0, Math.min(NAMED, emptied.size())))
                    + (emptied.size() > NAMED ? ", …" : "") + ".");
        }
    }

    Chore end() throws SQLException {
        MaintenanceTarget bars = MaintenanceTarget.table(connection, "crypto_prices");
        if (!bars.mine()) {
            return Chore.refused(Chores.refusal(bars));
        }
        if (facts.edition() != Edition.COMMUNITY
                || MaintenanceListing.retention(connection, facts).isEmpty()) {
            return Chore.refused("No retention is set: bars are kept for ever.");
        }
        return Chore.of(
                new MaintenancePlan(
                        List.of(shown("remove", 0)),
                        List.of("From then on bars are kept for ever; no bar changes."),
                        ""),
                (on, run) -> {
                    run(on, "remove");
                    return List.of("Bars are kept for ever.");
                });
    }

    /** The count of all bars that this leads to finds which series have changed. */
    private void note(Connection on, long dropped) throws SQLException {
        if (dropped > 0 && facts.hasVersions()) {
            run(on, "note");
        }
    }

    private static long dropChunks(Connection on, int days, ChoreRun run) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(on, Retention.class, "dropChunks", days)) {
            run.running(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(Connection on, String what, Object... parameters) throws SQLException {
        Statements.run(on, Retention.class, what, parameters);
    }

    /** As the server takes a time of a column with or without a zone: the type is left to it. */
    private static PreparedStatement time(String what, Connection on, long... times) throws SQLException {
        PreparedStatement statement = on.prepareStatement(Statements.text(Retention.class, what));
        for (int i = 0; i < times.length; i++) {
            statement.setObject(i + 1, Instant.ofEpochMilli(times[i]).toString(), Types.OTHER);
        }
        return statement;
    }

    private static String literal(long time) {
        return "'" + Instant.ofEpochMilli(time) + "'";
    }

    private static String shown(String what, int days) {
        return Statements.text(Retention.class, what).strip().replace("?", Integer.toString(days));
    }
}
