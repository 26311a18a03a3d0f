package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings aggregates and dashboard up to date with what was written. Reads use the aggregates only where they are current,
 * and the dashboard computes what its view is behind with: nobody sees anything old when one of them cannot be refreshed,
 * by a user who does not own it for example, so that is for the log and fails nothing.
 */
final class Refreshing {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

    private final ServerAddress address;
    private final ServerPools pools;
    private final KnownFacts facts;

    Refreshing(ServerAddress address, ServerPools pools, KnownFacts facts) {
        this.address = address;
        this.pools = pools;
        this.facts = facts;
    }

    private interface Step {
        void run(Connection connection, ServerFacts facts) throws SQLException;
    }

    /**
     * Sums up.
     *
     * @param cancelled asked again and again
     * @throws java.util.concurrent.CancellationException when it was given up
     */
    void run(BooleanSupplier cancelled) {
        run("Aggregates", Aggregates::refresh, cancelled);
        run(
                "The dashboard",
                (connection, now) -> {
                    if (now.hasDashboard()) {
                        Statements.run(connection, ServerDashboard.class, "refresh");
                    }
                },
                cancelled);
    }

    private void run(String what, Step step, BooleanSupplier cancelled) {
        try (Connection connection = pools.writing()) {
            WriteStop.during(connection, cancelled, on -> {
                pools.wait(on, Transactions.WRITING);
                on.setAutoCommit(true);
                if (!SchemaVersion.isNewer(on)) {
                    step.run(on, facts.writing(on));
                }
                return on;
            });
        } catch (SQLException | StoreException e) {
            LOG.warn("{} of {} could not be refreshed.", what, address.label(), e);
        }
    }
}
