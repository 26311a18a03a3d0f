package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Sums up what an aggregate of ours lacks. The server may take bars to be summed up that are not, since there are ways to
 * copy rows that tell it nothing; so sums are compared with the bars afterwards, and made anew by force where they differ.
 */
final class AggregateChore {
    private final String name;
    /** From the bars upwards: weeks sum up days. */
    private final List<Interval> chain;

    private AggregateChore(String name, List<Interval> chain) {
        this.name = name;
        this.chain = chain;
    }

    /** @param interval of the buckets, {@link Interval#D1} or {@link Interval#W1} */
    static Chore of(Connection connection, Interval interval) throws SQLException {
        AggregateChore chore = new AggregateChore(
                Aggregates.of(interval).orElseThrow(),
                interval == Interval.W1 ? List.of(Interval.D1, Interval.W1) : List.of(interval));
        List<String> statements = chore.chain.stream()
                .map(i -> Aggregates.call(Aggregates.of(i).orElseThrow(), "NULL", "NULL", ""))
                .toList();
        List<String> effects = List.of(
                "What has changed in crypto_prices since the last refresh is summed up anew"
                        + (interval == Interval.W1 ? ", days before weeks." : "."),
                Aggregates.isForceable(connection)
                        ? "Bars that the server takes to be summed up and that are not are summed up by force."
                        : "Bars that the server takes to be summed up and that are not stay left out: that takes a newer"
                                + " TimescaleDB.",
                "Sums of bars that retention has dropped go too.");
        return new Chore(
                new MaintenancePlan(statements, effects, ""), true, (on, run) -> chore.run(on, run, statements));
    }

    private List<String> run(Connection on, ChoreRun run, List<String> statements) throws SQLException {
        for (String statement : statements) {
            run.run(on, statement);
        }
        long forced = 0;
        for (Interval interval : chain) {
            forced = Math.max(forced, force(on, run, interval));
        }
        return List.of(
                forced == 0
                        ? name + " was refreshed."
                        : name + " was refreshed; it lacked bars of " + Amounts.count(forced) + " series"
                                + " that the server took to be in it, and they were summed up anew.");
    }

    /** How many series lacked something. */
    private long force(Connection on, ChoreRun run, Interval interval) throws SQLException {
        Lacking lacking = lacking(on, interval);
        if (lacking.series() > 0 && Aggregates.isForceable(on)) {
            run.tell("summing up anew what " + Aggregates.of(interval).orElseThrow() + " lacks");
            run.run(on, Aggregates.call(on, interval, lacking.first(), lacking.last(), ", force => true"));
        }
        if (lacking.series() > 0 && lacking(on, interval).series() > 0) {
            throw new StoreException(Aggregates.of(interval).orElseThrow() + " still lacks bars of "
                    + Amounts.count(lacking.series()) + " series"
                    + "; let the administrator update TimescaleDB, or drop the view and run 'alphaforge db migrate'.");
        }
        return lacking.series();
    }

    /** Series of which an aggregate does not sum up as many bars as there are, and from when to when. */
    private record Lacking(long series, long first, long last) {}

    private static Lacking lacking(Connection on, Interval interval) throws SQLException {
        String query = interval == Interval.D1 ? "lackingDays" : "lackingWeeks";
        try (PreparedStatement statement = Statements.prepare(on, AggregateChore.class, query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Lacking(row.getLong("series"), row.getLong("first_ms"), row.getLong("last_ms"));
        }
    }
}
