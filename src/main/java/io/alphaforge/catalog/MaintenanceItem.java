package io.alphaforge.catalog;

import java.util.List;
import java.util.Locale;

/**
 * Something found in a database that takes room, is not needed or could be set better.
 *
 * @param table that an index or a chunk is of; the name itself for a table
 * @param value of a setting; empty for anything else
 * @param recommended value of a setting; empty where none can be told, and for anything else
 * @param note what to know about it, in a sentence; may be empty
 * @param actions what may be done about it, the most likely one first
 */
public record MaintenanceItem(
        Kind kind,
        String name,
        String table,
        Figures figures,
        String value,
        String recommended,
        String note,
        List<MaintenanceAction> actions) {

    /** What an item is. */
    public enum Kind {
        TABLE,
        VIEW,
        CHUNK,
        INDEX,
        UNUSED_INDEX,
        LEFTOVER,
        RETENTION,
        SETTING,
        FILE;

        /** In words: {@code unused index}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * How large something is; NaN where that is not known or has no meaning.
     *
     * @param bytes all of it, indexes included
     * @param indexBytes of its indexes
     * @param rows about how many, as the server estimates: nobody counts them
     * @param chunks that it consists of
     * @param compression size before compression over size after it, of what is compressed
     * @param uses how often an index was used since statistics are kept
     */
    public record Figures(
            double bytes, double indexBytes, double rows, double chunks, double compression, double uses) {
        public static final Figures NONE =
                new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        public static Figures of(double bytes) {
            return new Figures(bytes, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    public MaintenanceItem {
        actions = List.copyOf(actions);
    }

    /** An item that is no setting. */
    public static MaintenanceItem of(
            Kind kind, String name, String table, Figures figures, String note, List<MaintenanceAction> actions) {
        return new MaintenanceItem(kind, name, table, figures, "", "", note, actions);
    }

    /** Whether it is the same thing, found another time. */
    public boolean isSameAs(MaintenanceItem other) {
        return kind == other.kind && name.equals(other.name) && table.equals(other.table);
    }
}
