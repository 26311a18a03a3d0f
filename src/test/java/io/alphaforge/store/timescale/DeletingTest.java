package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Series are deleted while others write the same coin: no bar is left without its coin, and no version without its bars. */
@Timeout(60)
class DeletingTest {
    private static final SeriesKey HOURLY = Made.key("BTCUSDT", Interval.H1);
    private static final SeriesKey DAILY = Made.key("BTCUSDT", Interval.D1);
    private static final String ORPHANS =
            "SELECT count(*) FROM crypto_prices WHERE crypto_id NOT IN (SELECT id FROM cryptocurrencies)";

    private final Bars days = Made.walk(Interval.D1, 40, 2);
    private String url;
    private TimescaleStore store;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 1)));
        other = DriverManager.getConnection(url);
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        store.close();
    }

    private SeriesWriter other() throws SQLException {
        return new SeriesWriter(other, ServerFacts.read(other), new SeriesIndex(System::nanoTime));
    }

    /** Begins something that has to wait for the other's transaction, lets it wait, and commits that. */
    private void whileOtherIsNotDone(Runnable work) throws SQLException {
        CompletableFuture<Void> running = CompletableFuture.runAsync(work);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!running.isDone() && System.nanoTime() < end && !isAnybodyWaiting()) {
            Thread.onSpinWait();
        }
        other.commit();
        running.join();
    }

    private boolean isAnybodyWaiting() {
        return Servers.value(
                        url,
                        "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock'")
                .equals("t");
    }

    private void isWholeWith(Bars bars) {
        assertThat(Servers.value(url, ORPHANS)).isEqualTo("0");
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(DAILY);
        assertThat(Made.bars(store, DAILY)).isEqualTo(bars);
    }

    @Test
    void aCoinStaysWhoseOtherIntervalIsBeingWritten() throws SQLException {
        other().write(Made.write("BTCUSDT", days));
        whileOtherIsNotDone(() -> store.delete(HOURLY));
        isWholeWith(days);
    }

    @Test
    void aCoinThatIsBeingDeletedIsAddedAnewByWhoWritesItsOtherInterval() throws SQLException {
        other().delete(HOURLY);
        whileOtherIsNotDone(() -> store.write(Made.write("BTCUSDT", days)));
        isWholeWith(days);
    }

    private void anotherProgramWritesDays() {
        Servers.sql(
                url,
                "INSERT INTO crypto_prices SELECT id, t, '1d', 1, 3, 1, 2, 10 FROM cryptocurrencies,"
                        + " generate_series(timestamptz '2024-01-01 00:00+00', '2024-01-31 00:00+00', interval '1 day') t");
    }

    @Test
    void barsOfOtherProgramsKeepTheirCoin() {
        anotherProgramWritesDays();
        store.delete(HOURLY);
        assertThat(Servers.value(url, ORPHANS)).isEqualTo("0");
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(31L);
    }

    @Test
    void noVersionIsLeftOfASeriesThatIsDeletedWhileItIsAdopted() throws SQLException {
        anotherProgramWritesDays();
        other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(new SeriesAdopter(other, ServerFacts.read(other)).adopt(false))
                .isEqualTo(1);
        whileOtherIsNotDone(() -> store.delete(DAILY));
        assertThat(Servers.value(url, "SELECT string_agg(interval_type, ',') FROM bar_versions"))
                .isEqualTo("1h");
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(HOURLY);
    }

    /** Begins the snapshot of somebody who computes versions, and lets a series be deleted before it is read. */
    private void deleteBeforeItIsAdopted(SeriesKey key) throws SQLException {
        other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = other.createStatement()) {
            statement.execute("SELECT count(*) FROM crypto_prices");
        }
        store.delete(key);
    }

    private void adopted() throws SQLException {
        new SeriesAdopter(other, ServerFacts.read(other)).adopt(true);
        other.commit();
    }

    @Test
    void noSeriesIsLeftThatIsDeletedWhileADatabaseIsAdoptedForTheFirstTime() throws SQLException {
        anotherProgramWritesDays();
        Servers.sql(url, "DELETE FROM bar_changes", "DELETE FROM bar_versions");
        deleteBeforeItIsAdopted(DAILY);
        adopted();
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(HOURLY);
        assertThat(store.series()).hasSize(1);
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_versions")).isEqualTo("1");
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes")).isEqualTo("0");
    }

    @Test
    void evenIfSomebodyLooksAtItMeanwhile() throws SQLException {
        Servers.sql(
                url,
                "CREATE TABLE favourites (coin integer REFERENCES cryptocurrencies)",
                "INSERT INTO favourites SELECT id FROM cryptocurrencies",
                "DELETE FROM crypto_technical_indicators",
                "DELETE FROM bar_summaries",
                "DELETE FROM bar_versions");
        deleteBeforeItIsAdopted(HOURLY);
        assertThat(store.series()).isEmpty();
        adopted();
        assertThat(store.series()).isEmpty();
    }

    @Test
    void whoComputesAVersionThatIsDeletedMeanwhileBeginsAnew() throws SQLException {
        Servers.sql(
                url,
                "DELETE FROM crypto_technical_indicators",
                "ALTER TABLE crypto_prices DISABLE TRIGGER ALL",
                "DELETE FROM crypto_prices WHERE datetime < '2024-01-02 00:00+00'",
                "ALTER TABLE crypto_prices ENABLE TRIGGER ALL");
        deleteBeforeItIsAdopted(HOURLY);
        assertThatThrownBy(this::adopted)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(ServerFailures.passing(e)).isTrue());
    }

    @Test
    void aCoinThatTablesOfOthersReferToStaysWithoutItsBars() {
        Servers.sql(
                url,
                "CREATE TABLE favourites (coin integer REFERENCES cryptocurrencies)",
                "INSERT INTO favourites SELECT id FROM cryptocurrencies");
        store.delete(HOURLY);
        assertThat(store.series()).isEmpty();
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_prices")).isEqualTo("0");
        assertThat(Servers.value(url, "SELECT count(*) FROM cryptocurrencies")).isEqualTo("1");
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes"))
                .as("the note of it has been seen")
                .isEqualTo("0");
    }

    @Test
    void nothingIsNotedOfACoinThatIsGone() {
        store.delete(HOURLY);
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes")).isEqualTo("0");
    }
}
