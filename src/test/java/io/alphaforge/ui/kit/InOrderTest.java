package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InOrderTest {
    @Test
    void workOfManyThreadsIsDoneOneAfterTheOtherAndInTheOrderOfEachOfThem() throws InterruptedException {
        int pieces = 2000;
        List<Integer> done = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(pieces);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            InOrder order = new InOrder(pool);
            for (int i = 0; i < pieces; i++) {
                int number = i;
                order.execute(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    done.add(number);
                    inside.decrementAndGet();
                    over.countDown();
                });
            }
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
        assertThat(done).hasSize(pieces).isSorted();
    }

    @Test
    void anErrorDoesNotHoldUpWhatWaits() {
        List<Runnable> threads = new ArrayList<>();
        List<String> done = new ArrayList<>();
        InOrder order = new InOrder(threads::add);
        order.execute(() -> {
            throw new IllegalStateException("broken");
        });
        order.execute(() -> done.add("after"));
        assertThatThrownBy(() -> threads.removeFirst().run()).hasMessage("broken");
        threads.removeFirst().run();
        assertThat(done).containsExactly("after");
        assertThat(threads).isEmpty();
        order.execute(() -> done.add("later"));
        threads.removeFirst().run();
        assertThat(done).containsExactly("after", "later");
    }
}
