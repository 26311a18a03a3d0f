package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.ConflictException;
import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest {
    @TempDir
    Path folder;

    private DuckDbStore store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("home/bars.duckdb"), InstantSource.system());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsWrittenIsReadBackToTheBitAfterReopening() {
        Bars bars = Made.walk(Interval.D1, 1000, 1);
        WriteReport report = store.write(
                new SeriesWrite(Instrument.parse("BTC/USDT"), bars, "a.csv", 3, 2, SeriesWrite.Mode.MERGE, true));
        store.close();
        open();
        StoredSeries series = store.series().getFirst();
        assertThat(report).isEqualTo(new WriteReport(series, 1000, 0, 0));
        assertThat(series.instrument()).isEqualTo(new Instrument("BTCUSDT", "BTC", "USDT"));
        assertThat(series.digest()).isEqualTo(DataDigest.of(bars));
        assertThat(series.version()).isEqualTo(1);
        assertThat(series.synthetic()).isTrue();
        assertThat(series.source()).isEqualTo("a.csv");
        assertThat(series.quality().duplicates()).isEqualTo(3);
        assertThat(series.quality().rejected()).isEqualTo(2);
        assertThat(Made.bars(store, series.key())).isEqualTo(bars);
    }

    @Test
    void onlyTheColumnsAskedForAreDelivered() {
        Bars bars = Made.walk(Interval.D1, 10, 1);
        store.write(Made.write("BTCUSDT", bars));
        SeriesKey key = Made.key("BTCUSDT", Interval.D1);
        Bars two = Made.bars(store, EnumSet.of(BarColumn.OPEN, BarColumn.CLOSE), key);
        assertThat(two.columns()).containsExactly(BarColumn.OPEN, BarColumn.CLOSE);
        assertThat(two.close()).isEqualTo(bars.close());
        Bars timesOnly = Made.bars(store, EnumSet.noneOf(BarColumn.class), key);
        assertThat(timesOnly.columns()).isEmpty();
        assertThat(timesOnly.toTimeArray()).isEqualTo(bars.toTimeArray());
    }

    @Test
    void anUnknownSeriesIsReportedAndTheOthersAreDelivered() {
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 10, 1)));
        SeriesKey known = Made.key("BTCUSDT", Interval.D1);
        SeriesKey unknown = Made.key("XYZUSDT", Interval.D1);
        var deliveries = Made.read(store, Made.ALL, unknown, known);
        assertThat(deliveries.get(unknown)).isEqualTo(new Unreadable(unknown, "XYZUSDT 1d is not stored."));
        assertThat(deliveries.get(known)).isInstanceOf(Delivered.class);
    }

    @Test
    void writingTheSameAgainChangesNothing() {
        SeriesWrite write = new SeriesWrite(
                Instrument.parse("BTCUSDT"),
                Made.walk(Interval.H1, 500, 1),
                "a.csv",
                3,
                2,
                SeriesWrite.Mode.MERGE,
                false);
        StoredSeries first = store.write(write).series();
        assertThat(store.write(write)).isEqualTo(new WriteReport(first, 0, 0, 500));
        assertThat(store.series()).containsExactly(first);
    }

    @Test
    void aCopyUnderAnotherNameDoesNotCountTheDuplicatesTwice() {
        Bars bars = Made.walk(Interval.H1, 500, 1);
        store.write(new SeriesWrite(Instrument.parse("BTCUSDT"), bars, "a.csv", 3, 2, SeriesWrite.Mode.MERGE, false));
        store.write(
                new SeriesWrite(Instrument.parse("BTCUSDT"), bars, "copy.csv", 3, 2, SeriesWrite.Mode.MERGE, false));
        StoredSeries series = store.series().getFirst();
        assertThat(series.quality().duplicates()).isEqualTo(3);
        assertThat(series.source()).isEqualTo("a.csv");
    }

    @Test
    void sourcesOfOneNameInTwoPlacesAreTwo() {
        Bars bars = Made.walk(Interval.H1, 500, 1);
        String here = SeriesWrite.marked("data/a.csv", "/here/data/a.csv");
        String there = SeriesWrite.marked("data/a.csv", "/there/data/a.csv");
        // As it was before there were marks.
        store.write(rejecting(bars.slice(0, 100), "data/a.csv", 4));
        assertThat(store.write(rejecting(bars.slice(0, 300), here, 4))
                        .series()
                        .quality()
                        .rejected())
                .isEqualTo(4);
        StoredSeries series =
                store.write(rejecting(bars.slice(250, 500), there, 3)).series();
        assertThat(series.quality().rejected()).isEqualTo(7);
        assertThat(series.source()).isEqualTo("data/a.csv");
        assertThat(store.write(rejecting(bars.slice(0, 300), here, 2))
                        .series()
                        .quality()
                        .rejected())
                .isEqualTo(5);
        assertThat(store.series()).extracting(s -> s.quality().rejected()).containsExactly(5L);
    }

    private static SeriesWrite rejecting(Bars bars, String source, long rejected) {
        return new SeriesWrite(Instrument.parse("BTCUSDT"), bars, source, 0, rejected, SeriesWrite.Mode.MERGE, false);
    }

    @Test
    void twoSourcesOfOneSeriesAddUpTheirDuplicatesAndRejectedRows() {
        Bars bars = Made.walk(Interval.H1, 500, 1);
        store.write(new SeriesWrite(
                Instrument.parse("BTCUSDT"), bars.slice(0, 300), "a.csv", 3, 2, SeriesWrite.Mode.MERGE, false));
        StoredSeries series = store.write(new SeriesWrite(
                        Instrument.parse("BTCUSDT"),
                        bars.slice(250, 500),
                        "b.csv",
                        10,
                        5,
                        SeriesWrite.Mode.MERGE,
                        false))
                .series();
        assertThat(series.quality().duplicates()).isEqualTo(13);
        assertThat(series.quality().rejected()).isEqualTo(7);
        assertThat(series.source()).isEqualTo("b.csv");
        assertThat(series.digest()).isEqualTo(DataDigest.of(bars));
        assertThat(series.version()).isEqualTo(2);
    }

    @Test
    void aFewChangedBarsReplaceTheStoredOnes() {
        Bars bars = Made.walk(Interval.H1, 500, 1);
        store.write(Made.write("BTCUSDT", bars));
        Bars altered = Made.altered(bars, 7, 300);
        WriteReport report = store.write(Made.write("BTCUSDT", altered, "b.csv"));
        assertThat(report.changed()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(498);
        assertThat(report.added()).isZero();
        assertThat(report.series().version()).isEqualTo(2);
        assertThat(report.series().digest()).isEqualTo(DataDigest.of(altered));
        assertThat(Made.bars(store, report.series().key())).isEqualTo(altered);
    }

    @Test
    void aConflictIsRefusedNamingBothSourcesAndChangesNothing() {
        Bars bars = Made.walk(Interval.H1, 100, 1);
        StoredSeries before =
                store.write(Made.write("BTCUSDT", bars, "spot.csv")).series();
        Bars other = Made.altered(bars, 5, 6);
        assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", other, "perp.csv")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll(
                        "spot.csv",
                        "perp.csv",
                        "2.0 %",
                        "2024-01-01T05:00:00Z",
                        "--replace",
                        "--symbol",
                        "--suffix .P");
        assertThat(store.series()).containsExactly(before);
        assertThat(Made.bars(store, before.key())).isEqualTo(bars);
    }

    @Test
    void aWriteThatSaysReplaceTakesTheNewBars() {
        Bars bars = Made.walk(Interval.H1, 100, 1);
        store.write(Made.write("BTCUSDT", bars));
        Bars other = Made.walk(Interval.H1, 100, 2);
        WriteReport report = store.write(
                new SeriesWrite(Instrument.parse("BTCUSDT"), other, "b.csv", 0, 0, SeriesWrite.Mode.OVERWRITE, false));
        assertThat(report.changed()).isEqualTo(100);
        assertThat(Made.bars(store, report.series().key())).isEqualTo(other);
    }

    @Test
    void aWriteThatReplacesKeepsNothingOfTheSeriesBefore() {
        Bars before = Made.walk(Interval.H1, 300, 1);
        Instrument coin = Instrument.parse("BTCUSDT");
        store.write(new SeriesWrite(coin, before, "a.csv", 3, 2, SeriesWrite.Mode.MERGE, true));
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 90, 5)));
        Bars after = Made.walk(Interval.H1, 250, 2).slice(50, 250);
        SeriesWrite write = new SeriesWrite(coin, after, "b.csv", 1, 0, SeriesWrite.Mode.REPLACE, false);
        WriteReport report = store.write(write);
        StoredSeries series = report.series();
        assertThat(series.version()).isEqualTo(2);
        assertThat(series.source()).isEqualTo("b.csv");
        assertThat(series.synthetic()).isFalse();
        assertThat(series.quality()).isEqualTo(Quality.of(after, 1, 0));
        assertThat(series.digest()).isEqualTo(DataDigest.of(after));
        assertThat(Made.bars(store, series.key())).isEqualTo(after);
        assertThat(store.series()).contains(series).hasSize(2);
        assertThat(store.dashboard().getFirst().allTimeHigh())
                .isEqualTo(DashboardSummary.of(after).allTimeHigh());
        assertThat(store.write(write)).isEqualTo(new WriteReport(series, 0, 0, after.size()));
        // A merge that follows knows of the new source only.
        SeriesWrite merge =
                new SeriesWrite(coin, Made.walk(Interval.H1, 260, 2), "c.csv", 7, 0, SeriesWrite.Mode.MERGE, false);
        assertThat(store.write(merge).series().quality().duplicates()).isEqualTo(8);
    }

    @Test
    void aReplacementByAPartOfTheSameBarsIsAChange() {
        Bars bars = Made.walk(Interval.H1, 300, 1);
        store.write(Made.write("BTCUSDT", bars));
        WriteReport report = store.write(new SeriesWrite(
                Instrument.parse("BTCUSDT"), bars.slice(0, 200), "BTCUSDT.csv", 0, 0, SeriesWrite.Mode.REPLACE, false));
        assertThat(report.series().version()).isEqualTo(2);
        assertThat(report.added() + report.changed()).isZero();
        assertThat(Made.bars(store, report.series().key())).isEqualTo(bars.slice(0, 200));
    }

    @Test
    void aCoinKeepsItsAssetsWhenALaterSourceDoesNotTellThem() {
        store.write(Made.write("BTC/USDT", Made.walk(Interval.D1, 10, 1)));
        Instrument vague = new Instrument("BTCUSDT", "BTCUSDT", "");
        SeriesWrite write =
                new SeriesWrite(vague, Made.walk(Interval.H1, 10, 1), "b.csv", 0, 0, SeriesWrite.Mode.MERGE, false);
        WriteReport report = store.write(write);
        assertThat(report.series().instrument()).isEqualTo(new Instrument("BTCUSDT", "BTC", "USDT"));
        assertThat(store.series()).contains(report.series());
        assertThat(store.write(write).series()).isEqualTo(report.series());
    }

    @Test
    void aPreviewSaysWhatAWriteWouldDoAndDoesNothing() {
        SeriesWrite write = Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1));
        WriteReport preview = store.preview(write);
        assertThat(store.series()).isEmpty();
        assertThat(store.write(write)).isEqualTo(preview);
    }

    @Test
    void aWriteThatRunsOutOfMemoryLeavesNothingForTheNextOneToCommit() {
        Bars bars = Made.walk(Interval.H1, 100, 1);
        StoredSeries before = store.write(Made.write("BTCUSDT", bars)).series();
        store.close();
        AtomicBoolean full = new AtomicBoolean(true);
        // Asked for the time when the old rows are deleted and the new ones written.
        store = DuckDbStore.open(folder.resolve("home/bars.duckdb"), () -> {
            if (full.get()) {
                throw new OutOfMemoryError("made up");
            }
            return Instant.EPOCH;
        });
        SeriesWrite replacing = new SeriesWrite(
                Instrument.parse("BTCUSDT"),
                Made.walk(Interval.H1, 100, 2),
                "b.csv",
                0,
                0,
                SeriesWrite.Mode.OVERWRITE,
                false);
        assertThatThrownBy(() -> store.write(replacing)).isInstanceOf(OutOfMemoryError.class);
        full.set(false);
        store.write(Made.write("ETHUSDT", bars));
        assertThat(store.series()).contains(before).hasSize(2);
        assertThat(Made.bars(store, before.key())).isEqualTo(bars);
    }

    @Test
    void aWriteWithoutBarsIsRefused() {
        assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", Bars.empty(Interval.D1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no bars");
    }

    @Test
    void theStoreDescribesItself() {
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 10, 1)));
        assertThat(store.describe())
                .containsEntry("coins", "1")
                .containsEntry("series", "2")
                .containsEntry("bars", "110")
                .containsKeys("kind", "version", "file", "size", "schema");
    }
}
