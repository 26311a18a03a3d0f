package io.alphaforge.store.timescale;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesUpdate;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes and deletes series within the transaction of a connection, which the caller commits. */
final class SeriesWriter {
    private final Connection connection;
    private final ServerFacts facts;
    private final SeriesIndex index;
    private final CoinTable coins;
    private final IndicatorTable indicators;
    private final VersionTable versions;

    SeriesWriter(Connection connection, ServerFacts facts, SeriesIndex index) {
        this.connection = connection;
        this.facts = facts;
        this.index = index;
        coins = new CoinTable(connection, facts);
        indicators = new IndicatorTable(connection);
        versions = new VersionTable(connection);
    }

    /** What a write would do, worked out in the connection's snapshot. */
    WriteReport preview(SeriesWrite write) throws SQLException {
        return plan(BarTable.of(connection).fit(write)).update().report();
    }

    /**
     * Writes bars into a series. Others who write the same series with AlphaForge wait for the commit; those who write
     * other series do not.
     */
    WriteReport write(SeriesWrite wanted) throws SQLException {
        BarTable table = BarTable.of(connection);
        SeriesWrite write = table.fit(wanted);
        coins.share(write.key().symbol());
        Statements.run(connection, SeriesWriter.class, "lock", "alphaforge " + write.key());
        Statements.run(connection, SeriesWriter.class, "own");
        Plan plan = plan(write);
        SeriesUpdate update = plan.update();
        if (plan.known() != null && update.report().series().equals(plan.known().series())) {
            return update.report();
        }
        int coin = plan.coin() != null ? plan.coin() : coins.insert(write.instrument());
        Interval interval = write.bars().interval();
        if (!update.merge().changesNothing()) {
            writeBars(table, coin, plan, write);
            indicators.put(coin, extended(plan), update.merge().bars());
        }
        versions.put(coin, update.report().series(), update.merge().bars());
        if (update.recorded()) {
            if (write.mode() == SeriesWrite.Mode.REPLACE) {
                Statements.run(connection, SeriesWriter.class, "deleteSources", coin, interval.code());
            } else if (!write.title().equals(write.source())) {
                Statements.run(connection, SeriesWriter.class, "deleteSource", coin, interval.code(), write.title());
            }
            Statements.run(
                    connection,
                    SeriesWriter.class,
                    "putSource",
                    coin,
                    interval.code(),
                    write.source(),
                    write.duplicates(),
                    write.rejected());
        }
        return update.report();
    }

    private record Plan(@Nullable Integer coin, SeriesSurvey.@Nullable Entry known, Bars stored, SeriesUpdate update) {}

    private Plan plan(SeriesWrite write) throws SQLException {
        Interval interval = write.bars().interval();
        Optional<CoinTable.Coin> found = coins.find(write.instrument().symbol());
        Integer coin = found.map(CoinTable.Coin::id).orElse(null);
        Instrument instrument = found.map(CoinTable.Coin::instrument).orElse(write.instrument());
        SeriesSurvey.Entry known = coin == null
                ? null
                : known(write.key()).filter(e -> e.coin() == coin).findFirst().orElse(null);
        Bars stored = known == null ? Bars.empty(interval) : CopyBars.all(connection, known);
        Map<String, SeriesUpdate.Source> sources = known == null ? Map.of() : sources(known.coin(), interval);
        return new Plan(
                coin,
                known,
                stored,
                SeriesUpdate.of(write, known == null ? null : known.series(), stored, sources, instrument));
    }

    private Stream<SeriesSurvey.Entry> known(SeriesKey key) throws SQLException {
        return index.list(connection, facts).stream().filter(e -> e.key().equals(key));
    }

    private Map<String, SeriesUpdate.Source> sources(int coin, Interval interval) throws SQLException {
        Map<String, SeriesUpdate.Source> sources = new HashMap<>();
        try (PreparedStatement statement =
                        Statements.prepare(connection, SeriesWriter.class, "sources", coin, interval.code());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sources.put(rows.getString(1), new SeriesUpdate.Source(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sources;
    }

    private void writeBars(BarTable table, int coin, Plan plan, SeriesWrite write) throws SQLException {
        var merge = plan.update().merge();
        if (plan.known() == null) {
            CopyIn.into(connection, "crypto_prices", table, coin, merge.bars());
            return;
        }
        var changes = new StoredChanges(connection, table, coin);
        if (merge.removed() > 0) {
            // Bars that stay keep what other columns of an existing table say of them.
            changes.delete(plan.stored(), merge.bars());
        }
        changes.put(merge.changed() == 0 ? merge.fresh() : write.bars(), merge.bars());
    }

    /** What the series was before, when no more than an end is added to it. */
    private static @Nullable StoredSeries extended(Plan plan) {
        SeriesSurvey.Entry known = plan.known();
        var merge = plan.update().merge();
        return known != null
                        && merge.changed() == 0
                        && merge.removed() == 0
                        && merge.fresh().firstTime() > known.series().lastOpen()
                ? known.series()
                : null;
    }

    /** Removes a series, and its coin when it was the last one. */
    void delete(SeriesKey key) throws SQLException {
        coins.hold(key.symbol());
        Statements.run(connection, SeriesWriter.class, "lock", "alphaforge " + key);
        Statements.run(connection, SeriesWriter.class, "own");
        SeriesSurvey.Entry known = known(key)
                .findFirst()
                .orElseThrow(() -> new StoreException("There is no series " + key + " to be deleted."));
        String interval = key.interval().code();
        // Whoever computes a version of what other programs have written takes these notes away too: one waits for the
        // other here, and no version of bars that are gone is left.
        Statements.run(connection, SeriesWriter.class, "deleteNotes", known.coin(), interval);
        Statements.run(connection, SeriesWriter.class, "deleteBars", known.coin(), new Statements.Named(interval));
        versions.delete(known.coin(), key.interval());
        indicators.delete(known.coin(), key.interval());
        Statements.run(connection, SeriesWriter.class, "deleteSources", known.coin(), interval);
        // Whoever began to compute a version before this may write it down after it; this note says that it is none.
        Statements.run(connection, SeriesWriter.class, "note", known.coin(), interval);
        if (coins.deleteEmpty(known.coin())) {
            Statements.run(connection, SeriesWriter.class, "deleteNotes", known.coin(), interval);
        }
    }
}
