package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.TableBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks after a local file: there is its size, and the order of its rows. */
final class LocalMaintenance implements Maintenance {
    private final LocalDatabase database;
    private final Runnable compact;

    /** @param compact restores the order of rows */
    LocalMaintenance(LocalDatabase database, Runnable compact) {
        this.database = database;
        this.compact = compact;
    }

    private record Facts(double bytes, double free, List<SeriesTable.Entry> fragmented, long rows) {}

    private Facts facts() {
        try (Session session = database.session()) {
            List<SeriesTable.Entry> fragmented = SeriesTable.list(session).stream()
                    .filter(SeriesTable.Entry::fragmented)
                    .toList();
            try (var row = session.rows(LocalMaintenance.class, "size")) {
                row.next();
                return new Facts(
                        database.size(),
                        row.getDouble("free"),
                        fragmented,
                        fragmented.stream().mapToLong(e -> e.series().bars()).sum());
            }
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        } catch (IOException e) {
            throw new StoreException("The size of " + database.file() + " cannot be told: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public List<MaintenanceItem> list(long memory) {
        Facts facts = facts();
        String free = String.format(
                Locale.ROOT, "%.1f MB of it are free and are used by what is written next. ", facts.free() / (1 << 20));
        String order = facts.fragmented().isEmpty()
                ? "Rows lie in the order that bulk reads profit from."
                : String.format(
                        Locale.ROOT,
                        "Rows of %,d series lie apart; compacting puts them together.",
                        facts.fragmented().size());
        return List.of(MaintenanceItem.of(
                MaintenanceItem.Kind.FILE,
                String.valueOf(database.file().getFileName()),
                "",
                MaintenanceItem.Figures.of(facts.bytes()),
                free + order,
                List.of(MaintenanceAction.COMPACT)));
    }

    @Override
    public MaintenancePlan plan(MaintenanceRequest request) {
        if (request.action() != MaintenanceAction.COMPACT) {
            return MaintenancePlan.refused(
                    "A database on this computer looks after itself: only 'compact' is of use here.");
        }
        Facts facts = facts();
        if (facts.fragmented().isEmpty()) {
            return MaintenancePlan.refused("Every series lies in order already; there is nothing to compact.");
        }
        return new MaintenancePlan(
                List.of(),
                List.of(String.format(
                        Locale.ROOT,
                        "%,d series with %,d bars are written anew in order; no bar changes, and the file does not become"
                                + " smaller.",
                        facts.fragmented().size(),
                        facts.rows())),
                "");
    }

    @Override
    public List<String> apply(MaintenanceRequest request, Consumer<String> progress) {
        MaintenancePlan plan = plan(request);
        if (!plan.possible()) {
            throw new StoreException(plan.refusal());
        }
        progress.accept("writing rows in order");
        compact.run();
        return List.of("Every series lies in order.");
    }

    /** Each step is a transaction that takes seconds at most. */
    @Override
    public void cancel() {}

    @Override
    public TableBackup backUp(String table, Path file, Consumer<String> progress) {
        throw new StoreException("A database on this computer is backed up as a whole: 'alphaforge db backup FILE'"
                + " writes all of " + database.file() + " into one file while it is in use.");
    }
}
