package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock of the computer is set back by an hour in the middle of a session. */
@Timeout(120)
class SetBackClockTest extends MirroredServer {
    private static final long HOUR = 3_600_000;

    @BeforeEach
    void fill() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        pair.store.series();
    }

    @Test
    void aListFromBeforeCountsAsOld() {
        pair.now.addAndGet(-HOUR);
        pair.onServer("AAAUSDT", Pair.walk(310, 1));
        assertThat(Pair.bars(pair.read("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(310, 1));
    }

    @Test
    void aServerThatWasLostBeforeIsTriedAtOnceAndThenWithGrowingPausesAgain() {
        pair.now.addAndGet(2_000);
        pair.remote.unreachable = true;
        pair.store.series();
        pair.now.addAndGet(-HOUR);
        pair.remote.listed.set(0);
        pair.store.series();
        pair.store.series();
        assertThat(pair.remote.listed.get()).isEqualTo(1);
        pair.now.addAndGet(2_000);
        pair.remote.unreachable = false;
        pair.store.series();
        assertThat(pair.store.status().offline()).isFalse();
    }
}
