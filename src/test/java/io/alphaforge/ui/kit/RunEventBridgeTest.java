package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSummary;
import io.alphaforge.ui.scripted.ManualPulse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunEventBridgeTest {
    private final ManualPulse pulse = new ManualPulse();
    private final List<List<RunEvent>> batches = new ArrayList<>();

    @Test
    void eventsOfOneFrameComeAsOneBatchInTheirOrder() {
        RunEventBridge bridge = new RunEventBridge(pulse, batches::add);
        List<RunEvent> sent = failures(50);
        sent.forEach(bridge);
        assertThat(batches).isEmpty();
        pulse.frame();
        assertThat(batches).containsExactly(sent);
    }

    @Test
    void howLongTheScreenTookIsToldOnceARunIsOver() {
        List<String> shown = new ArrayList<>();
        RunEventBridge bridge = new RunEventBridge(pulse, batches::add, new FrameBudget(), (runId, millis) -> {
            assertThat(millis).isPositive();
            shown.add(runId);
        });
        failures(5).forEach(bridge);
        pulse.frame();
        assertThat(shown).isEmpty();
        RunSummary summary = new RunSummary("run-7", RunSummary.Status.FINISHED, 0, 0, 0, 0, 0, 0);
        bridge.accept(new RunEvent.Finished("run-7", summary, ""));
        while (pulse.pending() > 0) {
            pulse.frame();
        }
        assertThat(shown).containsExactly("run-7");
    }

    @Test
    void howeverManyEventsComeOnlyOneTaskWaitsForTheFrame() {
        RunEventBridge bridge = new RunEventBridge(pulse, batches::add);
        failures(1000).forEach(bridge);
        assertThat(pulse.pending()).isOne();
    }

    @Test
    void aFrameTakesABoundedNumberOfEventsAndTheRestComesInTheNext() {
        PulseQueue<Integer> queue =
                new PulseQueue<>(pulse, batch -> assertThat(batch.size()).isLessThanOrEqualTo(10), 10);
        for (int i = 0; i < 25; i++) {
            queue.accept(i);
        }
        int frames = 0;
        while (pulse.pending() > 0) {
            assertThat(pulse.pending()).isOne();
            pulse.frame();
            frames++;
        }
        assertThat(frames).isEqualTo(3);
    }

    @Test
    void nothingIsAskedForWhileThereIsNothingToDeliver() {
        RunEventBridge bridge = new RunEventBridge(pulse, batches::add);
        failures(3).forEach(bridge);
        pulse.frame();
        assertThat(pulse.pending()).isZero();
    }

    @Test
    void anEventThatComesWhileABatchIsDeliveredIsInTheNext() {
        List<RunEvent> seen = new ArrayList<>();
        RunEventBridge[] bridge = new RunEventBridge[1];
        RunEvent late = new RunEvent.Paused("late");
        bridge[0] = new RunEventBridge(pulse, batch -> {
            seen.addAll(batch);
            if (seen.size() == 1) {
                bridge[0].accept(late);
            }
        });
        bridge[0].accept(new RunEvent.Paused("first"));
        pulse.frame();
        assertThat(seen).hasSize(1);
        pulse.frame();
        assertThat(seen).hasSize(2).last().isEqualTo(late);
    }

    @Test
    void aSinkThatFailsDoesNotCutOffLaterEvents() {
        List<RunEvent> seen = new ArrayList<>();
        PulseQueue<RunEvent> queue = new PulseQueue<>(
                pulse,
                batch -> {
                    if (seen.isEmpty()) {
                        seen.addAll(batch);
                        throw new IllegalStateException("broken view");
                    }
                    seen.addAll(batch);
                },
                1);
        failures(2).forEach(queue);
        try {
            pulse.frame();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("broken view");
        }
        pulse.frame();
        assertThat(seen).hasSize(2);
    }

    @Test
    void eventsOfManyThreadsAllArriveEachThreadsInItsOrderAndTheLastOneToo() throws InterruptedException {
        int threads = 8;
        int each = 5000;
        List<RunEvent> seen = new ArrayList<>();
        RunEventBridge bridge = new RunEventBridge(pulse, seen::addAll);
        CountDownLatch running = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            String thread = "t" + t;
            Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; i < each; i++) {
                    bridge.accept(new RunEvent.Failed(thread, Integer.toString(i), ""));
                }
                running.countDown();
            });
        }
        while (running.getCount() > 0) {
            pulse.frame();
        }
        RunEvent last = new RunEvent.Finished(
                "end", new RunSummary("end", RunSummary.Status.FINISHED, 0, 0, 0, 0, 0, Double.NaN), "");
        bridge.accept(last);
        while (pulse.pending() > 0) {
            pulse.frame();
        }
        assertThat(seen).hasSize(threads * each + 1).last().isEqualTo(last);
        for (int t = 0; t < threads; t++) {
            String thread = "t" + t;
            List<String> own = seen.stream()
                    .filter(e -> e.runId().equals(thread))
                    .map(e -> ((RunEvent.Failed) e).symbol())
                    .toList();
            assertThat(own).hasSize(each);
            for (int i = 0; i < each; i++) {
                assertThat(own.get(i)).isEqualTo(Integer.toString(i));
            }
        }
    }

    private static List<RunEvent> failures(int count) {
        List<RunEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(new RunEvent.Failed("run", "COIN" + i, "no bars"));
        }
        return events;
    }
}
