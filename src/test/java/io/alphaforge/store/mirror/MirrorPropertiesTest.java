package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the server and on the way to it, what is delivered are its bars, or it is said that they are not. */
@Timeout(300)
class MirrorPropertiesTest {
    private static final String[] SYMBOLS = {"AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aReadDeliversTheServersBarsOrSaysThatItCannot(long seed) {
        Random random = new Random(seed);
        Map<SeriesKey, Bars> truth = new HashMap<>();
        // Every state that each series ever had: offline, one of these is what the mirror may hold.
        Map<SeriesKey, Map<DataDigest, Bars>> history = new HashMap<>();
        int delivered = 0;
        int offline = 0;
        try (Pair pair = new Pair(folder, seed % 2 == 0 ? 900 * 48 : 1L << 40)) {
            for (int step = 0; step < 60; step++) {
                change(pair, random, truth, history);
                if (random.nextInt(4) == 0) {
                    pair.remote.unreachable = random.nextBoolean();
                }
                if (random.nextInt(5) == 0) {
                    pair.remote.deliveriesLeft.set(random.nextInt(4));
                }
                pair.remote.garbled = random.nextInt(6) == 0 ? Pair.key(SYMBOLS[random.nextInt(5)]) : null;
                pair.now.addAndGet(random.nextInt(90_000));
                if (random.nextInt(6) == 0) {
                    sync(pair);
                }
                List<StoredSeries> listed = pair.store.series();
                boolean online = !pair.store.status().offline();
                Map<SeriesKey, Delivery> read = pair.read(SYMBOLS);
                assertThat(read.keySet()).hasSize(5);
                for (Delivery delivery : read.values()) {
                    if (delivery instanceof Delivered found) {
                        delivered++;
                        offline += online ? 0 : 1;
                        assertThat(DataDigest.of(found.bars()))
                                .isEqualTo(found.series().digest());
                        Bars expected = online
                                ? truth.get(found.key())
                                : history.getOrDefault(found.key(), Map.of())
                                        .get(found.series().digest());
                        assertThat(found.bars()).isEqualTo(expected);
                        // Offline, what an earlier read fetched may have been written down since the mirror was listed.
                        if (online) {
                            assertThat(listed.stream().map(StoredSeries::digest))
                                    .contains(found.series().digest());
                        }
                    } else {
                        assertThat(((Unreadable) delivery).reason()).endsWith(".");
                    }
                }
                if (random.nextBoolean()) {
                    pair.store.flush();
                } else if (random.nextInt(8) == 0) {
                    pair.restart();
                }
                pair.remote.deliveriesLeft.set(Integer.MAX_VALUE);
                pair.remote.unreachable &= random.nextBoolean();
            }
            pair.remote.unreachable = false;
            pair.remote.garbled = null;
            pair.now.addAndGet(100_000);
            for (Map.Entry<SeriesKey, Delivery> last : pair.run(SYMBOLS).entrySet()) {
                if (truth.containsKey(last.getKey())) {
                    assertThat(Pair.bars(last.getValue())).isEqualTo(truth.get(last.getKey()));
                }
            }
        }
        assertThat(delivered).isGreaterThan(50);
        assertThat(offline).isPositive();
    }

    private static void sync(Pair pair) {
        try {
            pair.store.sync((done, total, bars, latest) -> {}, () -> false);
        } catch (UnreachableException e) {
            assertThat(pair.store.status().offline()).isTrue();
        }
    }

    private static void change(
            Pair pair, Random random, Map<SeriesKey, Bars> truth, Map<SeriesKey, Map<DataDigest, Bars>> history) {
        boolean away = pair.remote.unreachable;
        pair.remote.unreachable = false;
        String symbol = SYMBOLS[random.nextInt(5)];
        SeriesKey key = Pair.key(symbol);
        Bars before = truth.get(key);
        if (before != null && random.nextInt(6) == 0) {
            pair.remote.delete(key);
            truth.remove(key);
            pair.now.addAndGet(2_000);
        } else {
            int size = before == null ? 50 : before.size();
            // Appended to, overwritten with the same times, or told anew with fewer bars and others.
            long kind = random.nextInt(3);
            Bars bars = before == null || kind > 0
                    ? Pair.walk(kind == 1 ? size : 20 + random.nextInt(200), random.nextLong())
                    : Joined.of(before, tail(before, 1 + random.nextInt(30), random.nextLong()));
            pair.onServer(symbol, bars);
            truth.put(key, bars);
            history.computeIfAbsent(key, k -> new HashMap<>()).put(DataDigest.of(bars), bars);
        }
        pair.remote.unreachable = away;
    }

    private static Bars tail(Bars before, int more, long seed) {
        Bars longer = Pair.walk(before.size() + more, seed);
        return longer.slice(before.size(), longer.size());
    }

    @Test
    void readsAndASynchronisationSideBySideSeeTheServersBars() {
        try (Pair pair = new Pair(folder)) {
            for (int i = 0; i < 20; i++) {
                pair.onServer("C" + i + "USDT", Pair.walk(500 + i, i));
            }
            pair.store.series();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                int reads = 0;
                do {
                    for (int i = 0; i < 20; i++) {
                        String symbol = "C" + i + "USDT";
                        assertThat(Pair.bars(pair.read(symbol).get(Pair.key(symbol))))
                                .isEqualTo(Pair.walk(500 + i, i));
                        reads++;
                    }
                } while (!over.get());
                return reads;
            });
            pair.store.sync((done, total, bars, latest) -> {}, () -> false);
            over.set(true);
            assertThat(reader.join()).isPositive();
            assertThat(pair.mirrored()).hasSize(20);
        }
    }
}
