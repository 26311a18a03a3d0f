package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.TableBackup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops a table that was left over: only with its name typed again and with a backup that holds exactly its rows. */
final class Leftovers {
    private Leftovers() {}

    static Chore drop(Connection connection, MaintenanceRequest request) throws SQLException {
        String name = request.name();
        MaintenanceTarget table = MaintenanceTarget.table(connection, name);
        if (MaintenanceTarget.OWN.contains(table.name())) {
            return Chore.refused(
                    "'" + name + "' is one of AlphaForge's own tables and is in use; it is never dropped here.");
        }
        if (!MaintenanceTarget.isLeftover(table.name()) || !table.kind().equals("r")) {
            return Chore.refused(
                    "'" + name + "' is no leftover of AlphaForge's tables, such as crypto_prices_old; drop it"
                            + " with the tools of the database if you know what it is.");
        }
        if (!table.mine()) {
            return Chore.refused(Chores.refusal(table));
        }
        String sql = Chores.statement(connection, "dropTable", table);
        MaintenancePlan plan = new MaintenancePlan(
                List.of(sql),
                List.of(
                        name + " goes with all its rows and indexes; " + Amounts.bytes(table.bytes()) + " are freed.",
                        "The server refuses that while other objects depend on it.",
                        "Before that the backup is read as a whole and has to hold exactly the rows that the table has"
                                + " then; nobody can write to it meanwhile."),
                "");
        return Chore.of(plan, (on, run) -> drop(on, request, table, sql, run));
    }

    private static List<String> drop(
            Connection on, MaintenanceRequest request, MaintenanceTarget table, String sql, ChoreRun run)
            throws SQLException {
        Path backup = wanted(request);
        run.tell("reading the backup");
        TableBackup kept = TableArchive.read(backup);
        if (!kept.table().equals(table.name())) {
            throw new StoreException("The backup " + backup + " is of '" + kept.table() + "', not of '" + table.name()
                    + "'; nothing was dropped.");
        }
        on.setAutoCommit(false);
        TableArchive.lock(on, table, run);
        run.tell("comparing it with the table");
        TableBackup now = TableArchive.now(on, table, run);
        if (!now.equals(kept)) {
            throw new StoreException("The backup " + backup + " holds " + Amounts.plural(kept.rows(), "row") + " and '"
                    + table.name() + "' has " + Amounts.count(now.rows())
                    + (now.rows() == kept.rows() ? " that are not the same" : "")
                    + "; nothing was dropped, make a new backup.");
        }
        run.run(on, sql);
        on.commit();
        return List.of(table.name() + " was dropped; its " + Amounts.plural(kept.rows(), "row")
                + (kept.rows() == 1 ? " is in " : " are in ") + backup + ".");
    }

    private static Path wanted(MaintenanceRequest request) {
        if (!request.confirmed().equals(request.name())) {
            throw new StoreException("Dropping '" + request.name() + "' asks for its name once more"
                    + (request.confirmed().isEmpty() ? "" : ", not '" + request.confirmed() + "'")
                    + "; nothing was dropped.");
        }
        @Nullable Path backup = request.backup();
        if (backup == null) {
            throw new StoreException("Dropping '" + request.name() + "' asks for a backup of it; nothing was dropped.");
        }
        return backup;
    }
}
