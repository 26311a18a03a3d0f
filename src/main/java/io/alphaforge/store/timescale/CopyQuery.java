package io.alphaforge.store.timescale;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text of a COPY, which takes no parameters: the one place where values are written into a statement. Every value is of
 * a type that cannot hold anything but itself (a number, a known interval, a time), and bounds that are literals let the
 * server leave chunks out when it plans.
 */
final class CopyQuery {
    private CopyQuery() {}

    /**
     * Rows of coin, time in microseconds since 2000-01-01 UTC and the named columns as doubles, in no order.
     *
     * @param columns in the order in which they are wanted
     * @param after only bars that open after it, UTC epoch milliseconds; {@link Long#MIN_VALUE} for all
     */
    static String bars(Collection<Integer> coins, Interval interval, List<BarColumn> columns, long after) {
        return copy("crypto_prices", coins, interval, columns, "", after);
    }

    /**
     * Such rows out of an aggregate, each with the number of bars that it sums up as one more double.
     *
     * @param aggregate of {@link Aggregates#of}
     * @param interval of the bars that are summed up
     */
    static String buckets(String aggregate, Collection<Integer> coins, Interval interval, List<BarColumn> columns) {
        return copy(aggregate, coins, interval, columns, ", bars::double precision", Long.MIN_VALUE);
    }

    private static String copy(
            String table,
            Collection<Integer> coins,
            Interval interval,
            List<BarColumn> columns,
            String more,
            long after) {
        String values =
                columns.stream().map(c -> ", " + name(c) + "::double precision").collect(Collectors.joining());
        return "COPY (SELECT crypto_id::integer, datetime" + values + more + " FROM " + table
                + " WHERE interval_type = '"
                + interval.code() + "' AND crypto_id IN ("
                + coins.stream().map(c -> Integer.toString(c)).collect(Collectors.joining(", ")) + ")"
                + (after == Long.MIN_VALUE ? "" : " AND datetime > " + time(after))
                + ") TO STDOUT (FORMAT binary)";
    }

    /** A literal that is a time of day in UTC whatever the type of the column. */
    private static String time(long millis) {
        String text = Instant.ofEpochMilli(millis).toString();
        return "'" + text.replace('T', ' ').replace("Z", "+00") + "'";
    }

    /** The column of the table of bars. */
    static String name(BarColumn column) {
        return switch (column) {
            case VOLUME -> "volume";
            default -> column.name().toLowerCase(Locale.ROOT) + "_price";
        };
    }
}
