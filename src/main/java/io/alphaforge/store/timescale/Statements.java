package io.alphaforge.store.timescale;

import io.alphaforge.store.sql.SqlFiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of this package, each in a file of its own under {@code db/timescale/query}. */
final class Statements {
    private static final SqlFiles SQL = new SqlFiles("db/timescale/query");
    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    private Statements() {}

    static String text(Class<?> owner, String name) {
        return SQL.text(owner, name);
    }

    static String text(String owner, String name) {
        return SQL.text(owner, name);
    }

    /** The text of a statement that takes no parameters, with a number in the place of its question mark. */
    static String text(Class<?> owner, String name, long number) {
        return text(owner, name).replace("?", Long.toString(number));
    }

    /** The file of a statement, {@code Class/method}; empty for a text that is in none. */
    static Optional<String> name(String text) {
        return SQL.name(text).or(() -> SQL.name(NUMBER.matcher(text).replaceFirst("?")));
    }

    /**
     * A text that is taken for what it is compared with, where an existing database may have a type of its own: the names of
     * intervals for example.
     */
    record Named(String text) {}

    /** A statement with its parameters set, to be closed by the caller. */
    static PreparedStatement prepare(Connection connection, Class<?> owner, String name, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SQL.text(owner, name));
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Named named) {
                statement.setObject(i + 1, named.text(), Types.OTHER);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }

    /** Runs a statement whose rows, if there are any, do not matter. */
    static void run(Connection connection, Class<?> owner, String name, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, owner, name, parameters)) {
            statement.execute();
        }
    }
}
