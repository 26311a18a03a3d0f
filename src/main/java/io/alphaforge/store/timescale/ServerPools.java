package io.alphaforge.store.timescale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections for writing, and others for reading where replicas are given. Opens none before the first is asked for. */
final class ServerPools implements AutoCloseable {
    private static final int MOST = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerAddress address;
    private final ServerAddress replicas;
    private final HikariDataSource writing;
    private final HikariDataSource reading;

    /** A pool, or two. */
    ServerPools(ServerOptions options) {
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
        config.setConnectionTimeout(PATIENCE.toMillis());
        // A server that is not there must not keep the application from being built.
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
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

    /** A connection for reading, to a replica where one is given. */
    Connection reading() {
        return take(reading, replicas);
    }

    /** Connections for migrations. */
    DataSource source() {
        return writing;
    }

    private static Connection take(HikariDataSource pool, ServerAddress address) {
        try {
            probe(pool);
            return pool.getConnection();
        } catch (SQLException e) {
            throw ServerFailures.of(address, e.getCause() == null ? e : e.getCause());
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

    /** Gauges for people: connections in use, idle and waited for. */
    String gauges() {
        var bean = reading.getHikariPoolMXBean();
        return bean == null
                ? "no connection yet"
                : bean.getActiveConnections() + " in use, " + bean.getIdleConnections() + " idle, "
                        + bean.getThreadsAwaitingConnection() + " waiting";
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }
}
