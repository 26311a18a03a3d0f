package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoUniverseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");

    private static List<SeriesWrite> made(Instant now, DemoOptions options) {
        try (var store = new WatchedStore()) {
            new DemoUniverse(InstantSource.fixed(now)).write(store, options, DemoListener.NONE, () -> false);
            return store.writes;
        }
    }

    private static DemoOptions options(int symbols, int days, Interval interval) {
        return new DemoOptions(symbols, days, interval, 7);
    }

    private static double[] returns(Bars bars) {
        Column close = bars.close();
        double[] returns = new double[bars.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(close.get(i + 1) / close.get(i));
        }
        return returns;
    }

    private static double correlation(double[] a, double[] b, int from) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        for (int i = from; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i - from] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i - from] - meanB) * (b[i - from] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void everyCoinIsMarkedAsSynthetic() {
        assertThat(made(NOW, options(100, 2, Interval.D1))).hasSize(100).allSatisfy(write -> {
            assertThat(write.synthetic()).isTrue();
            assertThat(write.source()).contains("synthetic");
            assertThat(write.instrument().symbol()).matches("[A-Z]{4}USDT\\.DEMO");
            assertThat(write.instrument().quote()).isEqualTo("USDT");
        });
    }

    @Test
    void noTwoCoinsHaveOneName() {
        var universe = new DemoNoise(7).named(7);
        assertThat(IntStream.range(0, DemoCoin.MOST)
                        .mapToObj(i -> DemoCoin.of(universe, i).instrument().symbol()))
                .doesNotHaveDuplicates();
    }

    @Test
    void barsAreConsistentAndMostlyOpenWhereTheLastOneClosed() {
        for (Interval interval : List.of(Interval.D1, Interval.H1)) {
            long bars = 0;
            long away = 0;
            for (SeriesWrite write : made(NOW, options(60, 300, interval))) {
                Bars b = write.bars();
                for (int i = 0; i < b.size(); i++) {
                    assertThat(BarChecks.problem(
                                    b.open().get(i),
                                    b.high().get(i),
                                    b.low().get(i),
                                    b.close().get(i),
                                    b.volume().get(i)))
                            .isNull();
                    assertThat(b.time(i)).isEqualTo(interval.bucketStart(b.time(i)));
                    boolean follows = i > 0 && b.time(i) == interval.next(b.time(i - 1));
                    bars += follows ? 1 : 0;
                    away += follows && b.open().get(i) != b.close().get(i - 1) ? 1 : 0;
                }
            }
            assertThat((double) away / bars).isBetween(0.005, 0.1);
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        var first = made(NOW, options(20, 200, Interval.D1));
        assertThat(made(NOW, options(20, 200, Interval.D1))).isEqualTo(first);
        assertThat(made(NOW, new DemoOptions(20, 200, Interval.D1, 8))).isNotEqualTo(first);
    }

    @Test
    void aLaterRunAgreesOnTheOverlapAndAddsTheDaysSince() {
        for (Interval interval : List.of(Interval.D1, Interval.H1)) {
            var early = made(NOW, options(40, 250, interval));
            var late = made(NOW.plus(Duration.ofDays(9)), options(40, 250, interval));
            long added = 0;
            for (int coin = 0; coin < 40; coin++) {
                Bars a = early.get(coin).bars();
                Bars b = late.get(coin).bars();
                int from = a.indexAtOrAfter(b.firstTime());
                int to = b.indexAtOrAfter(a.lastTime() + 1);
                assertThat(b.slice(0, to)).isEqualTo(a.slice(from, a.size()));
                added += b.size() - to;
            }
            assertThat(added).isGreaterThan(interval == Interval.D1 ? 300 : 300 * 20);
        }
    }

    @Test
    void aLongerHistoryAgreesWithAShorterOne() {
        var shorter = made(NOW, options(10, 100, Interval.D1));
        var longer = made(NOW, options(10, 1_000, Interval.D1));
        for (int coin = 0; coin < 10; coin++) {
            Bars a = shorter.get(coin).bars();
            Bars b = longer.get(coin).bars();
            assertThat(b.slice(b.indexAtOrAfter(a.firstTime()), b.size())).isEqualTo(a);
        }
    }

    @Test
    void dailyBarsAreThoseOfTheirHours() {
        var days = made(NOW, options(5, 60, Interval.D1));
        var hours = made(NOW, options(5, 61, Interval.H1));
        for (int coin = 0; coin < 5; coin++) {
            Bars d = days.get(coin).bars();
            Bars h = hours.get(coin).bars();
            for (int i = 0; i < d.size(); i++) {
                int from = h.indexAtOrAfter(d.time(i));
                int to = h.indexAtOrAfter(Interval.D1.next(d.time(i)));
                if (to - from < 24) {
                    continue;
                }
                double high = 0;
                double low = Double.MAX_VALUE;
                for (int hour = from; hour < to; hour++) {
                    high = Math.max(high, h.high().get(hour));
                    low = Math.min(low, h.low().get(hour));
                }
                assertThat(d.open().get(i)).isEqualTo(h.open().get(from));
                assertThat(d.high().get(i)).isEqualTo(high);
                assertThat(d.low().get(i)).isEqualTo(low);
                assertThat(d.close().get(i)).isEqualTo(h.close().get(to - 1));
            }
        }
    }

    @Test
    void onlyCompletedBarsAreMade() {
        assertThat(made(NOW, options(1, 10, Interval.D1)).getFirst().bars().lastTime())
                .isEqualTo(Instant.parse("2026-11-19T00:00:00Z").toEpochMilli());
        assertThat(made(NOW, options(1, 10, Interval.H1)).getFirst().bars().lastTime())
                .isEqualTo(Instant.parse("2026-11-20T14:00:00Z").toEpochMilli());
    }

    @Test
    void theMarketIsLifelike() {
        var writes = made(NOW, new DemoOptions(260, 1_500, Interval.D1, 1));
        long newest = Instant.parse("2026-11-19T00:00:00Z").toEpochMilli();
        int stale = 0;
        int young = 0;
        int gaps = 0;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        double clustering = 0;
        double together = 0;
        double activity = 0;
        int whole = 0;
        double[] market = {};
        for (SeriesWrite write : writes) {
            Bars bars = write.bars();
            var quality = Quality.of(bars, 0, 0);
            assertThat(quality.score()).isGreaterThan(60);
            stale += bars.lastTime() < newest - 2 * Interval.D1.millis() ? 1 : 0;
            young += bars.size() < 1_200 ? 1 : 0;
            gaps += quality.gaps();
            lowest = Math.min(lowest, bars.close().get(0));
            highest = Math.max(highest, bars.close().get(0));
            if (bars.size() == 1_500) {
                double[] returns = returns(bars);
                double[] moves = java.util.Arrays.stream(returns).map(Math::abs).toArray();
                double[] turnover = new double[moves.length];
                for (int i = 0; i < turnover.length; i++) {
                    turnover[i] = bars.volume().get(i + 1) * bars.close().get(i + 1);
                }
                assertThat(Math.abs(correlation(returns, returns, 1))).isLessThan(0.15);
                clustering += correlation(moves, moves, 1);
                activity += correlation(moves, turnover, 0);
                if (market.length > 0) {
                    together += correlation(returns, market, 0);
                }
                market = returns;
                whole++;
            }
        }
        assertThat(stale).isBetween(3, 30);
        assertThat(young).isBetween(30, 180);
        assertThat(gaps).isBetween(50, 600);
        assertThat(lowest).isBetween(1e-8, 1e-4);
        assertThat(highest).isBetween(1e4, 1e7);
        assertThat(clustering / whole).isGreaterThan(0.1);
        assertThat(activity / whole).isGreaterThan(0.3);
        assertThat(together / (whole - 1)).isBetween(0.1, 0.7);
    }

    @Test
    void coinsOfAnotherSeedAreReplaced() {
        try (var store = new WatchedStore()) {
            var universe = new DemoUniverse(InstantSource.fixed(NOW));
            universe.write(store, new DemoOptions(250, 2, Interval.D1, 1), DemoListener.NONE, () -> false);
            universe.write(store, new DemoOptions(10, 2, Interval.D1, 1), DemoListener.NONE, () -> false);
            assertThat(store.writes).extracting(SeriesWrite::mode).containsOnly(SeriesWrite.Mode.MERGE);
            var before = store.writes.stream().map(SeriesWrite::key).collect(Collectors.toSet());
            var other = new DemoOptions(40, 30, Interval.D1, 2);
            int written = store.writes.size();
            universe.write(store, other, DemoListener.NONE, () -> false);
            var later = store.writes.subList(written, store.writes.size());
            assertThat(later)
                    .hasSize(40)
                    .allSatisfy(write -> assertThat(write.mode())
                            .isEqualTo(
                                    before.contains(write.key()) ? SeriesWrite.Mode.REPLACE : SeriesWrite.Mode.MERGE));
            assertThat(later).extracting(SeriesWrite::mode).contains(SeriesWrite.Mode.REPLACE);
            assertThat(store.series())
                    .filteredOn(series -> series.source().equals(other.source()))
                    .hasSize(40)
                    .allSatisfy(series -> assertThat(later)
                            .filteredOn(write -> write.key().equals(series.key()))
                            .extracting(write -> DataDigest.of(write.bars()))
                            .containsExactly(series.digest()));
        }
    }

    @Test
    void cancellingStopsBetweenCoins() {
        try (var store = new WatchedStore()) {
            var heard = new AtomicInteger();
            var report = new DemoUniverse(InstantSource.fixed(NOW))
                    .write(
                            store,
                            options(50, 30, Interval.D1),
                            (done, total, bars) -> heard.set(done),
                            () -> heard.get() == 12);
            assertThat(report.cancelled()).isTrue();
            assertThat(report.coins()).isEqualTo(12);
            assertThat(store.writes).hasSize(12);
            assertThat(store.series()).hasSize(12);
        }
    }

    @Test
    void optionsOutOfBoundsAreRefusedWithTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(0, 10, Interval.D1))
                .withMessageContaining("1 to 1600 symbols");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(10, 1, Interval.D1))
                .withMessageContaining("2 to 10000 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(10, 10, Interval.H4))
                .withMessageContaining("1d and 1h");
    }
}
