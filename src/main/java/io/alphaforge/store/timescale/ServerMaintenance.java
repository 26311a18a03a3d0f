package io.alphaforge.store.timescale;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.TableBackup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a server. Everything goes to the primary, where things can be changed and uses of indexes are counted. */
final class ServerMaintenance implements Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(ServerMaintenance.class);
    /** What the server says of a statement that was cancelled. */
    static final String CANCELLED = "57014";

    private final ServerAddress address;
    private final ServerPools pools;
    private final InstantSource clock;
    private final Consumer<BooleanSupplier> settle;
    private volatile @Nullable ChoreRun current;

    /** @param settle brings versions and views up to date after bars were dropped, unless it is cancelled */
    ServerMaintenance(ServerAddress address, ServerPools pools, InstantSource clock, Consumer<BooleanSupplier> settle) {
        this.address = address;
        this.pools = pools;
        this.clock = clock;
        this.settle = settle;
    }

    private interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    private <T> T with(@Nullable ChoreRun run, Work<T> work) {
        try (Connection connection = pools.writing()) {
            boolean done = false;
            try {
                T result = work.apply(connection);
                done = true;
                return result;
            } finally {
                if (!connection.getAutoCommit()) {
                    end(connection, done);
                }
            }
        } catch (SQLException e) {
            if (run != null && run.isCancelled() && CANCELLED.equals(e.getSQLState())) {
                throw new StoreException("Stopped; what was done before is kept, the rest was not begun.", e);
            }
            throw ServerFailures.of(address, e);
        }
    }

    private static void end(Connection connection, boolean done) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            if (done) {
                throw e;
            }
        }
    }

    @Override
    public List<MaintenanceItem> list(long memory) {
        return with(null, connection -> {
            connection.setReadOnly(true);
            List<MaintenanceItem> items =
                    new ArrayList<>(new MaintenanceListing(connection, ServerFacts.read(connection)).read());
            items.addAll(ServerSettings.read(connection, memory));
            return items;
        });
    }

    @Override
    public MaintenancePlan plan(MaintenanceRequest request) {
        return with(null, connection -> chore(connection, request).plan());
    }

    @Override
    public List<String> apply(MaintenanceRequest request, Consumer<String> progress) {
        ChoreRun run = new ChoreRun(progress);
        current = run;
        boolean[] touched = {false};
        List<String> done = with(run, connection -> {
            Chore chore = chore(connection, request);
            connection.rollback();
            if (!chore.plan().possible()) {
                throw new StoreException(chore.plan().refusal());
            }
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
            touched[0] = chore.touchesBars();
            return chore.work().run(connection, run);
        });
        if (touched[0]) {
            run.tell("bringing versions and views up to date");
            return settled(run, done);
        }
        return done;
    }

    private List<String> settled(ChoreRun run, List<String> done) {
        try {
            settle.accept(run::isCancelled);
            return done;
        } catch (CancellationException e) {
            LOG.info("Versions and views were not brought up to date: cancelled.", e);
            List<String> all = new ArrayList<>(done);
            all.add("Stopped before versions and views were up to date; the next run or import brings them so.");
            return all;
        }
    }

    @Override
    public void cancel() {
        Optional.ofNullable(current).ifPresent(ChoreRun::cancel);
    }

    @Override
    public TableBackup backUp(String table, Path file, Consumer<String> progress) {
        ChoreRun run = new ChoreRun(progress);
        current = run;
        return with(run, connection -> {
            boolean merges = ServerFacts.read(connection).merges();
            connection.rollback();
            // The driver would set it for the session, which may be somebody else's after this transaction.
            Statements.run(connection, Transactions.class, "begin");
            if (merges) {
                Transactions.hold(connection);
            }
            MaintenanceTarget target = MaintenanceTarget.table(connection, table);
            return TableArchive.write(connection, target, file, run);
        });
    }

    private Chore chore(Connection connection, MaintenanceRequest request) throws SQLException {
        SchemaVersion.requireKnown(connection, address);
        ServerFacts facts = ServerFacts.read(connection);
        if (facts.readOnly()) {
            return Chore.refused("The server " + address.label()
                    + " is read-only, as replicas are; give the address of the primary to change anything.");
        }
        Chores chores = new Chores(connection, facts);
        Retention retention = new Retention(connection, facts, clock.instant());
        return switch (request.action()) {
            case VACUUM -> chores.vacuum(request.name(), false);
            case ANALYZE -> chores.vacuum(request.name(), true);
            case REFRESH -> chores.refresh(request.name());
            case COMPRESS -> chores.compress(request.name());
            case REINDEX -> chores.reindex(request.name());
            case DROP_INDEX -> chores.dropIndex(request.name());
            case DROP_TABLE -> Leftovers.drop(connection, request);
            case RETENTION -> retention.set(request.days());
            case RETENTION_OFF -> retention.end();
            case COMPACT ->
                Chore.refused("A server keeps its rows in order by itself; compacting is for files on this computer.");
        };
    }
}
