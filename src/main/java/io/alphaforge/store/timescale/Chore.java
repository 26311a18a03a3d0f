package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenancePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Something to be done to a server, worked out but not done.
 *
 * @param touchesBars whether versions and views have to be brought up to date afterwards
 */
record Chore(MaintenancePlan plan, boolean touchesBars, Work work) {

    /** Does it over a connection with automatic commit. */
    interface Work {
        List<String> run(Connection connection, ChoreRun run) throws SQLException;
    }

    static Chore refused(String sentence) {
        return new Chore(MaintenancePlan.refused(sentence), false, (connection, run) -> List.of());
    }

    static Chore of(MaintenancePlan plan, Work work) {
        return new Chore(plan, false, work);
    }
}
