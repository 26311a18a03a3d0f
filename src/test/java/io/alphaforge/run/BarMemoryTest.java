package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import java.util.EnumMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarMemoryTest {
    private static final Set<BarColumn> CLOSE = Set.of(BarColumn.CLOSE);
    private static final Bars BARS = Samples.walk(Interval.D1, 100, 1);
    private static final Resampled KEPT = new Resampled(BARS, 0);
    private static final DataDigest DIGEST = DataDigest.of(BARS);

    private static BarMemory.Key key(String symbol) {
        return new BarMemory.Key(symbol, Interval.D1, Interval.D1);
    }

    @Test
    void answersOnlyForTheDigestTheBarsWereKeptWith() {
        BarMemory memory = new BarMemory(1 << 20);
        memory.put(key("A"), DIGEST, KEPT);
        assertThat(memory.get(key("A"), DIGEST, CLOSE)).containsSame(KEPT);
        assertThat(memory.get(key("A"), DIGEST.plus(new DataDigest(0, 1)), CLOSE))
                .isEmpty();
    }

    @Test
    void answersOnlyWhenEveryWantedColumnIsThere() {
        BarMemory memory = new BarMemory(1 << 20);
        EnumMap<BarColumn, io.alphaforge.market.Column> columns = new EnumMap<>(BarColumn.class);
        columns.put(BarColumn.CLOSE, BARS.close());
        memory.put(key("A"), DIGEST, new Resampled(Bars.owning(Interval.D1, BARS.toTimeArray(), columns), 0));
        assertThat(memory.get(key("A"), DIGEST, CLOSE)).isPresent();
        assertThat(memory.get(key("A"), DIGEST, Set.of(BarColumn.OPEN, BarColumn.CLOSE)))
                .isEmpty();
    }

    @Test
    void theLeastRecentlyUsedGoFirstWhenTheBudgetIsFull() {
        BarMemory memory = new BarMemory(2 * BARS.bytes());
        memory.put(key("A"), DIGEST, KEPT);
        memory.put(key("B"), DIGEST, KEPT);
        assertThat(memory.get(key("A"), DIGEST, CLOSE)).isPresent();
        memory.put(key("C"), DIGEST, KEPT);
        assertThat(memory.get(key("B"), DIGEST, CLOSE)).isEmpty();
        assertThat(memory.get(key("A"), DIGEST, CLOSE)).isPresent();
        assertThat(memory.get(key("C"), DIGEST, CLOSE)).isPresent();
        assertThat(memory.bytes()).isEqualTo(2 * BARS.bytes());
    }

    @Test
    void barsLargerThanTheBudgetAreNotKeptAndPushNothingOut() {
        BarMemory memory = new BarMemory(BARS.bytes());
        memory.put(key("A"), DIGEST, KEPT);
        memory.put(key("B"), DIGEST, new Resampled(Samples.walk(Interval.D1, 101, 2), 0));
        assertThat(memory.get(key("A"), DIGEST, CLOSE)).isPresent();
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    void replacingBarsCountsTheirBytesOnce() {
        BarMemory memory = new BarMemory(1 << 20);
        memory.put(key("A"), DIGEST, KEPT);
        memory.put(key("A"), DIGEST, KEPT);
        assertThat(memory.bytes()).isEqualTo(BARS.bytes());
    }
}
