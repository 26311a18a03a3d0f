package io.alphaforge.store.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/**
 * What a backup says of itself, in a table of its own: what is in the others, and which series were damaged already when
 * it was made. A database that was restored has none, one that is a backup itself has that of the moment it was made.
 *
 * @param tables what they hold, by name
 * @param damaged what the rows of damaged series hold, by {@link io.alphaforge.catalog.SeriesKey#toString}
 */
record BackupManifest(Map<String, BackupTables.Content> tables, Map<String, BackupTables.Content> damaged) {
    static final String TABLE = "alphaforge_backup";

    /** Begins the names of series. */
    private static final String DAMAGED = "damaged series: ";

    /** Writes what the tables hold into a new manifest of an attached database. */
    static void write(DuckDBConnection connection, String database, Map<String, BackupTables.Content> tables)
            throws SQLException {
        String table = BackupTables.quoted(database) + ".main." + BackupTables.quoted(TABLE);
        try (Statement statement = connection.createStatement()) {
            // That of a database which is a backup itself has come along with the other tables.
            statement.execute("CREATE OR REPLACE TABLE " + table + " (name VARCHAR, rows BIGINT, digest VARCHAR)");
        }
        insert(connection, table, "", tables);
    }

    /** Adds damaged series to the manifest of the database that is open. */
    static void add(DuckDBConnection connection, Map<String, BackupTables.Content> damaged) throws SQLException {
        insert(connection, "main." + BackupTables.quoted(TABLE), DAMAGED, damaged);
    }

    private static void insert(
            DuckDBConnection connection, String table, String prefix, Map<String, BackupTables.Content> contents)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
            for (Map.Entry<String, BackupTables.Content> content : contents.entrySet()) {
                insert.setString(1, prefix + content.getKey());
                insert.setLong(2, content.getValue().rows());
                insert.setString(3, content.getValue().digest());
                insert.execute();
            }
        }
    }

    /** The manifest of the database that is open; empty where it has none. */
    static BackupManifest read(DuckDBConnection connection) throws SQLException {
        BackupManifest manifest = new BackupManifest(new TreeMap<>(), new TreeMap<>());
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery(
                    "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND table_name = "
                            + BackupTables.literal(TABLE))) {
                if (!there.next()) {
                    return manifest;
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT name, rows, digest FROM " + BackupTables.quoted(TABLE))) {
                while (rows.next()) {
                    manifest.put(rows.getString(1), new BackupTables.Content(rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return manifest;
    }

    private void put(String name, BackupTables.Content content) {
        if (name.startsWith(DAMAGED)) {
            damaged.put(name.substring(DAMAGED.length()), content);
        } else {
            tables.put(name, content);
        }
    }
}
