package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private long now;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private final RunProgress progress = new RunProgress(clock);

    @Test
    void speedAndTimeLeftFollowFromTheCoinsDone() {
        progress.start(240);
        now = 1000;
        progress.advance(60);
        assertThat(progress.coinsPerSecond().get()).isEqualTo(60);
        assertThat(progress.fraction().get()).isEqualTo(0.25);
        assertThat(progress.text().get()).isEqualTo("60 / 240  ·  60 coins/s  ·  3.0 s left");
    }

    @Test
    void coinsOutOfTheCacheDoNotPromiseASpeedForTheRest() {
        progress.start(300);
        now = 10;
        progress.advance(200);
        for (int second = 1; second <= 10; second++) {
            now = second * 1000L;
            progress.advance(2);
        }
        assertThat(progress.coinsPerSecond().get()).isEqualTo(2);
        assertThat(progress.text().get()).endsWith("40 s left");
    }

    @Test
    void timeSpentPausedDoesNotCount() {
        progress.start(100);
        now = 1000;
        progress.advance(10);
        now = 61_000;
        progress.restart();
        now = 62_000;
        progress.advance(10);
        assertThat(progress.coinsPerSecond().get()).isEqualTo(10);
    }

    @Test
    void aRunThatStandsStillOrWasCancelledHasNeitherASpeedNorTimeLeft() {
        progress.start(240);
        now = 1000;
        progress.advance(60);
        progress.rest();
        assertThat(progress.text().get()).isEqualTo("60 / 240");
    }

    @Test
    void aSilenceIsSaidInThePlaceOfASpeedUntilSomethingComesAgain() {
        progress.start(240);
        now = 1000;
        progress.advance(60);
        now = 4000;
        progress.look();
        assertThat(progress.text().get()).endsWith("3.0 s left");
        now = 13_000;
        progress.look();
        assertThat(progress.text().get()).isEqualTo("60 / 240  ·  nothing came for 12 s");
        now = 14_000;
        progress.advance(13);
        assertThat(progress.text().get()).startsWith("73 / 240  ·  1.0 coins/s");
    }

    @Test
    void aRunThatIsDoneHasNoTimeLeft() {
        progress.start(2);
        now = 100;
        progress.advance(2);
        assertThat(progress.fraction().get()).isEqualTo(1);
        assertThat(progress.text().get()).isEqualTo("2 / 2");
    }

    @Test
    void coinsThatComeWithinTheSameMillisecondHaveNoSpeedYet() {
        progress.start(10);
        progress.advance(5);
        assertThat(progress.coinsPerSecond().get()).isNaN();
        assertThat(progress.text().get()).isEqualTo("5 / 10");
    }
}
