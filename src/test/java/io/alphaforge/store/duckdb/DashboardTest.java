package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {
    @TempDir
    Path folder;

    private DuckDbStore store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRowHasEveryFigureOfTheCoinsFinestSeries() {
        Bars hourly = Made.walk(Interval.H1, 2000, 1);
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 100, 2)));
        StoredSeries series = store.write(new SeriesWrite(
                        Instrument.parse("BTCUSDT"), hourly, "demo", 4, 1, SeriesWrite.Mode.MERGE, true))
                .series();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.W1, 20, 3)));
        DashboardSummary s = DashboardSummary.of(hourly);
        assertThat(store.dashboard())
                .containsExactly(new DashboardRow(
                        new Instrument("BTCUSDT", "BTC", "USDT"),
                        Interval.H1,
                        s.price(),
                        s.change24hPct(),
                        s.change7dPct(),
                        s.day(),
                        s.week(),
                        s.month(),
                        s.turnover30d(),
                        s.allTimeHigh(),
                        s.allTimeLow(),
                        2000,
                        hourly.firstTime(),
                        hourly.lastTime(),
                        hourly.lastTime() + 3_600_000,
                        series.quality().score(),
                        true,
                        true,
                        s.sparkline()));
    }

    @Test
    void aDatabaseFromBeforeSparklinesShowsThem() throws SQLException {
        Bars hourly = Made.walk(Interval.H1, 2_005, 1);
        store.write(Made.write("HOURUSDT", hourly));
        store.write(Made.write("HOURUSDT", Made.walk(Interval.D1, 90, 7)));
        // Written in disorder, and with more than a month missing in the middle.
        Bars daily = Made.walk(Interval.D1, 200, 2);
        store.write(Made.write("DAYUSDT", daily.slice(190, 200)));
        store.write(Made.write("DAYUSDT", daily.slice(0, 150)));
        store.write(Made.write("DAYUSDT", daily.slice(175, 182)));
        store.write(Made.write("WEEKUSDT", Made.walk(Interval.W1, 20, 3)));
        store.write(Made.write("MONTHUSDT", Made.walk(Interval.MONTH, 20, 4)));
        store.write(Made.write("YOUNGUSDT", Made.walk(Interval.M15, 3, 5)));
        List<DashboardRow> newest = store.dashboard();
        assertThat(newest)
                .extracting(row -> row.sparkline().size())
                .as("days, hours, months, weeks, young")
                .containsExactly(17, 30, 1, 5, 1);
        store.close();
        Path old = folder.resolve("old.duckdb");
        OldDatabase.copy(folder.resolve("bars.duckdb"), old, 1);
        try (DuckDbStore migrated = DuckDbStore.open(old, InstantSource.system())) {
            assertThat(migrated.dashboard()).isEqualTo(newest);
        }
        open();
    }

    @Test
    void figuresWithoutAValueComeBackAsSuch() {
        store.write(Made.write("BTCUSDT", Made.walk(Interval.W1, 1, 2)));
        DashboardRow row = store.dashboard().getFirst();
        assertThat(row.change7dPct()).isNaN();
        assertThat(row.day().high()).isNaN();
        assertThat(row.week().volume()).isPositive();
    }

    @Test
    void aCoinIsStaleWhenItEndsOver48HoursBeforeTheNewestBar() {
        Bars bars = Made.walk(Interval.H1, 200, 1);
        store.write(Made.write("NEWUSDT", bars));
        store.write(Made.write("EDGEUSDT", bars.slice(0, 200 - 49)));
        store.write(Made.write("OLDUSDT", bars.slice(0, 200 - 50)));
        assertThat(store.dashboard())
                .extracting(DashboardRow::symbol, DashboardRow::stale)
                .containsExactly(tuple("EDGEUSDT", false), tuple("NEWUSDT", false), tuple("OLDUSDT", true));
    }

    @Test
    void deletingTheFinestSeriesLeavesTheRowOfTheNextOne() {
        Bars daily = Made.walk(Interval.D1, 100, 2);
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
        store.write(Made.write("BTCUSDT", daily));
        store.delete(Made.key("BTCUSDT", Interval.H1));
        DashboardRow row = store.dashboard().getFirst();
        assertThat(row.interval()).isEqualTo(Interval.D1);
        assertThat(row.price()).isEqualTo(DashboardSummary.of(daily).price());
        assertThat(store.series()).hasSize(1);
    }

    @Test
    void deletingTheLastSeriesRemovesTheCoinWhichCanComeBack() {
        Bars bars = Made.walk(Interval.H1, 100, 1);
        store.write(Made.write("BTCUSDT", bars));
        store.delete(Made.key("BTCUSDT", Interval.H1));
        assertThat(store.dashboard()).isEmpty();
        assertThat(store.series()).isEmpty();
        assertThat(store.write(Made.write("BTCUSDT", bars)).series().version()).isEqualTo(1);
        assertThat(store.dashboard()).hasSize(1);
    }

    @Test
    void deletingWhatIsNotStoredIsRefused() {
        assertThatThrownBy(() -> store.delete(Made.key("BTCUSDT", Interval.H1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no series BTCUSDT 1h");
    }
}
