package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Past runs in the tables {@code backtest_runs}, {@code backtest_results} and {@code backtest_failures}. */
final class DuckDbRunArchive implements RunArchive {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbRunArchive.class);
    private static final String LAST = "last";

    private final LocalDatabase database;

    DuckDbRunArchive(LocalDatabase database) {
        this.database = database;
    }

    @Override
    public void save(ArchivedRun run) {
        try (Session session = database.session()) {
            // Begins the transaction that the appender below joins; closing the session without a commit undoes it.
            session.run(DuckDbRunArchive.class, "insertRun", RunColumns.values(run.header()));
            appendRows(session, run);
            for (Map.Entry<String, String> failure : run.failures().entrySet()) {
                session.run(
                        DuckDbRunArchive.class,
                        "insertFailure",
                        run.header().runId(),
                        failure.getKey(),
                        failure.getValue());
            }
            session.commit();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    @Override
    public List<ArchivedRun.Header> list() {
        try (Session session = database.session()) {
            return headers(session);
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    @Override
    public void rename(String runId, String name) {
        try (Session session = database.session()) {
            int renamed = session.bound(DuckDbRunArchive.class, "rename", name.strip(), runId)
                    .executeUpdate();
            if (renamed == 0) {
                throw new StoreException("There is no run " + runId + " to be renamed.");
            }
            session.commit();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    @Override
    public void delete(String runId) {
        try (Session session = database.session()) {
            session.run(DuckDbRunArchive.class, "deleteFailures", runId);
            session.run(DuckDbRunArchive.class, "deleteRows", runId);
            session.run(DuckDbRunArchive.class, "deleteRun", runId);
            session.commit();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    @Override
    public Optional<ArchivedRun> find(String id) {
        try (Session session = database.session()) {
            Optional<ArchivedRun.Header> header = choose(headers(session), id);
            if (header.isEmpty()) {
                return Optional.empty();
            }
            String runId = header.get().runId();
            return Optional.of(new ArchivedRun(header.get(), rows(session, runId), failures(session, runId)));
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }

    private static Optional<ArchivedRun.Header> choose(List<ArchivedRun.Header> newestFirst, String id) {
        if (id.equals(LAST)) {
            return newestFirst.stream().findFirst();
        }
        List<ArchivedRun.Header> begun =
                newestFirst.stream().filter(h -> h.runId().startsWith(id)).toList();
        Optional<ArchivedRun.Header> named =
                begun.stream().filter(h -> h.runId().equals(id)).findFirst();
        if (named.isEmpty() && begun.size() > 1) {
            throw new IllegalArgumentException("Several runs begin with '" + id + "', the newest "
                    + begun.getFirst().runId() + "; name more of it, or 'last'.");
        }
        return named.or(() -> begun.stream().findFirst());
    }

    private static List<ArchivedRun.Header> headers(Session session) throws SQLException {
        List<ArchivedRun.Header> headers = new ArrayList<>();
        try (ResultSet rows = session.rows(DuckDbRunArchive.class, "list")) {
            while (rows.next()) {
                try {
                    headers.add(RunColumns.header(rows));
                } catch (IllegalArgumentException e) {
                    LOG.warn("Run {} is left out: {}", rows.getString("run_id"), e.getMessage());
                }
            }
        }
        return headers;
    }

    private static void appendRows(Session session, ArchivedRun run) throws SQLException {
        try (DuckDBAppender appender = session.appender("backtest_results")) {
            int position = 0;
            for (ResultRow row : run.rows()) {
                appender.beginRow().append(run.header().runId()).append(position++);
                for (Field<ResultRow> field : ResultFields.all()) {
                    append(appender, field, field.of(row));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Field<ResultRow> field, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (field.kind()) {
            case TEXT -> appender.append((String) value);
            case INTEGER -> appender.append(((Number) value).longValue());
            case REAL -> appender.append(((Number) value).doubleValue());
            case TIME -> appender.appendEpochMicros(((Number) value).longValue() * 1000);
            case FLAG -> appender.append((boolean) (Boolean) value);
        }
    }

    private static List<ResultRow> rows(Session session, String runId) throws SQLException {
        List<ResultRow> results = new ArrayList<>();
        try (ResultSet rows = session.rows(DuckDbRunArchive.class, "rows", runId)) {
            while (rows.next()) {
                Map<String, @Nullable Object> values = new HashMap<>();
                for (Field<ResultRow> field : ResultFields.all()) {
                    values.put(field.name(), rows.getObject(field.name()));
                }
                results.add(ResultFields.row(values::get));
            }
        }
        return results;
    }

    private static Map<String, String> failures(Session session, String runId) throws SQLException {
        Map<String, String> failures = new HashMap<>();
        try (ResultSet rows = session.rows(DuckDbRunArchive.class, "failures", runId)) {
            while (rows.next()) {
                failures.put(rows.getString("symbol"), rows.getString("reason"));
            }
        }
        return failures;
    }
}
