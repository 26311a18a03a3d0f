package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of somebody else's whose intervals are a type of their own, which has a list of names and no others. */
class NamedIntervalsTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final SeriesKey ETH = Made.key("ETHUSDT", Interval.H1);

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private void adopt(Kind kind) {
        url = Servers.emptyDatabase(kind);
        Servers.sql(
                url,
                "CREATE TYPE candle_interval AS ENUM ('1m', '1h', '1d')",
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type"
                        + " candle_interval NOT NULL, open_price float8, high_price float8, low_price float8,"
                        + " close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series("
                        + "timestamptz '2024-03-30', timestamptz '2024-04-02', interval '1 hour') t");
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        assertThat(store.migrate().toString()).doesNotContain("refused");
        assertThat(store.schema()).isEqualTo("up to date");
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSeriesIsDeleted(Kind kind) {
        adopt(kind);
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 300, 1)));
        store.delete(BTC);
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(ETH);
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_prices")).isEqualTo("300");
        assertThat(Servers.value(url, "SELECT string_agg(symbol, ',') FROM cryptocurrencies"))
                .isEqualTo("ETHUSDT");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void barsAreWrittenChangedAndTakenAway(Kind kind) {
        adopt(kind);
        Bars bars = Made.walk(Interval.H1, 300, 1);
        store.write(Made.write("ETHUSDT", bars));
        assertThat(Made.bars(store, ETH)).isEqualTo(bars);
        Bars altered = Made.altered(bars, 7, 9);
        store.write(Made.write("ETHUSDT", altered));
        assertThat(Made.bars(store, ETH)).isEqualTo(altered);
        SeriesWrite fewer = Made.write("ETHUSDT", bars.slice(0, 200));
        store.write(new SeriesWrite(
                fewer.instrument(), fewer.bars(), fewer.source(), 0, 0, SeriesWrite.Mode.REPLACE, false));
        assertThat(Made.bars(store, ETH)).isEqualTo(bars.slice(0, 200));
        assertThat(store.dashboard()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatOtherProgramsWriteIsNoticedAndSummedUp(Kind kind) {
        adopt(kind);
        Servers.sql(url, "UPDATE crypto_prices SET volume = 11");
        assertThat(store.series()).extracting(StoredSeries::version).containsExactly(2L);
        store.compact();
        assertThat(store.describe().toString()).doesNotContain("not summed up");
        Maintenance maintenance = store.maintenance().orElseThrow();
        assertThat(maintenance.list(0)).isNotEmpty();
        if (kind == Kind.COMMUNITY) {
            assertThat(maintenance.apply(
                            MaintenanceRequest.of(MaintenanceAction.REFRESH, "crypto_prices_weekly"), words -> {}))
                    .containsExactly("crypto_prices_weekly was refreshed.");
        }
        assertThat(maintenance.apply(MaintenanceRequest.retention(1), words -> {}))
                .isNotEmpty();
        assertThat(store.series()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anIntervalThatTheTypeHasNotIsRefusedInOneSentence(Kind kind) {
        adopt(kind);
        assertThatThrownBy(() -> store.write(Made.write("ETHUSDT", Made.walk(Interval.M5, 300, 1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("5m");
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC);
    }
}
