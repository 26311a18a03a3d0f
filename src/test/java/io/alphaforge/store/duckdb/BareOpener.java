package io.alphaforge.store.duckdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a database as another program would, which knows of no guard but DuckDB's own, and says whether it could. */
public final class BareOpener {
    private BareOpener() {}

    public static void main(String[] arguments) {
        try (Connection opened = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
            System.out.println(opened.isClosed() ? "closed" : "open");
        } catch (SQLException e) {
            System.out.println("refused");
        }
    }
}
