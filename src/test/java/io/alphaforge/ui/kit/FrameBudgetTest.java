package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.scripted.ManualPulse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private long now;
    private final FrameBudget budget = new FrameBudget(() -> now * 1_000_000);

    private int frame(long sinceLast, boolean more) {
        now += sinceLast;
        int size = budget.begin();
        budget.end(more);
        return size;
    }

    @Test
    void quickFramesAreFollowedByTwiceAsManyEvents() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            sizes.add(frame(16, true));
        }
        assertThat(sizes).containsExactly(2, 4, 8, 16, 32, 64, 128, 256, 256);
    }

    @Test
    void slowFramesAreFollowedByFewerButNeverByNone() {
        for (int i = 0; i < 9; i++) {
            frame(16, true);
        }
        assertThat(frame(80, true)).isEqualTo(128);
        assertThat(frame(80, true)).isEqualTo(64);
        for (int i = 0; i < 40; i++) {
            frame(80, true);
        }
        assertThat(frame(80, true)).isEqualTo(16);
    }

    @Test
    void whileTheFirstCellsAreMadeSlowFramesStaySmall() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sizes.add(frame(200, true));
        }
        assertThat(sizes).containsExactly(2, 2, 3, 4, 5, 6);
    }

    @Test
    void aPauseBetweenEventsIsNoSlowFrame() {
        frame(16, true);
        frame(16, true);
        assertThat(frame(16, false)).isEqualTo(8);
        assertThat(frame(5000, true)).isEqualTo(8);
        assertThat(frame(16, true)).isEqualTo(16);
    }

    @Test
    void aQueueDeliversWhatTheBudgetAllowsAndTheRestInLaterFrames() {
        ManualPulse pulse = new ManualPulse();
        List<Integer> sizes = new ArrayList<>();
        PulseQueue<Integer> queue = new PulseQueue<>(pulse, batch -> sizes.add(batch.size()), budget);
        for (int i = 0; i < 31; i++) {
            queue.accept(i);
        }
        while (pulse.pending() > 0) {
            now += 16;
            pulse.frame();
        }
        assertThat(sizes).containsExactly(2, 4, 8, 16, 1);
    }
}
