package io.alphaforge.store.timescale;

import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is watched of a server: its slow queries, the connections to it, and what it says of itself. */
final class ServerWatch implements Watching, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final ServerAddress address;
    private final ServerPools pools;
    private final SlowQueries slow;
    private final ServerQueryLog log;
    private volatile @Nullable ServerFigures figures;
    private long usesThen;

    /** Times what is run over the connections of these pools. */
    ServerWatch(ServerAddress address, ServerPools pools, SlowQueries slow) {
        this.address = address;
        this.pools = pools;
        this.slow = slow;
        log = new ServerQueryLog(() -> pools.source().getConnection());
        pools.timedBy(new QueryTimer(slow, log));
    }

    @Override
    public Duration threshold() {
        return slow.threshold();
    }

    @Override
    public List<SlowQuery> slowQueries(int limit) {
        try (Connection connection = pools.reading()) {
            List<SlowQuery> found = log.newest(limit, connection);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw ServerFailures.of(address, e);
        }
    }

    @Override
    public String keptIn() {
        if (log.missing()) {
            return "the memory of this session, since " + address.label()
                    + " has no query_performance_log; 'alphaforge db migrate' creates it";
        }
        return log.refused()
                ? "the memory of this session, since this user may not write them on the server"
                : "query_performance_log on " + address.label();
    }

    @Override
    public Optional<PoolGauges> pool() {
        return Optional.of(pools.gauges());
    }

    @Override
    public synchronized Optional<ServerFigures> server() {
        long uses = pools.uses();
        if (uses != usesThen) {
            try (Connection connection = pools.idle()) {
                if (connection != null) {
                    figures = read(connection);
                    connection.rollback();
                    usesThen = uses;
                }
            } catch (SQLException e) {
                usesThen = uses;
                LOG.debug("The server does not say how it is.", e);
            }
        }
        return Optional.ofNullable(figures);
    }

    private static ServerFigures read(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, ServerWatch.class, "figures");
                ResultSet row = statement.executeQuery()) {
            row.next();
            double rate = row.getDouble("hit_rate");
            boolean none = row.wasNull();
            return new ServerFigures(
                    row.getLong("asked_ms"),
                    row.getInt("connections"),
                    row.getInt("most_connections"),
                    row.getLong("bytes"),
                    none ? Double.NaN : rate);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
