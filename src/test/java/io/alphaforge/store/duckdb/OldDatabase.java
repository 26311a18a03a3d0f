package io.alphaforge.store.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Databases as an earlier version of AlphaForge left them. */
final class OldDatabase {
    private OldDatabase() {}

    /** Makes a database of an earlier schema and fills it with everything of a newer one that it has room for. */
    static void copy(Path newest, Path old, int version) throws SQLException {
        Flyway.configure()
                .dataSource("jdbc:duckdb:" + old, null, null)
                .locations("classpath:db/local/migration")
                .target(Integer.toString(version))
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + newest + "' AS newest");
            for (Map.Entry<String, List<String>> table : tables(statement).entrySet()) {
                String columns = String.join(",", table.getValue());
                statement.execute("INSERT INTO " + table.getKey() + " (" + columns + ") SELECT " + columns
                        + " FROM newest." + table.getKey());
            }
        }
    }

    /** The quoted names of the columns by table, history left out. */
    private static Map<String, List<String>> tables(Statement statement) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT table_name, column_name FROM duckdb_columns() c JOIN duckdb_tables() t"
                        + " USING (database_oid, table_oid, table_name)"
                        + " WHERE t.database_name <> 'newest' AND table_name <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
                        .add('"' + rows.getString(2) + '"');
            }
        }
        return tables;
    }
}
