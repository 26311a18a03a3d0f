package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WriteQueueTest {
    private static SeriesKey key(int number) {
        return new SeriesKey("C" + number, Interval.H1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatCameOfWritesIsToldInOrderAndNoSeriesIsWrittenTwiceAtOnce(int most) {
        List<Integer> told = new ArrayList<>();
        ConcurrentHashMap<SeriesKey, Boolean> busy = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        Random random = new Random(1);
        try (WriteQueue<Integer> queue = new WriteQueue<>(most, told::add)) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                SeriesKey key = key(random.nextInt(4));
                int spins = random.nextInt(2000);
                queue.put(key, () -> {
                    atOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
                    if (busy.put(key, true) != null) {
                        overlaps.incrementAndGet();
                    }
                    IntStream.range(0, spins).forEach(n -> Thread.onSpinWait());
                    busy.remove(key);
                    running.decrementAndGet();
                    return number;
                });
            }
            queue.settleAll();
        }
        assertThat(told).isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(overlaps).hasValue(0);
        assertThat(atOnce.get()).isLessThanOrEqualTo(most);
    }

    @Test
    void seriesAreReallyWrittenSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        List<Boolean> told = new ArrayList<>();
        try (WriteQueue<Boolean> queue = new WriteQueue<>(2, told::add)) {
            for (int i = 0; i < 2; i++) {
                queue.put(key(i), () -> meet(both));
            }
            queue.settleAll();
        }
        assertThat(told).containsExactly(true, true);
    }

    private static boolean meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aFailureReachesWhoBroughtTheWrites() {
        try (WriteQueue<Integer> queue = new WriteQueue<>(2, told -> {})) {
            queue.put(key(1), () -> {
                throw new IllegalArgumentException("No room.");
            });
            assertThatThrownBy(queue::settleAll).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
