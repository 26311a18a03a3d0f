package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.ConflictException;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardSummary;
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
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store promises, on each kind of server; and what programs that know nothing of versions do to it. */
class TimescaleStoreTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private void open(Kind kind) {
        url = Servers.stillDatabase(kind);
        store = store(url);
        store.migrate();
    }

    private static TimescaleStore store(String url) {
        return new TimescaleStore(ServerOptions.of(url, Map.of()));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrittenIsReadBackToTheBit(Kind kind) {
        open(kind);
        Bars bars = Made.walk(Interval.H1, 3000, 1);
        WriteReport report = store.write(
                new SeriesWrite(Instrument.parse("BTC/USDT"), bars, "a.csv", 3, 2, SeriesWrite.Mode.MERGE, true));
        store.close();
        store = store(url);
        StoredSeries series = store.series().getFirst();
        assertThat(report).isEqualTo(new WriteReport(series, 3000, 0, 0));
        assertThat(series.instrument()).isEqualTo(new Instrument("BTCUSDT", "BTC", "USDT"));
        assertThat(series.digest()).isEqualTo(DataDigest.of(bars));
        assertThat(series.version()).isEqualTo(1);
        assertThat(series.synthetic()).isTrue();
        assertThat(series.source()).isEqualTo("a.csv");
        assertThat(series.quality().duplicates()).isEqualTo(3);
        assertThat(Made.bars(store, BTC)).isEqualTo(bars);
        Bars two = Made.bars(store, EnumSet.of(BarColumn.OPEN, BarColumn.VOLUME), BTC);
        assertThat(two.columns()).containsExactly(BarColumn.OPEN, BarColumn.VOLUME);
        assertThat(two.volume()).isEqualTo(bars.volume());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sourcesOfOneNameInTwoPlacesAreTwo(Kind kind) {
        open(kind);
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

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSecondWriteAddsAndReplacesEvenInCompressedChunks(Kind kind) {
        open(kind);
        Bars all = Made.walk(Interval.H1, 3000, 1);
        store.write(Made.write("BTCUSDT", all.slice(0, 2000)));
        compress(kind);
        Bars later = Made.altered(all, 100, 1500).slice(50, 3000);
        WriteReport report = store.write(Made.write("BTCUSDT", later, "b.csv"));
        assertThat(report.added()).isEqualTo(1000);
        assertThat(report.changed()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1948);
        assertThat(report.series().version()).isEqualTo(2);
        Bars expected = Made.altered(all, 100, 1500);
        assertThat(Made.bars(store, BTC)).isEqualTo(expected);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(expected));
        assertThat(store.write(Made.write("BTCUSDT", later, "b.csv")).series().version())
                .as("the same again changes nothing")
                .isEqualTo(2);
        Bars replacing = Made.walk(Interval.H1, 500, 9);
        store.write(new SeriesWrite(
                Instrument.parse("BTCUSDT"), replacing, "c.csv", 0, 0, SeriesWrite.Mode.REPLACE, false));
        assertThat(Made.bars(store, BTC)).isEqualTo(replacing);
    }

    private void compress(Kind kind) {
        if (kind == Kind.COMMUNITY) {
            assertThat(
                            Servers.value(
                                    url,
                                    "SELECT count(compress_chunk(c, if_not_compressed => true)) FROM show_chunks('crypto_prices') c"))
                    .isNotEqualTo("0");
        }
    }

    @Test
    void otherPricesOfTheSameTimesAreRefusedAndNothingChanges() {
        open(Kind.PLAIN);
        Bars bars = Made.walk(Interval.H1, 300, 1);
        store.write(Made.write("BTCUSDT", bars));
        StoredSeries before = store.series().getFirst();
        assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 2))))
                .isInstanceOf(ConflictException.class);
        assertThat(store.series()).containsExactly(before);
        assertThat(Made.bars(store, BTC)).isEqualTo(bars);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theDashboardOfTheServerIsThatOfTheBars(Kind kind) {
        open(kind);
        Bars[] hourly = IntStream.range(0, 6)
                .mapToObj(i -> Made.walk(Interval.H1, 900 + 97 * i, i))
                .toArray(Bars[]::new);
        for (int i = 0; i < hourly.length; i++) {
            store.write(Made.write("C" + i + "USDT", hourly[i]));
        }
        Bars daily = Made.walk(Interval.D1, 40, 77);
        Bars monthly = Made.walk(Interval.MONTH, 14, 78);
        Bars few = Made.walk(Interval.W1, 2, 79);
        store.write(Made.write("DAYUSDT", daily));
        store.write(Made.write("MONTHUSDT", monthly));
        store.write(Made.write("WEEKUSDT", few));
        List<DashboardRow> computed = store.dashboard();
        store.compact();
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .isEqualTo("9");
        List<DashboardRow> rows = store.dashboard();
        assertThat(rows).hasSize(9);
        for (int i = 0; i < hourly.length; i++) {
            same(rows.get(i), DashboardSummary.of(hourly[i]));
            same(computed.get(i), DashboardSummary.of(hourly[i]));
        }
        same(rows.get(6), DashboardSummary.of(daily));
        same(rows.get(7), DashboardSummary.of(monthly));
        same(rows.get(8), DashboardSummary.of(few));
        assertThat(rows)
                .extracting(DashboardRow::stale)
                .isEqualTo(computed.stream().map(DashboardRow::stale).toList());
    }

    @Test
    void figuresThatAnEarlierVersionDidNotWriteAreAddedByMigrating() {
        open(Kind.PLAIN);
        Bars bars = Made.walk(Interval.H1, 900, 1);
        store.write(Made.write("BTCUSDT", bars));
        Servers.sql(url, "TRUNCATE bar_summaries, crypto_technical_indicators");
        store.compact();
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .isEqualTo("0");
        same(store.dashboard().getFirst(), DashboardSummary.of(bars));
        store.migrate();
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .isEqualTo("1");
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_technical_indicators"))
                .isEqualTo("900");
        same(store.dashboard().getFirst(), DashboardSummary.of(bars));
    }

    private static void same(DashboardRow row, DashboardSummary expected) {
        // Sums depend on the order of their terms in the last bits.
        assertThat(row.turnover30d())
                .isCloseTo(expected.turnover30d(), org.assertj.core.data.Percentage.withPercentage(1e-9));
        assertThat(row.month().volume())
                .isCloseTo(expected.month().volume(), org.assertj.core.data.Percentage.withPercentage(1e-9));
        assertThat(row.day().high()).isEqualTo(Double.valueOf(expected.day().high()));
        assertThat(row.week().low()).isEqualTo(Double.valueOf(expected.week().low()));
        assertThat(row.month().high()).isEqualTo(Double.valueOf(expected.month().high()));
        assertThat(row.price()).isEqualTo(Double.valueOf(expected.price()));
        assertThat(row.change24hPct()).isEqualTo(Double.valueOf(expected.change24hPct()));
        assertThat(row.change7dPct()).isEqualTo(Double.valueOf(expected.change7dPct()));
        assertThat(row.allTimeHigh()).isEqualTo(expected.allTimeHigh());
        assertThat(row.allTimeLow()).isEqualTo(expected.allTimeLow());
        assertThat(row.sparkline()).isEqualTo(expected.sparkline());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatAnotherProgramWritesIsNeverOverlooked(Kind kind) {
        open(kind);
        Bars bars = Made.walk(Interval.H1, 3000, 1);
        store.write(Made.write("BTCUSDT", bars));
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 100, 2)));
        compress(kind);
        String coin = Servers.value(url, "SELECT id FROM cryptocurrencies WHERE symbol = 'BTCUSDT'");
        Servers.sql(
                url,
                "UPDATE crypto_prices SET volume = volume + 1 WHERE crypto_id = " + coin
                        + " AND datetime = to_timestamp(" + bars.time(7) / 1000 + ")");
        isTold();
        Servers.sql(
                url,
                "INSERT INTO crypto_prices VALUES (" + coin + ", to_timestamp(" + bars.lastTime() / 1000
                        + ") + interval '1 hour', '1h', 1, 2, 1, 2, 3)");
        isTold();
        assertThat(store.series().getFirst().bars()).isEqualTo(3001);
        Servers.sql(
                url,
                "DELETE FROM crypto_prices WHERE crypto_id = " + coin + " AND datetime < to_timestamp("
                        + bars.time(10) / 1000 + ")");
        isTold();
        assertThat(store.series().getFirst().bars()).isEqualTo(2991);
        if (kind != Kind.PLAIN) {
            Servers.sql(
                    url,
                    "SELECT drop_chunks('crypto_prices', older_than => to_timestamp(" + bars.time(1500) / 1000 + "))");
            isTold();
        }
        Servers.sql(url, "DELETE FROM crypto_prices WHERE crypto_id <> " + coin);
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly("BTCUSDT");
        Servers.sql(url, "TRUNCATE crypto_prices");
        assertThat(store.series()).isEmpty();
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes"))
                .as("notes are taken away")
                .isEqualTo("0");
    }

    /** What is said of the first series is what is read of it. */
    private void isTold() {
        StoredSeries told = store.series().getFirst();
        Bars read = Made.bars(store, BTC);
        assertThat(told.bars()).isEqualTo(read.size());
        assertThat(told.digest()).isEqualTo(DataDigest.of(read));
        assertThat(told.lastOpen()).isEqualTo(read.lastTime());
        assertThat(store.dashboard().getFirst().price()).isEqualTo(read.close().get(read.size() - 1));
    }

    @Test
    void whoMayOnlyReadSeesEverythingAndIsToldWhyNotToWrite() {
        open(Kind.PLAIN);
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 1)));
        store.compact();
        Servers.sql(
                url,
                "CREATE ROLE analyst_" + ProcessHandle.current().pid() + " LOGIN",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO analyst_"
                        + ProcessHandle.current().pid());
        Servers.sql(url, "UPDATE crypto_prices SET volume = 1");
        try (TimescaleStore reader = store(url.replace(
                "user=postgres", "user=analyst_" + ProcessHandle.current().pid()))) {
            StoredSeries told = reader.series().getFirst();
            assertThat(told.digest()).isEqualTo(DataDigest.of(Made.bars(reader, BTC)));
            assertThat(reader.dashboard().getFirst().day().volume()).isEqualTo(24);
            assertThat(reader.describe()).containsEntry("rights", "read only");
            assertThatThrownBy(() -> reader.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 400, 1))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("may not do that");
        }
    }

    @Test
    void twoWhoWriteAtOnceLoseNothing() {
        open(Kind.PLAIN);
        Bars bars = Made.walk(Interval.H1, 2000, 1);
        try (TimescaleStore other = store(url)) {
            List<CompletableFuture<Void>> writing = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> (i % 2 == 0 ? store : other)
                            .write(Made.write("BTCUSDT", bars.slice(i * 100, i * 100 + 100), i + ".csv"))))
                    .toList();
            writing.forEach(CompletableFuture::join);
        }
        assertThat(Made.bars(store, BTC)).isEqualTo(bars);
        StoredSeries series = store.series().getFirst();
        assertThat(series.digest()).isEqualTo(DataDigest.of(bars));
        assertThat(series.version()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void deletingASeriesLeavesTheOthers(Kind kind) {
        open(kind);
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 1)));
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 30, 1)));
        store.delete(BTC);
        assertThat(store.series()).extracting(StoredSeries::interval).containsExactly(Interval.D1);
        assertThatThrownBy(() -> store.delete(BTC)).isInstanceOf(StoreException.class);
        store.delete(Made.key("BTCUSDT", Interval.D1));
        assertThat(store.series()).isEmpty();
        assertThat(store.dashboard()).isEmpty();
        assertThat(Made.read(store, Made.ALL, BTC).values()).allMatch(Unreadable.class::isInstance);
    }

    @Test
    void aCursorSeesOneSnapshotAndCanBeClosedInTheMiddle() {
        open(Kind.PLAIN);
        List<SeriesKey> keys = IntStream.range(0, 12)
                .mapToObj(i -> Made.key("C" + i + "USDT", Interval.H1))
                .toList();
        for (int i = 0; i < 12; i++) {
            store.write(Made.write("C" + i + "USDT", Made.walk(Interval.H1, 500, i)));
        }
        try (BarCursor cursor = store.read(new BarRequest(keys, Made.ALL))) {
            assertThat(cursor.next()).isInstanceOf(Delivered.class);
            store.write(Made.write("C11USDT", Made.walk(Interval.H1, 600, 11)));
            long bars = 0;
            for (BarCursor.Delivery d = cursor.next(); d != null; d = cursor.next()) {
                assertThat(d).isInstanceOf(Delivered.class);
                bars += ((Delivered) d).bars().size();
            }
            assertThat(bars).isEqualTo(11 * 500);
        }
        BarCursor early = store.read(new BarRequest(keys, Made.ALL));
        assertThat(early.next()).isNotNull();
        early.close();
        assertThat(early.next()).isNull();
        assertThat(store.split(new BarRequest(keys, Made.ALL), 2).stream().flatMap(part -> part.series().stream()))
                .containsExactlyElementsOf(keys);
    }
}
