package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {
    private static final int COINS = 7;
    private static final int BARS = 150_000;

    @TempDir
    Path folder;

    private static SeriesKey key(int i) {
        return new SeriesKey("C" + i + "USDT", Interval.M1);
    }

    @Test
    void thePartsOfALargeRequestAreStretchesOfTheFileThatTogetherGiveEverySeries() {
        try (DuckDbStore store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system())) {
            // Written in another order than that of the symbols, which is the one they are asked for in.
            for (int i : new int[] {3, 0, 6, 1, 5, 2, 4}) {
                store.write(new SeriesWrite(
                        Instrument.parse(key(i).symbol()),
                        Samples.walk(Interval.M1, BARS, i),
                        "test",
                        0,
                        0,
                        SeriesWrite.Mode.MERGE,
                        false));
            }
            List<SeriesKey> all =
                    IntStream.range(0, COINS).mapToObj(SideBySideTest::key).toList();
            BarRequest request = new BarRequest(all, Set.of(BarColumn.CLOSE));
            assertThat(store.split(request, 2)).as("before anything was listed").containsExactly(request);
            assertThat(store.series()).hasSize(COINS);
            List<BarRequest> parts = store.split(request, 2);
            assertThat(parts).hasSize(2);
            assertThat(parts.getFirst().series()).containsExactly(key(3), key(0), key(6), key(1));
            assertThat(parts.getLast().series()).containsExactly(key(5), key(2), key(4));
            Map<SeriesKey, Bars> read = new HashMap<>();
            for (BarRequest part : parts) {
                try (BarCursor cursor = store.read(part)) {
                    for (var delivery = cursor.next(); delivery != null; delivery = cursor.next()) {
                        read.put(delivery.key(), ((BarCursor.Delivered) delivery).bars());
                    }
                }
            }
            assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(all);
            for (int i = 0; i < COINS; i++) {
                Bars expected = Samples.walk(Interval.M1, BARS, i);
                assertThat(java.util.Objects.requireNonNull(read.get(key(i))).close())
                        .isEqualTo(expected.close());
            }
        }
    }

    @Test
    void smallRequestsAreNotParted() {
        try (DuckDbStore store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system())) {
            store.write(new SeriesWrite(
                    Instrument.parse("C1USDT"),
                    Samples.walk(Interval.M1, 100, 1),
                    "test",
                    0,
                    0,
                    SeriesWrite.Mode.MERGE,
                    false));
            assertThat(store.series()).hasSize(1);
            BarRequest request = new BarRequest(List.of(key(1), key(2)), Set.of(BarColumn.CLOSE));
            assertThat(store.split(request, 2)).containsExactly(request);
        }
    }
}
