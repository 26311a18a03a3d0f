package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database file tells of its slow statements. */
class SlowStatementsTest {
    @TempDir
    private Path folder;

    private final List<SlowQuery> told = new ArrayList<>();

    @Test
    void slowStatementsAreToldWithTheirCallersAndFiles() {
        try (DuckDbStore store = open(Duration.ZERO)) {
            write(store, "AUSDT");
            write(store, "BUSDT");
            store.series();
            store.dashboard();
            read(store, "AUSDT", "BUSDT");
            read(store, "AUSDT");
        }
        assertThat(told)
                .extracting(SlowQuery::caller)
                .contains(
                        "DuckDbStore.series (SeriesTable/list)",
                        "DuckDbStore.dashboard (DashboardTable/list)",
                        "DuckDbBarCursor.next (SeriesReader/scan)",
                        "DuckDbBarCursor.next (SeriesReader/inOrder)",
                        "DuckDbStore.write (SeriesWriter/insertBars)");
        assertThat(told).allMatch(slow -> slow.millis() >= 0 && !slow.query().isBlank());
    }

    @Test
    void quickStatementsAreNot() {
        try (DuckDbStore store = open(Duration.ofHours(1))) {
            write(store, "AUSDT");
            read(store, "AUSDT");
        }
        assertThat(told).isEmpty();
    }

    /** Nothing is slow enough for it, and nothing overflows. */
    @Test
    void thresholdOfAgesIsTaken() {
        SlowQueries slow = SlowQueries.of(Map.of(SlowQueries.VARIABLE, "9999999999999"), InstantSource.system());
        assertThat(slow.isSlow(System.nanoTime())).isFalse();
        slow.ended(System.nanoTime(), () -> "caller", () -> "query", told::add);
        assertThat(told).isEmpty();
    }

    private DuckDbStore open(Duration threshold) {
        return DuckDbStore.open(
                folder.resolve("bars.duckdb"),
                InstantSource.system(),
                new SlowQueries(threshold, InstantSource.system()),
                told::add);
    }

    private static void write(DuckDbStore store, String symbol) {
        store.write(new SeriesWrite(
                Instrument.parse(symbol),
                Samples.walk(Interval.D1, 300, 1),
                "x.csv",
                0,
                0,
                SeriesWrite.Mode.OVERWRITE,
                false));
    }

    private static void read(DuckDbStore store, String... symbols) {
        List<SeriesKey> keys = List.of(symbols).stream()
                .map(s -> new SeriesKey(s, Interval.D1))
                .toList();
        try (BarCursor cursor = store.read(new BarRequest(keys, EnumSet.allOf(BarColumn.class)))) {
            BarCursor.Delivery delivery;
            do {
                delivery = cursor.next();
            } while (delivery != null);
        }
    }
}
