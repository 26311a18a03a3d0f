package io.alphaforge.store.duckdb;

import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/**
 * The tables of a database as a backup takes them: all there are, so that one of a later version goes along too. Names
 * of tables cannot be parameters of a statement, so statements are put together here, of quoted names only.
 */
final class BackupTables {
    /** The table in a backup that says what is in the others. */
    static final String MANIFEST = "alphaforge_backup";
    /** Its rows are covered by the digests of the series. */
    static final String BARS = "crypto_prices";

    private BackupTables() {}

    /**
     * What a table holds.
     *
     * @param digest of all rows, whatever their order; empty for the bars
     */
    record Content(long rows, String digest) {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as it stands in a statement. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The tables of a database by name, without the manifest. */
    static List<String> names(DuckDBConnection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String query = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
                + " AND schema_name = 'main' AND NOT internal AND NOT temporary ORDER BY table_name";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (!rows.getString(1).equals(MANIFEST)) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** What a table holds now. */
    static Content content(DuckDBConnection connection, String table) throws SQLException {
        // Exclusive or of a hash a row: in any order, and independent of the version of DuckDB.
        String digest = table.equals(BARS) ? "NULL" : "bit_xor(md5_number(t::VARCHAR))";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*), CAST(" + digest + " AS VARCHAR) FROM main." + quoted(table) + " t")) {
            rows.next();
            String value = rows.getString(2);
            return new Content(rows.getLong(1), value == null ? "" : String.format("%032x", new BigInteger(value)));
        }
    }

    /** Writes what the tables hold into a new manifest of an attached database. */
    static void note(DuckDBConnection connection, String database, Map<String, Content> contents) throws SQLException {
        String table = quoted(database) + ".main." + quoted(MANIFEST);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE " + table + " (name VARCHAR, rows BIGINT, digest VARCHAR)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
            for (Map.Entry<String, Content> content : contents.entrySet()) {
                insert.setString(1, content.getKey());
                insert.setLong(2, content.getValue().rows());
                insert.setString(3, content.getValue().digest());
                insert.execute();
            }
        }
    }

    /** What the manifest says, by name of the table; empty where there is no manifest. */
    static Map<String, Content> noted(DuckDBConnection connection) throws SQLException {
        Map<String, Content> contents = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery(
                    "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND table_name = "
                            + literal(MANIFEST))) {
                if (!there.next()) {
                    return contents;
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT name, rows, digest FROM " + quoted(MANIFEST))) {
                while (rows.next()) {
                    contents.put(rows.getString(1), new Content(rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return contents;
    }
}
