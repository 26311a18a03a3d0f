package io.alphaforge.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesMergeTest {
    private static final long HOUR = 3_600_000L;

    @Test
    void equalBarsChangeNothing() {
        Bars stored = bars(1, 2, 3);
        SeriesMerge merge = SeriesMerge.of(stored, bars(2, 3));
        assertThat(merge.changesNothing()).isTrue();
        assertThat(merge.bars()).isSameAs(stored);
        assertThat(merge.unchanged()).isEqualTo(2);
        assertThat(merge.onlyAppends()).isFalse();
    }

    @Test
    void newBarsAreAddedWhereTheyBelong() {
        SeriesMerge merge = SeriesMerge.of(bars(2, 4), bars(1, 3, 4, 5));
        assertThat(merge.bars()).isEqualTo(bars(1, 2, 3, 4, 5));
        assertThat(merge.fresh()).isEqualTo(bars(1, 3, 5));
        assertThat(merge.added()).isEqualTo(3);
        assertThat(merge.unchanged()).isEqualTo(1);
        assertThat(merge.onlyAppends()).isFalse();
    }

    @Test
    void barsBehindTheStoredOnesAreAnAppend() {
        SeriesMerge merge = SeriesMerge.of(bars(1, 2), bars(2, 3, 7));
        assertThat(merge.onlyAppends()).isTrue();
        assertThat(merge.fresh()).isEqualTo(bars(3, 7));
    }

    @Test
    void differentBarsReplaceTheStoredOnes() {
        SeriesMerge merge = SeriesMerge.of(bars(1, 2, 3), priced(9, 2));
        assertThat(merge.bars().close().toArray()).containsExactly(1, 9, 1);
        assertThat(merge.changed()).isEqualTo(1);
        assertThat(merge.dispute().firstDiffering()).isEqualTo(2 * HOUR);
        assertThat(merge.onlyAppends()).isFalse();
    }

    @Test
    void everyColumnDecidesWhetherABarDiffers() {
        double[] one = {1};
        double[] two = {2};
        long[] time = {HOUR};
        Bars stored = Bars.of(Interval.H1, time, one, one, one, one, one);
        for (Bars other : new Bars[] {
            Bars.of(Interval.H1, time, two, one, one, one, one),
            Bars.of(Interval.H1, time, one, two, one, one, one),
            Bars.of(Interval.H1, time, one, one, two, one, one),
            Bars.of(Interval.H1, time, one, one, one, two, one),
            Bars.of(Interval.H1, time, one, one, one, one, two)
        }) {
            assertThat(SeriesMerge.of(stored, other).changed()).isEqualTo(1);
            assertThat(SeriesMerge.of(stored, other).bars()).isEqualTo(other);
        }
    }

    @Test
    void exactlyOnePercentOfTheOverlapMayDiffer() {
        int[] hundred = new int[100];
        Arrays.setAll(hundred, i -> i);
        Bars stored = bars(hundred);
        assertThatThrownBy(() -> require(stored, SeriesMerge.of(stored, priced(2, 50)), SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("100.0 % of the 1 overlapping bars");
        Bars oneChanged = SeriesMerge.of(stored, priced(2, 50)).bars();
        assertThatCode(() -> require(stored, SeriesMerge.of(stored, oneChanged), SeriesWrite.Mode.MERGE))
                .doesNotThrowAnyException();
        Bars twoChanged = SeriesMerge.of(oneChanged, priced(2, 51)).bars();
        assertThatThrownBy(() -> require(stored, SeriesMerge.of(stored, twoChanged), SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll("2.0 % of the 100 overlapping bars", "new.csv", "old.csv", "1970-01-03T02:00");
        assertThatCode(() -> require(stored, SeriesMerge.of(stored, twoChanged), SeriesWrite.Mode.OVERWRITE))
                .doesNotThrowAnyException();
    }

    @Test
    void aMergeIsWhatASortedMapMakesOfBothSeries() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 500; round++) {
            TreeMap<Integer, Integer> map = new TreeMap<>();
            Bars stored = random(random, map);
            TreeMap<Integer, Integer> incoming = new TreeMap<>();
            Bars other = random(random, incoming);
            SeriesMerge merge = SeriesMerge.of(stored, other);
            long added =
                    incoming.keySet().stream().filter(t -> !map.containsKey(t)).count();
            long equal = incoming.entrySet().stream()
                    .filter(e -> e.getValue().equals(map.get(e.getKey())))
                    .count();
            map.putAll(incoming);
            assertThat(merge.bars()).isEqualTo(of(map));
            assertThat(merge.added()).isEqualTo(added);
            assertThat(merge.unchanged()).isEqualTo(equal);
            assertThat(merge.changed()).isEqualTo(incoming.size() - added - equal);
            SeriesMerge replacing = SeriesMerge.replacing(stored, other);
            assertThat(replacing.bars()).isEqualTo(other);
            assertThat(replacing.fresh()).isEqualTo(merge.fresh());
            assertThat(replacing.removed()).isEqualTo(stored.size() + added - incoming.size());
            assertThat(replacing.changesNothing()).isEqualTo(stored.equals(other));
        }
    }

    @Test
    void barsThatBeginInsideOfStoredOnesAreAConflictNamingBothSources() {
        Bars stored = every(Interval.D1, 0, 24, 100);
        Bars shifted = every(Interval.D1, 16, 24, 100);
        assertThatThrownBy(() -> update(stored, shifted, SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll("100 bars", "new.csv", "old.csv", "1970-01-01T16:00:00Z", "--symbol");
        Bars both = SeriesMerge.of(stored, every(Interval.D1, 100 * 24, 24, 20)).bars();
        assertThatThrownBy(() -> update(both, every(Interval.D1, 119 * 24 + 16, 24, 50), SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("1 bar ");
        assertThatThrownBy(() -> update(
                        every(Interval.W1, 72, 7 * 24, 50), every(Interval.W1, 96, 7 * 24, 50), SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        update(every(Interval.H2, 0, 2, 50), every(Interval.H2, 1, 2, 50), SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whoeverInsistsOnBarsOfOtherHoursGetsThemInPlaceOfThoseTheyBeginInsideOf() {
        Bars stored = every(Interval.D1, 0, 24, 100);
        Bars shifted = every(Interval.D1, 10 * 24 + 16, 24, 50);
        SeriesUpdate update = update(stored, shifted, SeriesWrite.Mode.OVERWRITE);
        Bars merged = update.merge().bars();
        assertThat(merged.size()).isEqualTo(10 + 50 + 39);
        assertThat(merged.time(9)).isEqualTo(stored.time(9));
        assertThat(merged.slice(10, 60)).isEqualTo(shifted);
        assertThat(merged.time(60)).isEqualTo(stored.time(61));
        assertThat(update.merge().removed()).isEqualTo(51);
        assertThat(update.report().added()).isEqualTo(50);
    }

    @Test
    void aCalendarWithBarsOfDifferentLengthsIsNoConflict() {
        Bars winter = every(Interval.D1, 5, 24, 20);
        Bars summer = every(Interval.D1, 20 * 24 + 4, 24, 20);
        assertThat(update(winter, summer, SeriesWrite.Mode.MERGE).report().added())
                .isEqualTo(20);
        assertThat(update(summer, winter, SeriesWrite.Mode.MERGE).report().added())
                .isEqualTo(20);
        Bars months = Bars.of(Interval.MONTH, days(0, 31, 59, 90), four(), four(), four(), four(), four());
        assertThat(update(months.slice(0, 2), months, SeriesWrite.Mode.MERGE)
                        .report()
                        .added())
                .isEqualTo(2);
        // A day that ends early, in a file that holds the day before as well.
        long[] times = {0, 24 * HOUR, 45 * HOUR, 72 * HOUR};
        Bars early = Bars.of(Interval.D1, times, four(), four(), four(), four(), four());
        assertThat(update(early.slice(0, 2), early, SeriesWrite.Mode.MERGE)
                        .report()
                        .added())
                .isEqualTo(2);
    }

    @Test
    void theLastStoredBarMayDifferForItMayHaveBeenStoredBeforeItWasComplete() {
        Bars stored = SeriesMerge.of(every(Interval.D1, 0, 24, 59), priced(Interval.D1, 9, 59 * 24))
                .bars();
        Bars nextDay = every(Interval.D1, 24, 24, 60);
        SeriesUpdate update = update(stored, nextDay, SeriesWrite.Mode.MERGE);
        assertThat(update.report().changed()).isOne();
        assertThat(update.report().added()).isOne();
        assertThat(update.merge().bars().close().get(59)).isEqualTo(1);
        Bars another = SeriesMerge.of(stored, priced(Interval.D1, 7, 58 * 24)).bars();
        assertThatThrownBy(() -> update(another, nextDay, SeriesWrite.Mode.MERGE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("1970-02-28T00:00:00Z");
    }

    private static SeriesUpdate update(Bars stored, Bars incoming, SeriesWrite.Mode mode) {
        Instrument coin = Instrument.parse("BTCUSDT");
        SeriesWrite write = new SeriesWrite(coin, incoming, "new.csv", 0, 0, mode, false);
        return SeriesUpdate.of(write, known(stored), stored, Map.of(), coin);
    }

    private static void require(Bars stored, SeriesMerge merge, SeriesWrite.Mode mode) {
        Instrument coin = Instrument.parse("BTCUSDT");
        merge.requireAgreement(known(stored), new SeriesWrite(coin, stored, "new.csv", 0, 0, mode, false));
    }

    private static StoredSeries known(Bars stored) {
        return new StoredSeries(
                Instrument.parse("BTCUSDT"),
                stored.interval(),
                stored.size(),
                stored.firstTime(),
                stored.lastTime(),
                1,
                DataDigest.of(stored),
                Quality.of(stored, 0, 0),
                "old.csv",
                false);
    }

    /** Bars of one price, {@code step} hours apart. */
    private static Bars every(Interval interval, int firstHour, int step, int count) {
        int[] hours = new int[count];
        Arrays.setAll(hours, i -> firstHour + i * step);
        return priced(interval, 1, hours);
    }

    private static long[] days(int... days) {
        return Arrays.stream(days).mapToLong(d -> d * (24 * HOUR)).toArray();
    }

    private static double[] four() {
        return new double[] {1, 1, 1, 1};
    }

    private static Bars random(SplittableRandom random, Map<Integer, Integer> into) {
        for (int i = random.nextInt(12); i > 0; i--) {
            into.put(random.nextInt(15), 1 + random.nextInt(2));
        }
        return of(into);
    }

    private static Bars of(Map<Integer, Integer> prices) {
        long[] times = prices.keySet().stream().mapToLong(t -> t * HOUR).toArray();
        double[] price = prices.values().stream().mapToDouble(p -> p).toArray();
        return Bars.of(Interval.H1, times, price, price, price, price, price);
    }

    private static Bars bars(int... hours) {
        return priced(1, hours);
    }

    private static Bars priced(double price, int... hours) {
        return priced(Interval.H1, price, hours);
    }

    private static Bars priced(Interval interval, double price, int... hours) {
        double[] prices = new double[hours.length];
        Arrays.fill(prices, price);
        long[] times = Arrays.stream(hours).mapToLong(h -> h * HOUR).toArray();
        return Bars.of(interval, times, prices, prices, prices, prices, prices);
    }
}
