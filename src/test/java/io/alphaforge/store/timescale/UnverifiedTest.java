package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.telemetry.SlowQueries;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database in which nothing tells of changes: what is not known is said, and found out in the background. */
class UnverifiedTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicLong now = new AtomicLong();

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    @BeforeEach
    void create() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin'), ('ETHUSDT', 'Ether')",
                "INSERT INTO crypto_prices SELECT c, t, '1h', 1.5, 2.25, 1.125, 2, c FROM generate_series(1, 2) c,"
                        + " generate_series(timestamptz '2024-03-30 00:00+00', '2024-04-02 00:00+00', interval '1 hour') t",
                "DELETE FROM crypto_prices WHERE datetime = '2024-03-31 05:00+00'");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void open(Duration grace) {
        store = new TimescaleStore(
                ServerOptions.of(url, Map.of()),
                new SlowQueries(SlowQueries.THRESHOLD, InstantSource.system()),
                now::get,
                grace);
    }

    private StoredSeries btc() {
        return store.series().getFirst();
    }

    @Test
    void theFirstListHasTrueCountsAndEndsAndClaimsNoMore() {
        open(NEVER);
        StoredSeries told = btc();
        assertThat(told.verified()).isFalse();
        assertThat(told.bars()).isEqualTo(72);
        assertThat(told.firstOpen()).isEqualTo(1_711_756_800_000L); // 2024-03-30 00:00 UTC
        assertThat(told.lastOpen()).isEqualTo(1_711_756_800_000L + 72 * 3_600_000L);
        assertThat(told.quality().missing()).isEqualTo(1);
        assertThat(told.quality().score()).isNaN();
    }

    @Test
    void readingEveryColumnVerifiesTheSeriesAndNoOther() {
        open(NEVER);
        Bars bars = Made.bars(store, BTC);
        StoredSeries told = btc();
        assertThat(told.verified()).isTrue();
        assertThat(told.digest()).isEqualTo(DataDigest.of(bars));
        assertThat(told.quality().gaps()).isEqualTo(1);
        assertThat(store.series().get(1).verified()).isFalse();
    }

    @Test
    void theDashboardVerifiesWhatItReads() {
        open(NEVER);
        assertThat(store.dashboard()).allMatch(row -> row.qualityScore() > 0);
        assertThat(store.series()).allMatch(StoredSeries::verified);
    }

    @Test
    void theBackgroundVerifiesWhatNobodyReads() throws InterruptedException {
        open(Duration.ZERO);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!store.series().stream().allMatch(StoredSeries::verified)) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.onSpinWait();
        }
        DataDigest told = btc().digest();
        assertThat(told).isEqualTo(DataDigest.of(Made.bars(store, BTC)));
    }

    @Test
    void whatWasReadIsBelievedForSomeMinutesWhereNobodyChangesBars() {
        open(NEVER);
        Made.bars(store, BTC);
        StoredSeries before = btc();
        assertThat(before.verified()).isTrue();
        now.addAndGet(SeriesIndex.BELIEVED.toNanos() - 1);
        assertThat(btc()).isEqualTo(before);
        now.addAndGet(1);
        assertThat(btc()).isEqualTo(before.unverified());
    }

    @Test
    void anotherCountIsNoticedAtOnceAndOtherBarsAsSoonAsTheServerHasCountedThem() throws InterruptedException {
        open(NEVER);
        Made.bars(store, BTC);
        StoredSeries before = btc();
        Servers.sql(url, "UPDATE crypto_prices SET close_price = 2.125 WHERE crypto_id = 1");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (btc().verified()) {
            assertThat(System.nanoTime()).as("still believed").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(btc()).isEqualTo(before.unverified());
        Bars bars = Made.bars(store, BTC);
        assertThat(btc().verified()).isTrue();
        assertThat(btc().digest()).isEqualTo(DataDigest.of(bars)).isNotEqualTo(before.digest());
        assertThat(btc().version()).isGreaterThan(before.version());
        Servers.sql(url, "DELETE FROM crypto_prices WHERE datetime = '2024-04-02 00:00+00'");
        assertThat(btc().verified()).isFalse();
        assertThat(btc().bars()).isEqualTo(71);
    }

    @Test
    void itsOwnTablesMakeAllOfThatUnnecessary() {
        open(NEVER);
        assertThat(btc().verified()).isFalse();
        store.migrate();
        assertThat(store.series()).allMatch(StoredSeries::verified);
        now.addAndGet(SeriesIndex.BELIEVED.toNanos());
        assertThat(store.series()).allMatch(StoredSeries::verified);
    }

    @Test
    void theBarsAreNotCountedAnewForEverySeriesThatTheBackgroundReads() throws InterruptedException {
        Servers.sql(
                url,
                "INSERT INTO cryptocurrencies (symbol) SELECT 'COIN' || c || 'USDT' FROM generate_series(3, 12) c",
                "INSERT INTO crypto_prices SELECT c, t, '1h', 1.5, 2.25, 1.125, 2, c FROM generate_series(3, 12) c,"
                        + " generate_series(timestamptz '2024-03-30 00:00+00', '2024-04-02 00:00+00', interval '1 hour') t");
        SlowQueries all = new SlowQueries(Duration.ZERO, InstantSource.system());
        store = new TimescaleStore(ServerOptions.of(url, Map.of()), all, now::get, Duration.ZERO);
        assertThat(store.series()).hasSize(12).noneMatch(StoredSeries::verified);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (run(all, "COPY") < 12) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(run(all, "GROUP BY crypto_id"))
                .as("once for who asked, once for the background")
                .isEqualTo(2);
    }

    private static long run(SlowQueries all, String part) {
        return all.newest(1000).stream()
                .filter(query -> query.query().contains(part))
                .count();
    }

    @Test
    void barsThatChangeBeforeTheBackgroundReadsThemAreToldAsTheyAreThen() throws SQLException {
        open(NEVER);
        SeriesIndex index = new SeriesIndex(now::get);
        try (Connection connection = DriverManager.getConnection(url)) {
            ServerFacts facts = ServerFacts.read(connection);
            SeriesSurvey.Entry told = index.list(connection, facts).getFirst();
            Servers.sql(url, "DELETE FROM crypto_prices WHERE datetime = '2024-04-02 00:00+00'");
            index.verify(connection, told);
            StoredSeries then = index.list(connection, facts).getFirst().series();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            // The server may count the removal after that.
            while (!then.verified()) {
                assertThat(System.nanoTime()).as("still unverified").isLessThan(end);
                index.verify(connection, told);
                then = index.list(connection, facts).getFirst().series();
            }
            assertThat(then.bars()).isEqualTo(71);
            assertThat(then.digest()).isEqualTo(DataDigest.of(Made.bars(store, BTC)));
        }
    }
}
