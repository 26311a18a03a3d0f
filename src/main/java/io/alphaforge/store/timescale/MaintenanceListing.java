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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is found on a server: tables and views, their chunks and indexes, leftovers, retention. */
final class MaintenanceListing {
    private final Connection connection;
    private final ServerFacts facts;
    private final List<MaintenanceItem> items = new ArrayList<>();

    MaintenanceListing(Connection connection, ServerFacts facts) {
        this.connection = connection;
        this.facts = facts;
    }

    /** Everything but settings. */
    List<MaintenanceItem> read() throws SQLException {
        Statements.run(connection, MaintenanceListing.class, "quick");
        Map<String, Whole> hypertables = hypertables();
        tables(hypertables);
        hypertables.values().stream().filter(Whole::isView).forEach(view -> items.add(item(view)));
        items.sort((a, b) -> a.kind() == b.kind()
                ? Double.compare(b.figures().bytes(), a.figures().bytes())
                : a.kind().compareTo(b.kind()));
        Set<String> leftovers = new HashSet<>();
        items.stream().filter(i -> i.kind() == Kind.LEFTOVER).forEach(i -> leftovers.add(i.name()));
        items.addAll(IndexListing.read(connection, leftovers));
        if (facts.hasBars()) {
            retention();
        }
        if (facts.edition() != Edition.POSTGRESQL) {
            chunks();
        }
        return items;
    }

    /** A hypertable, or the one that an aggregate is kept in. */
    private record Whole(String name, boolean isView, Figures figures, long compressedChunks, double saved) {}

    private Map<String, Whole> hypertables() throws SQLException {
        Map<String, Whole> found = new HashMap<>();
        if (facts.edition() == Edition.POSTGRESQL) {
            return found;
        }
        try (PreparedStatement statement = prepare("hypertables");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                double before = real(row, "before_bytes");
                double after = real(row, "after_bytes");
                found.put(
                        row.getString("name"),
                        new Whole(
                                row.getString("name"),
                                row.getBoolean("is_view"),
                                new Figures(
                                        real(row, "bytes"),
                                        real(row, "index_bytes"),
                                        real(row, "row_count"),
                                        real(row, "chunks"),
                                        before / after,
                                        Double.NaN),
                                row.getLong("compressed_chunks"),
                                before - after));
            }
        }
        return found;
    }

    private void tables(Map<String, Whole> hypertables) throws SQLException {
        try (PreparedStatement statement = prepare("tables");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                Whole whole = hypertables.get(name);
                Figures figures = whole == null
                        ? new Figures(
                                real(row, "bytes"),
                                real(row, "index_bytes"),
                                real(row, "row_count"),
                                Double.NaN,
                                Double.NaN,
                                Double.NaN)
                        : whole.figures();
                if (MaintenanceTarget.isLeftover(name)) {
                    String like = "Named like a copy of one of AlphaForge's tables, and read by nothing of AlphaForge.";
                    items.add(MaintenanceItem.of(
                            Kind.LEFTOVER, name, name, figures, like, List.of(MaintenanceAction.DROP_TABLE)));
                } else if (whole != null) {
                    items.add(item(whole));
                } else if (row.getBoolean("is_view")) {
                    items.add(MaintenanceItem.of(
                            Kind.VIEW,
                            name,
                            name,
                            figures,
                            "",
                            List.of(MaintenanceAction.REFRESH, MaintenanceAction.VACUUM)));
                } else {
                    items.add(MaintenanceItem.of(
                            Kind.TABLE,
                            name,
                            name,
                            figures,
                            note(row),
                            List.of(MaintenanceAction.VACUUM, MaintenanceAction.ANALYZE)));
                }
            }
        }
    }

    private MaintenanceItem item(Whole whole) {
        List<MaintenanceAction> actions = new ArrayList<>();
        if (whole.isView()) {
            actions.add(MaintenanceAction.REFRESH);
        } else {
            if (facts.edition() == Edition.COMMUNITY) {
                actions.add(MaintenanceAction.COMPRESS);
            }
            actions.add(MaintenanceAction.VACUUM);
            actions.add(MaintenanceAction.ANALYZE);
        }
        String note = facts.edition() != Edition.COMMUNITY
                ? "This server does not compress."
                : whole.compressedChunks() == 0
                        ? "No chunk is compressed."
                        : Amounts.count(whole.compressedChunks()) + " of "
                                + Amounts.plural((long) whole.figures().chunks(), "chunk") + " compressed, "
                                + Amounts.bytes(whole.saved()) + " saved.";
        return MaintenanceItem.of(
                whole.isView() ? Kind.VIEW : Kind.TABLE, whole.name(), whole.name(), whole.figures(), note, actions);
    }

    private static String note(ResultSet row) throws SQLException {
        long dead = row.getLong("dead");
        long vacuumed = row.getLong("vacuumed_ms");
        String never = row.wasNull() ? "never vacuumed" : "vacuumed " + Amounts.day(vacuumed);
        return dead == 0 ? "" : "About " + Amounts.plural(dead, "dead row") + ", " + never + ".";
    }

    private void retention() throws SQLException {
        Optional<String> kept = retention(connection, facts);
        items.add(MaintenanceItem.of(
                Kind.RETENTION,
                "retention",
                "crypto_prices",
                Figures.NONE,
                kept.orElse("Bars are kept for ever."),
                kept.isPresent()
                        ? List.of(MaintenanceAction.RETENTION, MaintenanceAction.RETENTION_OFF)
                        : List.of(MaintenanceAction.RETENTION)));
    }

    /** After how long bars are dropped, in a sentence with the server's own words; empty when they are kept. */
    static Optional<String> retention(Connection connection, ServerFacts facts) throws SQLException {
        if (facts.edition() != Edition.COMMUNITY) {
            return Optional.empty();
        }
        try (PreparedStatement statement = Statements.prepare(connection, MaintenanceListing.class, "policies");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(retention(row)) : Optional.empty();
        }
    }

    private static String retention(ResultSet row) throws SQLException {
        String age = row.getString("drop_after");
        String made = row.getString("drop_created_before");
        String which = age != null
                ? " with bars older than " + age
                : made == null ? "" : " that were made more than " + made + " ago";
        return "Chunks" + which + " are dropped by a job of the server.";
    }

    private void chunks() throws SQLException {
        try (PreparedStatement statement = prepare("chunks");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                items.add(MaintenanceItem.of(
                        Kind.CHUNK,
                        row.getString("name"),
                        row.getString("parent"),
                        new Figures(
                                real(row, "bytes"),
                                real(row, "index_bytes"),
                                Double.NaN,
                                Double.NaN,
                                real(row, "before_bytes") / real(row, "after_bytes"),
                                Double.NaN),
                        Amounts.day(row.getLong("start_ms")) + " to " + Amounts.day(row.getLong("end_ms"))
                                + (row.getBoolean("is_compressed") ? ", compressed." : ", not compressed."),
                        List.of()));
            }
        }
    }

    private PreparedStatement prepare(String name) throws SQLException {
        return Statements.prepare(connection, MaintenanceListing.class, name);
    }

    private static double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
