package io.alphaforge.store.timescale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.alphaforge.telemetry.PoolGauges;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections for writing, and others for reading where replicas are given. Opens none before the first is asked for. */
final class ServerPools implements AutoCloseable {
    static final int MOST = 6;
    /** How long a connection is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** After which it is looked whether there is still a server. */
    private static final Duration TURN = Duration.ofSeconds(1);
    /** What a server that keeps its own limit may be late by. */
    private static final Duration LATE = Duration.ofSeconds(10);

    /** What the driver has to say comes as exceptions; what it writes besides would get onto the user's terminal. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final ServerOptions options;
    private final ServerAddress address;
    private final ServerAddress replicas;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final AtomicLong uses = new AtomicLong();
    private volatile @Nullable QueryTimer timer;

    /** A pool, or two. */
    ServerPools(ServerOptions options) {
        this.options = options;
        address = options.address();
        writing = pool(address, options, "alphaforge-write");
        ServerAddress replica = options.replicas();
        replicas = replica == null ? address : replica;
        reading = replica == null ? writing : pool(replica, options, "alphaforge-read");
    }

    private static HikariDataSource pool(ServerAddress address, ServerOptions options, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setConnectionTimeout(TURN.toMillis());
        // A server that is not there must not keep the application from being built.
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setExceptionOverride(new Refusals());
        config.setDataSourceProperties(properties(address, options));
        return new HikariDataSource(config);
    }

    /** What the driver is told beside the URL. */
    static Properties properties(ServerAddress address, ServerOptions options) {
        Properties properties = new Properties();
        properties.putAll(address.parameters());
        properties.putIfAbsent("ApplicationName", "AlphaForge");
        properties.putIfAbsent("connectTimeout", "5");
        properties.putIfAbsent("loginTimeout", "8");
        properties.putIfAbsent("tcpKeepAlive", "true");
        // Behind a pooler a statement prepared by name may be asked for on another server connection.
        properties.putIfAbsent("prepareThreshold", address.pooled() ? "0" : "5");
        properties.putIfAbsent("reWriteBatchedInserts", "true");
        if (address.trustsJava()) {
            properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        if (!address.user().isEmpty()) {
            properties.put("user", address.user());
        }
        @Nullable String password = options.password();
        if (password != null) {
            properties.put("password", password);
        }
        return properties;
    }

    /** A connection for changing things; transactions are begun by the first statement. */
    Connection writing() {
        return take(writing, address);
    }

    /** Where {@link #reading} leads to. */
    ServerAddress readAddress() {
        return replicas;
    }

    /** A connection for reading, to a replica where one is given. */
    Connection reading() {
        return take(reading, replicas);
    }

    /**
     * Lets a connection be given up when nothing has come for longer than a statement may take: a network that swallows
     * everything tells nobody. A limit of the user's own goes before.
     *
     * @param longest 0 for no limit
     */
    void wait(Connection connection, Duration longest) throws SQLException {
        if (!longest.isZero() && connection.getNetworkTimeout() == 0) {
            long most = longest.plus(LATE).toMillis();
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, most));
        }
    }

    /** Connections for migrations. */
    DataSource source() {
        return address.pooled() ? SharedSessions.of(writing) : writing;
    }

    /** Times what is run from now on over connections that are handed out, other than those of {@link #source}. */
    void timedBy(QueryTimer wanted) {
        timer = wanted;
    }

    private Connection take(HikariDataSource pool, ServerAddress address) {
        uses.incrementAndGet();
        return open(pool, address);
    }

    private Connection open(HikariDataSource pool, ServerAddress address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                probe(pool);
                try {
                    QueryTimer by = timer;
                    Connection connection = pool.getConnection();
                    return by == null ? connection : MeasuredConnection.of(connection, by);
                } catch (SQLTransientConnectionException e) {
                    // All are in use, or those that were there are gone; the probe tells of the latter at once.
                    if (System.nanoTime() - end > 0) {
                        if (e.getCause() == null && gauges(pool).inUse() >= MOST) {
                            throw ServerFailures.busy(address, MOST, e);
                        }
                        throw e;
                    }
                }
            }
        } catch (SQLException e) {
            // That nothing came in time says less than why.
            throw HostFailures.of(address, options, e.getCause() instanceof SQLException reason ? reason : e);
        }
    }

    /** A pool tries again and again until its patience ends; what will not work is known at once this way. */
    private static void probe(HikariDataSource pool) throws SQLException {
        var bean = pool.getHikariPoolMXBean();
        if (bean == null || bean.getTotalConnections() == 0) {
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getDataSourceProperties())
                    .close();
        }
    }

    /** Lets go of connections that were there before the server went away. */
    void forget() {
        for (HikariDataSource pool : List.of(writing, reading)) {
            if (pool.getHikariPoolMXBean() != null) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    /** Whether every connection for writing that there may be is in use. */
    boolean full() {
        return gauges(writing).inUse() >= MOST;
    }

    /** How often a connection was handed out. */
    long uses() {
        return uses.get();
    }

    /** A connection for reading that is open and idle, without counting as a use; null when there is none. */
    @Nullable
    Connection idle() throws SQLException {
        return gauges(reading).idle() > 0 ? reading.getConnection() : null;
    }

    /**
     * Asks the server that is read for nothing but an answer, without counting as a use. Where all connections are in use
     * it is not asked: whoever uses them finds out.
     */
    void requireReachable() {
        if (gauges(reading).inUse() < MOST) {
            try {
                // The pool has a connection that lay idle answer before it hands it out.
                open(reading, replicas).close();
            } catch (SQLException e) {
                throw ServerFailures.of(replicas, e);
            }
        }
    }

    /** Gauges for people: connections in use, idle and waited for. */
    String described() {
        PoolGauges now = gauges();
        return now.inUse() + now.idle() + now.waiting() == 0
                ? "no connection yet"
                : now.inUse() + " in use, " + now.idle() + " idle, " + now.waiting() + " waiting";
    }

    /** Connections of both pools at this moment. */
    PoolGauges gauges() {
        return reading.equals(writing) ? gauges(writing) : gauges(writing).plus(gauges(reading));
    }

    private static PoolGauges gauges(HikariDataSource pool) {
        var bean = pool.getHikariPoolMXBean();
        return bean == null
                ? new PoolGauges(0, 0, 0, MOST)
                : new PoolGauges(
                        bean.getActiveConnections(),
                        bean.getIdleConnections(),
                        bean.getThreadsAwaitingConnection(),
                        MOST);
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }
}
