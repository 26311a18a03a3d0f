package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A writer that waits for nobody and lets nobody wait for ever. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WriteBehindTest extends MirroredServer {
    @BeforeEach
    void fill() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
    }

    private WriteBehind writer(Runnable whenIdle) {
        LocalCopy mirror = new LocalCopy(pair.local, new UsedTimes(folder.resolve("used")), Long.MAX_VALUE);
        return new WriteBehind(mirror, new Spool(folder.resolve("spool")), whenIdle);
    }

    @Test
    void afterClosingNobodyWaitsForWhatIsNotWrittenAnyMore() {
        pair.store.close();
        assertThatThrownBy(() -> pair.store.sync((done, total, bars, latest) -> {}, () -> false))
                .isInstanceOf(StoreException.class)
                .hasMessage("The database is closed.");
        assertThatThrownBy(pair.store::flush).isInstanceOf(StoreException.class);
        pair.restart();
    }

    @Test
    void whatWaitsIsWrittenBeforeItCloses() {
        WriteBehind writer = writer(() -> {});
        writer.hold();
        writer.put(pair.remote.series().getFirst(), Pair.walk(300, 1));
        writer.close();
        assertThat(pair.mirrored()).containsExactly(Pair.key("AAAUSDT"));
        writer.put(pair.remote.series().getFirst(), Pair.walk(300, 1));
        assertThatThrownBy(writer::flush).hasMessage("The database is closed.");
    }

    @Test
    void anErrorOfTheMachineEndsNeitherTheWriterNorWhoWaitsForIt() {
        CountDownLatch first = new CountDownLatch(1);
        try (WriteBehind writer = writer(() -> {
            if (first.getCount() > 0) {
                first.countDown();
                throw new StackOverflowError("made up");
            }
        })) {
            writer.flush();
            writer.put(pair.remote.series().getFirst(), Pair.walk(300, 1));
            writer.flush();
            assertThat(pair.mirrored()).containsExactly(Pair.key("AAAUSDT"));
        }
    }
}
