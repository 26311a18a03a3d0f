package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenanceItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what advice on a server's settings needs. */
final class ServerSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSettings.class);
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    private ServerSettings() {}

    /**
     * Settings with what is recommended.
     *
     * @param connection in a transaction that is given up when the server's memory may not be read
     * @param memory of the server in bytes as the user says; 0 to ask the server, which tells its administrator only
     */
    static List<MaintenanceItem> read(Connection connection, long memory) throws SQLException {
        Map<String, SettingAdvice.Setting> settings = new HashMap<>();
        long database = 0;
        long connections = 0;
        try (PreparedStatement statement = prepare(connection, "settings");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long bytes = row.getLong("bytes");
                settings.put(
                        row.getString("name"),
                        new SettingAdvice.Setting(row.getString("shown"), bytes > 0 ? bytes : row.getLong("number")));
                database = row.getLong("database_bytes");
                connections = row.getLong("connections");
            }
        }
        long own = memory > 0 ? 0 : own(connection);
        String source = memory > 0 ? "as you say" : "as its system says";
        return new SettingAdvice(settings, Math.max(memory, own), source).items(database, connections);
    }

    private static long own(Connection connection) {
        try {
            if (!Boolean.parseBoolean(text(connection, "mayReadFiles"))) {
                return 0;
            }
            Matcher total = TOTAL.matcher(text(connection, "memory"));
            return total.find() ? Long.parseLong(total.group(1)) * 1024 : 0;
        } catch (SQLException e) {
            LOG.debug("The server does not tell its memory.", e);
            return 0;
        }
    }

    private static String text(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = prepare(connection, name);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1) == null ? "" : String.valueOf(row.getObject(1));
        }
    }

    private static PreparedStatement prepare(Connection connection, String name) throws SQLException {
        return Statements.prepare(connection, ServerSettings.class, name);
    }
}
