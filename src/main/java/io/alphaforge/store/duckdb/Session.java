package io.alphaforge.store.duckdb;

import io.alphaforge.market.Column;
import io.alphaforge.store.sql.SqlFiles;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements, used by one thread at a time. The first statement after a commit or a
 * rollback begins the next transaction; closing undoes what was not committed.
 */
final class Session implements AutoCloseable {
    private static final SqlFiles SQL = new SqlFiles("db/local/query");

    private final DuckDBConnection connection;
    private final StatementTimer timer;
    private final Map<String, DuckDBPreparedStatement> prepared = new HashMap<>();
    private volatile @Nullable DuckDBPreparedStatement latest;

    /** A session that closes the connection in the end. */
    Session(DuckDBConnection connection, StatementTimer timer) throws SQLException {
        this.connection = connection;
        this.timer = timer;
        connection.setAutoCommit(false);
    }

    /** The statement of a method, prepared once unless it fails; never to be closed by the caller. */
    DuckDBPreparedStatement statement(Class<?> owner, String method) throws SQLException {
        String sql = SQL.text(owner, method);
        DuckDBPreparedStatement statement = prepared.get(sql);
        // The driver closes a statement that has failed.
        if (statement == null || statement.isClosed()) {
            statement = connection.prepare(sql);
            prepared.put(sql, statement);
        }
        latest = statement;
        return statement;
    }

    /** Runs the statement of a method with these parameters. */
    void run(Class<?> owner, String method, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(owner, method, parameters);
        long start = System.nanoTime();
        try {
            statement.execute();
        } finally {
            ended(start, owner, method);
        }
    }

    /** The rows of the statement of a method with these parameters. */
    ResultSet rows(Class<?> owner, String method, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(owner, method, parameters);
        long start = System.nanoTime();
        try {
            return statement.executeQuery();
        } finally {
            ended(start, owner, method);
        }
    }

    /** A statement that was not run by this session's own methods has ended; see {@link StatementTimer#ended}. */
    void ended(long startNanos, Class<?> owner, String method) {
        timer.ended(startNanos, owner.getSimpleName() + "/" + method, SQL.text(owner, method));
    }

    /** The statement of a method with these parameters set. */
    DuckDBPreparedStatement bound(Class<?> owner, String method, @Nullable Object... parameters) throws SQLException {
        DuckDBPreparedStatement statement = statement(owner, method);
        bind(statement, parameters);
        return statement;
    }

    private static PreparedStatement bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            // NaN stands for a figure without a value, which the database calls NULL.
            boolean missing = parameters[i] instanceof Double number && number.isNaN();
            statement.setObject(i + 1, missing ? null : parameters[i]);
        }
        return statement;
    }

    /** Numbers as a parameter that is a list. */
    Array list(Column numbers) throws SQLException {
        return connection.createArrayOf(
                "DOUBLE", Arrays.stream(numbers.toArray()).boxed().toArray());
    }

    /**
     * An appender to a table, to be closed before the commit. It begins no transaction by itself, so that each of its
     * blocks would be committed at once: run a statement first.
     */
    DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(table);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // A commit that failed, on a full disk for example, has ended its transaction. The driver does not know: it
            // would begin no other, and every statement from then on would be committed by itself.
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN TRANSACTION");
            }
            connection.rollback();
        }
    }

    /** Stops the statement that is being run, if one is; from any thread, as long as the session is open. */
    void cancel() throws SQLException {
        DuckDBPreparedStatement running = latest;
        if (running != null) {
            running.cancel();
        }
    }

    /** Version of DuckDB. */
    String productVersion() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void close() throws SQLException {
        try {
            for (DuckDBPreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } finally {
            connection.close();
        }
    }
}
