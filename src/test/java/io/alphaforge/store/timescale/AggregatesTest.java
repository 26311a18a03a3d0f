package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Daily and weekly bars that the server sums up are those that its stored bars make, or they are not taken. */
class AggregatesTest {
    private static final Set<BarColumn> PRICES =
            EnumSet.of(BarColumn.OPEN, BarColumn.HIGH, BarColumn.LOW, BarColumn.CLOSE);
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    @SuppressWarnings("NullAway.Init") // Every test has its own.
    private TimescaleStore store;

    private String url = "";

    @BeforeEach
    void open() {
        url = Servers.stillDatabase(Kind.COMMUNITY);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(String symbol, Bars bars) {
        store.write(new SeriesWrite(Instrument.parse(symbol), bars, "a.csv", 0, 0, SeriesWrite.Mode.MERGE, false));
    }

    private Delivered read(SeriesKey key, Interval interval, Set<BarColumn> columns) {
        try (BarCursor cursor = store.read(new BarRequest(List.of(key), columns).at(interval))) {
            return (Delivered) Objects.requireNonNull(cursor.next());
        }
    }

    private Resampled summed(SeriesKey key, Interval interval) {
        Delivered delivered = read(key, interval, PRICES);
        assertThat(delivered.bars().interval()).as("read from the aggregate").isEqualTo(interval);
        return new Resampled(delivered.bars(), delivered.partialBuckets());
    }

    private Resampled computed(SeriesKey key, Interval interval) {
        return Resampled.of(read(key, key.interval(), PRICES).bars(), interval);
    }

    /** Two stretches with two and a half days between them, beginning and ending in the middle of a day. */
    private static Bars gappy() {
        Bars bars = Made.walk(Interval.H1, 3007, 1);
        int[] kept = IntStream.range(5, bars.size())
                .filter(i -> i < 1000 || i >= 1060)
                .toArray();
        return Bars.of(
                Interval.H1,
                Arrays.stream(kept).mapToLong(bars::time).toArray(),
                pick(bars.open(), kept),
                pick(bars.high(), kept),
                pick(bars.low(), kept),
                pick(bars.close(), kept),
                pick(bars.volume(), kept));
    }

    private static double[] pick(Column column, int[] kept) {
        return Arrays.stream(kept).mapToDouble(column::get).toArray();
    }

    private static Bars prices(Bars bars) {
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        PRICES.forEach(name -> columns.put(name, bars.column(name)));
        return Bars.owning(bars.interval(), bars.toTimeArray(), columns);
    }

    @ParameterizedTest
    @EnumSource(
            value = Interval.class,
            names = {"D1", "W1"})
    void theyAreThoseThatTheStoredBarsMakeToTheBit(Interval interval) {
        write("BTC/USDT", gappy());
        write("ETH/USDT", Made.walk(Interval.M15, 5000, 2));
        write("XRP/USDT", Made.walk(Interval.D1, 400, 3));
        store.compact();
        assertThat(summed(BTC, interval)).isEqualTo(computed(BTC, interval));
        assertThat(summed(BTC, interval).partialBuckets()).isPositive();
        SeriesKey eth = Made.key("ETHUSDT", Interval.M15);
        assertThat(summed(eth, interval)).isEqualTo(computed(eth, interval));
        SeriesKey xrp = Made.key("XRPUSDT", Interval.D1);
        assertThat(summed(xrp, interval)).isEqualTo(computed(xrp, interval));
    }

    @Test
    void aSeriesWithoutAWholeBucketHasNone() {
        write("BTC/USDT", Made.walk(Interval.H1, 5, 1));
        store.compact();
        assertThat(summed(BTC, Interval.W1)).isEqualTo(computed(BTC, Interval.W1));
        assertThat(summed(BTC, Interval.W1).bars().isEmpty()).isTrue();
    }

    @Test
    void whatIsWrittenLaterIsInThemBeforeAndAfterTheyAreRefreshed() {
        Bars bars = gappy();
        write("BTC/USDT", bars.slice(0, 2000));
        store.compact();
        write("BTC/USDT", bars);
        assertThat(read(BTC, Interval.D1, PRICES).bars().interval()).isEqualTo(Interval.H1);
        store.compact();
        assertThat(summed(BTC, Interval.D1)).isEqualTo(Resampled.of(prices(bars), Interval.D1));
    }

    @Test
    void whatAnotherProgramChangesIsNeverReadFromThemUntilTheySumItUp() {
        write("BTC/USDT", gappy());
        store.compact();
        Servers.sql(url, "UPDATE crypto_prices SET close_price = close_price + 1, high_price = high_price + 1");
        Delivered after = read(BTC, Interval.D1, PRICES);
        assertThat(after.bars().interval()).isEqualTo(Interval.H1);
        assertThat(after.bars().close().get(0)).isEqualTo(gappy().close().get(0) + 1);
        store.series();
        store.compact();
        assertThat(summed(BTC, Interval.D1)).isEqualTo(computed(BTC, Interval.D1));
    }

    @Test
    void theyAreReallyReadAndACountThatDiffersIsNoticed() {
        write("BTC/USDT", gappy());
        store.compact();
        Servers.sql(url, "ALTER TABLE crypto_prices DISABLE TRIGGER alphaforge_updated");
        Servers.sql(url, "UPDATE crypto_prices SET close_price = close_price + 1");
        // Nobody can know of this; that it does not show is what tells where the bars came from.
        assertThat(summed(BTC, Interval.D1)).isEqualTo(Resampled.of(prices(gappy()), Interval.D1));
        Servers.sql(url, "UPDATE bar_versions SET bars = bars + 1");
        try (BarCursor cursor = store.read(new BarRequest(List.of(BTC), PRICES).at(Interval.D1))) {
            assertThat(cursor.next()).isInstanceOf(BarCursor.Unreadable.class);
        }
    }

    @Test
    void volumesAreSummedUpHereAndBarsOfTheStoredIntervalComeAsTheyAre() {
        write("BTC/USDT", gappy());
        store.compact();
        assertThat(read(BTC, Interval.D1, Made.ALL).bars().interval()).isEqualTo(Interval.H1);
        assertThat(read(BTC, Interval.H4, PRICES).bars().interval()).isEqualTo(Interval.H1);
        assertThat(read(BTC, Interval.H1, PRICES).bars().interval()).isEqualTo(Interval.H1);
    }

    @Test
    void whoMayNotReadThemReadsTheBars() {
        write("BTC/USDT", gappy());
        store.compact();
        String reader = "reader_" + ProcessHandle.current().pid();
        Servers.sql(
                url,
                "CREATE ROLE " + reader + " LOGIN",
                "GRANT SELECT ON cryptocurrencies, crypto_prices, bar_versions, bar_changes TO " + reader);
        try (TimescaleStore other =
                new TimescaleStore(ServerOptions.of(url.replace("user=postgres", "user=" + reader), Map.of()))) {
            try (BarCursor cursor = other.read(new BarRequest(List.of(BTC), PRICES).at(Interval.D1))) {
                assertThat(((Delivered) Objects.requireNonNull(cursor.next())).bars())
                        .isEqualTo(prices(gappy()));
            }
        }
    }

    @Test
    void aPolicyOfTheAdministratorsOwnStaysAndIsNoProblem() {
        Servers.sql(
                url,
                "SELECT remove_continuous_aggregate_policy('crypto_prices_daily')",
                "SELECT add_continuous_aggregate_policy('crypto_prices_daily', start_offset => interval '60 days',"
                        + " end_offset => interval '2 days', schedule_interval => interval '3 hours')");
        assertThat(store.migrate()).noneMatch(line -> line.contains("refused"));
        assertThat(
                        Servers.value(
                                url,
                                "SELECT string_agg(schedule_interval::text, ' ' ORDER BY hypertable_name) FROM"
                                        + " timescaledb_information.jobs WHERE proc_name = 'policy_refresh_continuous_aggregate'"))
                .isEqualTo("03:00:00 01:00:00");
    }

    @Test
    void whatTheServerWronglyTakesToBeSummedUpIsSummedUpAnew() {
        write("BTC/USDT", gappy());
        store.compact();
        Servers.sql(
                url,
                "DO $$ BEGIN EXECUTE (SELECT format('DELETE FROM %I.%I WHERE datetime < $q$2024-02-01$q$',"
                        + " materialization_hypertable_schema, materialization_hypertable_name) FROM"
                        + " timescaledb_information.continuous_aggregates WHERE view_name = 'crypto_prices_daily'); END $$");
        assertThat(read(BTC, Interval.D1, PRICES).bars().interval()).isEqualTo(Interval.H1);
        Servers.sql(url, "UPDATE bar_versions SET aggregated = NULL");
        store.compact();
        assertThat(summed(BTC, Interval.D1)).isEqualTo(computed(BTC, Interval.D1));
        assertThat(summed(BTC, Interval.W1)).isEqualTo(computed(BTC, Interval.W1));
    }

    @Test
    void aBarThatWasChangedAndPutBackMeanwhileIsNotTakenFromThem() {
        write("BTC/USDT", gappy());
        store.compact();
        Servers.sql(url, "UPDATE crypto_prices SET close_price = close_price + 1");
        Servers.sql(url, "CALL refresh_continuous_aggregate('crypto_prices_daily', NULL, NULL)");
        Servers.sql(url, "UPDATE crypto_prices SET close_price = close_price - 1");
        store.series();
        Delivered read = read(BTC, Interval.D1, PRICES);
        assertThat(read.bars().interval()).isEqualTo(Interval.H1);
        store.compact();
        assertThat(summed(BTC, Interval.D1)).isEqualTo(computed(BTC, Interval.D1));
    }

    @Test
    void schemasOfOneDatabaseEachHaveAggregatesOfTheirOwn() {
        String both = Servers.stillDatabase(Kind.COMMUNITY);
        Servers.sql(both, "CREATE SCHEMA one", "CREATE SCHEMA two");
        String count = "SELECT count(*) FROM timescaledb_information.jobs WHERE proc_name ="
                + " 'policy_refresh_continuous_aggregate'";
        for (String schema : List.of("one", "two")) {
            try (TimescaleStore own =
                    new TimescaleStore(ServerOptions.of(both + "&currentSchema=" + schema + ",public", Map.of()))) {
                own.migrate();
                own.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 24 * 60, 1)));
                own.compact();
                own.migrate();
            }
        }
        assertThat(Servers.value(both, count)).isEqualTo("4");
        for (String schema : List.of("one", "two")) {
            assertThat(Servers.value(both, "SELECT aggregated = version FROM " + schema + ".bar_versions"))
                    .as(schema)
                    .isEqualTo("t");
        }
    }
}
