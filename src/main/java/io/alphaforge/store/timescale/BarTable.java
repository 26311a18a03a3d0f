package io.alphaforge.store.timescale;

import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The types of the columns that bars are kept in, which an existing database may have chosen for itself: numbers with so
 * many decimals or whole ones, times without a zone, other numbers of coins. Bars are made what their columns can hold
 * before they are compared with stored ones and hashed, so that what is said of them is true of what is read back.
 */
final class BarTable {
    private static final String EXACT = "double precision";

    private final Map<String, Type> types;

    private BarTable(Map<String, Type> types) {
        this.types = types;
    }

    /**
     * What a column is.
     *
     * @param scale decimals of a number that has a limit; 0 for other types
     * @param precision digits of a number that has a limit, those decimals among them; 0 for other types
     */
    private record Type(String name, boolean limited, int scale, int precision) {
        private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

        /** The smallest positive number that is too large. */
        private double end() {
            return switch (name) {
                case "smallint" -> 0x1p15;
                case "integer" -> 0x1p31;
                case "bigint" -> 0x1p63;
                default -> limited ? Math.pow(10, precision - scale) : Double.POSITIVE_INFINITY;
            };
        }

        /** Whether there is room for what {@link #fit} makes of a finite number. */
        boolean holds(double fitted) {
            return Double.isFinite(fitted) && Math.abs(fitted) < end();
        }

        String title() {
            return limited ? name + "(" + precision + "," + scale + ")" : name;
        }

        boolean isWhole() {
            return WHOLE.contains(name);
        }

        /** What the column makes of a number. */
        double fit(double value) {
            if (!Double.isFinite(value)) {
                return value;
            }
            if (name.equals("real")) {
                return (float) value;
            }
            return limited || isWhole()
                    ? BigDecimal.valueOf(value)
                            .setScale(scale, RoundingMode.HALF_UP)
                            .doubleValue()
                    : value;
        }
    }

    static BarTable of(Connection connection) throws SQLException {
        Map<String, Type> types = new HashMap<>();
        try (PreparedStatement statement = Statements.prepare(connection, BarTable.class, "types");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int scale = rows.getInt("scale");
                boolean limited = !rows.wasNull();
                types.put(
                        rows.getString("name"),
                        new Type(rows.getString("type"), limited, scale, rows.getInt("precision")));
            }
        }
        return new BarTable(types);
    }

    private Type type(String column) {
        return types.getOrDefault(column, new Type("?", false, 0, 0));
    }

    private Type type(BarColumn column) {
        return type(CopyQuery.name(column));
    }

    /** Whether rows can be sent in binary, which takes exactly these types; a time is the same with and without a zone. */
    boolean isBinary() {
        for (BarColumn column : BarColumn.values()) {
            if (!type(column).name().equals(EXACT)) {
                return false;
            }
        }
        return type("crypto_id").name().equals("integer")
                && type("datetime").name().startsWith("timestamp ")
                && Set.of("text", "character varying")
                        .contains(type("interval_type").name());
    }

    /** A number as its column takes it in text. */
    String text(BarColumn column, double value) {
        return type(column).isWhole() ? Long.toString((long) value) : Double.toString(value);
    }

    /**
     * The same write with bars as the table can hold them.
     *
     * @throws StoreException when a price would become 0, or a number is too large
     */
    SeriesWrite fit(SeriesWrite write) {
        Bars bars = write.bars();
        if (isBinary()) {
            return write;
        }
        Map<BarColumn, Column> fitted = new EnumMap<>(BarColumn.class);
        for (BarColumn column : BarColumn.values()) {
            double[] values = bars.column(column).toArray();
            for (int i = 0; i < values.length; i++) {
                double before = values[i];
                values[i] = type(column).fit(before);
                if (values[i] == 0 && before != 0 && column != BarColumn.VOLUME) {
                    throw new StoreException("The column " + CopyQuery.name(column) + " of crypto_prices is of type "
                            + type(column).name() + " with " + type(column).scale() + " decimals, too few for "
                            + write.instrument().symbol() + " at " + before
                            + "; let its owner make it double precision. Nothing was written.");
                }
                if (Double.isFinite(before) && !type(column).holds(values[i])) {
                    throw new StoreException("The column " + CopyQuery.name(column) + " of crypto_prices is of type "
                            + type(column).title() + ", too small for "
                            + write.instrument().symbol() + " at " + before
                            + "; let its owner make it double precision. Nothing was written.");
                }
            }
            fitted.put(column, Column.owning(values));
        }
        return new SeriesWrite(
                write.instrument(),
                Bars.owning(bars.interval(), bars.toTimeArray(), fitted),
                write.source(),
                write.duplicates(),
                write.rejected(),
                write.mode(),
                write.synthetic());
    }
}
