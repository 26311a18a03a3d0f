package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
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

    void run() {
        run("Aggregates", Aggregates::refresh);
        run("The dashboard", (connection, now) -> {
            if (now.hasDashboard()) {
                Statements.run(connection, ServerDashboard.class, "refresh");
            }
        });
    }

    private void run(String what, Step step) {
        try (Connection connection = pools.writing()) {
            pools.wait(connection, Transactions.WRITING);
            connection.setAutoCommit(true);
            if (!SchemaVersion.isNewer(connection)) {
                step.run(connection, facts.writing(connection));
            }
        } catch (SQLException | StoreException e) {
            LOG.warn("{} of {} could not be refreshed.", what, address.label(), e);
        }
    }
}
