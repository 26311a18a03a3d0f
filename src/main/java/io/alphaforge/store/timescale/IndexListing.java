package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenanceItem.Figures;
import io.alphaforge.catalog.MaintenanceItem.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The indexes of a server, those that are not used apart. */
final class IndexListing {
    private IndexListing() {}

    /** @param leftovers tables whose indexes go with them */
    static List<MaintenanceItem> read(Connection connection, Set<String> leftovers) throws SQLException {
        String since = since(connection);
        List<MaintenanceItem> items = new ArrayList<>();
        List<MaintenanceItem> unused = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, IndexListing.class, "indexes");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String parent = row.getString("parent");
                boolean spare = !row.getBoolean("needed") && row.getLong("uses") == 0 && row.getBoolean("valid");
                if (!spare) {
                    items.add(used(row));
                } else if (!leftovers.contains(parent)) {
                    unused.add(MaintenanceItem.of(
                            Kind.UNUSED_INDEX,
                            row.getString("name"),
                            parent,
                            figures(row),
                            "Not used once since " + since + ", when this server began to count.",
                            List.of(MaintenanceAction.DROP_INDEX, MaintenanceAction.REINDEX)));
                }
            }
        }
        items.addAll(unused);
        return items;
    }

    private static MaintenanceItem used(ResultSet row) throws SQLException {
        String note = row.getBoolean("needed") ? "Keeps rows unique." : "";
        return MaintenanceItem.of(
                Kind.INDEX,
                row.getString("name"),
                row.getString("parent"),
                figures(row),
                row.getBoolean("valid") ? note : "Not valid: building it broke off, so queries do not use it.",
                List.of(MaintenanceAction.REINDEX));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getDouble("bytes"), Double.NaN, Double.NaN, Double.NaN, Double.NaN, row.getDouble("uses"));
    }

    private static String since(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, IndexListing.class, "since");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Amounts.day(row.getLong(1));
        }
    }
}
