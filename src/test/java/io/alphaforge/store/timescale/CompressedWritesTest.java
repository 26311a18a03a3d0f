package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that lets only so many compressed rows be changed in one transaction. */
@Timeout(120)
class CompressedWritesTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final String LIMIT = "timescaledb.max_tuples_decompressed_per_dml_transaction";

    private String url = "";

    @Test
    void aWholeSeriesIsCorrectedByAnOrdinaryUserBelowTheLimit() throws SQLException {
        ServerOptions options = compressed(10_000, 4000);
        Bars corrected = Made.walk(Interval.H1, 10_000, 2);
        try (TimescaleStore store = new TimescaleStore(options)) {
            assertThat(store.write(overwrite(corrected)).changed()).isEqualTo(10_000);
            assertThat(Made.bars(store, BTC)).isEqualTo(corrected);
            assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(corrected));
        }
    }

    @Test
    void barsFarApartAndNewOnesBetweenThemAreCorrectedBelowTheLimit() throws SQLException {
        ServerOptions options = compressed(10_000, 4000);
        Bars before = Made.walk(Interval.H1, 10_000, 1);
        Bars longer = Made.walk(Interval.H1, 10_500, 1);
        Bars other = Made.walk(Interval.H1, 10_500, 2);
        Bars sparse = rows(other, i -> i % 500 == 7 || i > 9_990);
        try (TimescaleStore store = new TimescaleStore(options)) {
            WriteReport report = store.write(overwrite(sparse));
            assertThat(report.changed()).isEqualTo(20 + 9);
            assertThat(report.added()).isEqualTo(500);
            Bars expected = Made.bars(store, BTC);
            for (int i = 0; i < expected.size(); i++) {
                Bars from = i % 500 == 7 || i > 9_990 ? other : before;
                assertThat(expected.slice(i, i + 1)).isEqualTo(from.slice(i, i + 1));
            }
            assertThat(expected.toTimeArray()).isEqualTo(longer.toTimeArray());
        }
    }

    @Test
    void aLimitBelowOneBatchIsNamedAndNothingIsWritten() throws SQLException {
        ServerOptions options = compressed(3000, 100);
        Bars before = Made.walk(Interval.H1, 3000, 1);
        try (TimescaleStore store = new TimescaleStore(options)) {
            long version = store.series().getFirst().version();
            assertThatThrownBy(() -> store.write(overwrite(Made.walk(Interval.H1, 3000, 2))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(LIMIT)
                    .hasMessageContaining("Nothing was written.");
            assertThat(Made.bars(store, BTC)).isEqualTo(before);
            assertThat(store.series().getFirst().version()).isEqualTo(version);
        }
    }

    @Test
    void barsThatGoTakeNoOthersWithThemAndStayBelowTheLimit() throws SQLException {
        Bars before = Made.walk(Interval.H1, 10_000, 1);
        ServerOptions options = compressed(
                10_000,
                4000,
                "ALTER TABLE crypto_prices ADD COLUMN trades integer",
                "UPDATE crypto_prices SET trades = 7",
                "UPDATE crypto_prices SET datetime = datetime + interval '30 minutes'"
                        + " WHERE extract(hour FROM datetime AT TIME ZONE 'UTC') >= 12");
        Bars corrected = rows(Made.walk(Interval.H1, 10_000, 2), i -> i < 8_000);
        try (TimescaleStore store = new TimescaleStore(options)) {
            assertThat(store.series().getFirst().bars()).isEqualTo(10_000);
            WriteReport report = store.write(overwrite(corrected));
            assertThat(report.added()).isPositive();
            assertThat(report.changed()).isPositive();
            Bars now = Made.bars(store, BTC);
            assertThat(now.slice(0, 8_000)).isEqualTo(corrected);
            assertThat(now.slice(8_000, now.size()).close().get(0))
                    .isEqualTo(before.close().get(8_000));
            assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(now));
        }
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_prices WHERE trades = 7"))
                .as("what another column says of the bars that stay")
                .isEqualTo(Integer.toString(8_000 / 24 * 12 + 8_000 % 24 % 12 + 2_000));
    }

    /** A server whose bars are all compressed, and a user who may not own them. */
    private ServerOptions compressed(int bars, int limit, String... before) throws SQLException {
        url = Servers.stillDatabase(Kind.COMMUNITY);
        String name = url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        try (TimescaleStore owner = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            owner.migrate();
            owner.write(Made.write("BTCUSDT", Made.walk(Interval.H1, bars, 1)));
        }
        Servers.sql(url, before);
        Servers.sql(
                url,
                "SELECT compress_chunk(c) FROM show_chunks('crypto_prices') c",
                "ALTER DATABASE " + name + " SET " + LIMIT + " = " + limit,
                "CREATE ROLE ordinary_" + name + " LOGIN",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ordinary_" + name);
        return ServerOptions.of(url.replace("user=postgres", "user=ordinary_" + name), Map.of());
    }

    private static SeriesWrite overwrite(Bars bars) {
        return new SeriesWrite(Instrument.parse("BTCUSDT"), bars, "b", 0, 0, SeriesWrite.Mode.OVERWRITE, false);
    }

    private static Bars rows(Bars bars, IntPredicate wanted) {
        int[] kept = IntStream.range(0, bars.size()).filter(wanted).toArray();
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn column : bars.columns()) {
            columns.put(
                    column,
                    Column.owning(IntStream.of(kept)
                            .mapToDouble(i -> bars.column(column).get(i))
                            .toArray()));
        }
        return Bars.owning(
                bars.interval(), IntStream.of(kept).mapToLong(bars::time).toArray(), columns);
    }
}
