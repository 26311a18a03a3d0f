package io.alphaforge.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes a database file behind the application's back. */
final class Altered {
    private Altered() {}

    static void by(Path file, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
