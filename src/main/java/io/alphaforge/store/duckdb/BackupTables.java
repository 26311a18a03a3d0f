package io.alphaforge.store.duckdb;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * The tables of a database as a backup takes them: all there are, so that one of a later version goes along too. Names
 * of tables cannot be parameters of a statement, so statements are put together here, of quoted names only.
 */
final class BackupTables {
    /** Its rows are covered by the digests of the series. */
    static final String BARS = "crypto_prices";

    /** Exclusive or of a hash a row: in any order, and independent of the version of DuckDB. */
    private static final String DIGEST = "bit_xor(md5_number(t::VARCHAR))";

    private BackupTables() {}

    /**
     * What a table or a part of it holds.
     *
     * @param digest of all rows, whatever their order; empty for none, and for the table of bars
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
                if (!rows.getString(1).equals(BackupManifest.TABLE)) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** How many rows a table has. */
    static long rows(DuckDBConnection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM main." + quoted(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What a table holds now. */
    static Content content(DuckDBConnection connection, String table) throws SQLException {
        return content(connection, table, table.equals(BARS) ? "NULL" : DIGEST, "");
    }

    /** What the rows of a series hold now, which have a digest whatever is wrong with them. */
    static Content content(DuckDBConnection connection, SeriesTable.Entry series) throws SQLException {
        return content(
                connection,
                BARS,
                DIGEST,
                " WHERE crypto_id = " + series.coin() + " AND interval_type = "
                        + literal(series.interval().code()));
    }

    private static Content content(DuckDBConnection connection, String table, String digest, String which)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*), CAST(" + digest + " AS VARCHAR) FROM main." + quoted(table) + " t" + which)) {
            rows.next();
            String value = rows.getString(2);
            return new Content(rows.getLong(1), value == null ? "" : String.format("%032x", new BigInteger(value)));
        }
    }
}
