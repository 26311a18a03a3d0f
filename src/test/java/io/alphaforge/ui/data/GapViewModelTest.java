package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Gap;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GapViewModelTest {
    private static final long DAY = 86_400_000L;

    @TempDir
    private Path folder;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private DuckDbStore store;
    private GapViewModel model;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(
                folder.resolve("prices.duckdb"), InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z")));
        model = new GapViewModel(store, new RecordedDesk(later::add, pulse, Clock.systemUTC()).desk());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theGapsOfAStoredSeriesAreFound() {
        StoredSeries series = write("AUSDT", Interval.D1, LongStream.of(0, 1, 2, 5, 6, 9));
        model.show(series);
        assertThat(model.gaps().get()).isNull();
        assertThat(model.busy().get()).isTrue();
        work();
        SeriesGaps found = Objects.requireNonNull(model.gaps().get());
        assertThat(found.gaps()).containsExactly(new Gap(3 * DAY, 5 * DAY, 2), new Gap(7 * DAY, 9 * DAY, 2));
        assertThat(found.first()).isZero();
        assertThat(found.end()).isEqualTo(10 * DAY);
        assertThat(found.missing()).isEqualTo(series.quality().missing()).isEqualTo(4);
    }

    @Test
    void onlyTheSeriesAskedForLastIsShown() {
        StoredSeries first = write("AUSDT", Interval.D1, LongStream.of(0, 1, 5));
        StoredSeries second = write("BUSDT", Interval.D1, LongStream.of(0, 1, 2));
        model.show(first);
        model.show(second);
        work();
        assertThat(Objects.requireNonNull(model.gaps().get()).series()).isEqualTo(second);
        model.show(null);
        assertThat(model.gaps().get()).isNull();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aReadingThatNobodyWaitsForIsEndedInTheBackground() {
        StoredSeries series = write("AUSDT", Interval.D1, LongStream.of(0, 1, 5));
        List<String> closed = new ArrayList<>();
        GapViewModel[] reading = new GapViewModel[1];
        BarCursor cursor = new BarCursor() {
            @Override
            public @Nullable Delivery next() {
                // Another series is chosen while this one is read.
                reading[0].show(null);
                closed.add("shown");
                return null;
            }

            @Override
            public void close() {
                closed.add("closed");
            }
        };
        BarStore slow = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> cursor);
        reading[0] = new GapViewModel(slow, new RecordedDesk(later::add, pulse, Clock.systemUTC()).desk());
        reading[0].show(series);
        later.removeFirst().run();
        assertThat(closed).startsWith("shown");
        assertThat(later).as("the closing waits for another thread").hasSize(1);
        work();
        assertThat(closed).containsExactly("shown", "closed", "closed");
    }

    @Test
    void aSeriesThatIsGoneIsExplained() {
        StoredSeries series = write("AUSDT", Interval.D1, LongStream.of(0, 1, 5));
        store.delete(series.key());
        model.show(series);
        work();
        assertThat(model.gaps().get()).isNull();
        assertThat(model.problem().get()).isNotBlank();
    }

    @Test
    void aMillionBarsAreLookedThrough() {
        StoredSeries series =
                write("AUSDT", Interval.M1, LongStream.range(0, 1_000_100).filter(i -> i < 500_000 || i >= 500_100));
        assertThat(series.bars()).isEqualTo(1_000_000);
        model.show(series);
        work();
        assertThat(Objects.requireNonNull(model.gaps().get()).gaps())
                .containsExactly(new Gap(500_000 * 60_000L, 500_100 * 60_000L, 100));
    }

    private StoredSeries write(String symbol, Interval interval, LongStream positions) {
        long[] times = positions.map(i -> i * interval.millis()).toArray();
        double[] ones = new double[times.length];
        Arrays.fill(ones, 1);
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : BarColumn.values()) {
            columns.put(name, Column.of(ones));
        }
        Bars bars = Bars.owning(interval, times, columns);
        return store.write(new SeriesWrite(Instrument.parse(symbol), bars, "test", 0, 0, SeriesWrite.Mode.MERGE, false))
                .series();
    }

    private void work() {
        while (!later.isEmpty() || pulse.pending() > 0) {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            while (pulse.pending() > 0) {
                pulse.frame();
            }
        }
    }
}
