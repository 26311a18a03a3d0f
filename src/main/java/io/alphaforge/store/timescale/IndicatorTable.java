package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.run.TechnicalIndicators;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of technical indicators, filled in the transaction that writes bars. It holds the newest bars of each series,
 * which is what screening and alerts ask for; with all of them it would take more room than the bars.
 */
final class IndicatorTable {
    /** How many bars of a series it holds at the most. */
    static final int DEPTH = 1000;

    private static final String TABLE = "crypto_technical_indicators";

    private final Connection connection;
    private @Nullable Boolean usable;

    IndicatorTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether the table is there with its columns, and may be written. */
    private boolean isUsable() throws SQLException {
        if (usable == null) {
            try (PreparedStatement statement = Statements.prepare(connection, IndicatorTable.class, "usable");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                usable = row.getBoolean(1);
            }
        }
        return usable;
    }

    /**
     * Brings a series up to date.
     *
     * @param before what was known of it when its indicators were written the last time; null when they are to be written
     *     anew because more than an end was added
     * @param bars all of them
     */
    void put(int coin, @Nullable StoredSeries before, Bars bars) throws SQLException {
        if (!isUsable()) {
            return;
        }
        String interval = bars.interval().code();
        int from = Math.max(0, bars.size() - DEPTH);
        if (before != null && holds(coin, before)) {
            Statements.run(
                    connection,
                    IndicatorTable.class,
                    "deleteOlder",
                    coin,
                    interval,
                    bars.isEmpty() ? Long.MIN_VALUE : bars.time(from));
            from = Math.max(from, bars.indexAtOrAfter(before.lastOpen() + 1));
        } else {
            delete(coin, bars.interval());
        }
        if (from < bars.size()) {
            send(coin, bars, from);
        }
    }

    private boolean holds(int coin, StoredSeries before) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(
                        connection,
                        IndicatorTable.class,
                        "held",
                        coin,
                        before.interval().code());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) == Math.min(DEPTH, before.bars()) && row.getLong(2) == before.lastOpen();
        }
    }

    private void send(int coin, Bars bars, int from) throws SQLException {
        SequencedMap<String, Column> values = TechnicalIndicators.of(bars);
        String names = String.join(", ", values.keySet());
        try (BinaryCopy copy =
                new BinaryCopy(connection, TABLE + " (crypto_id, interval_type, datetime, " + names + ")")) {
            for (int i = from; i < bars.size(); i++) {
                copy.row(3 + values.size())
                        .integer(coin)
                        .text(bars.interval().code())
                        .time(bars.time(i));
                for (Column column : values.values()) {
                    copy.realOrNull(column.get(i));
                }
            }
            copy.end();
        }
    }

    void delete(int coin, Interval interval) throws SQLException {
        if (isUsable()) {
            Statements.run(connection, IndicatorTable.class, "delete", coin, interval.code());
        }
    }

    /** Series of which the table has nothing, because they were written before it was filled. */
    Set<SeriesSurvey.Place> missing() throws SQLException {
        return isUsable() ? SeriesSurvey.places(connection, IndicatorTable.class, "missing") : Set.of();
    }
}
