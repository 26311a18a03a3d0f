package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.market.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EvictionTest {
    /** Room for three series of 100 bars. */
    private static final long LIMIT = 3 * 100 * 48;

    @TempDir
    Path folder;

    private Pair pair;

    @BeforeEach
    void open() {
        pair = new Pair(folder, LIMIT);
        for (String symbol : List.of("AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT")) {
            pair.onServer(symbol, Pair.walk(100, symbol.charAt(0)));
        }
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private void use(String... symbols) {
        pair.now.addAndGet(10_000);
        pair.run(symbols);
        pair.store.flush();
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() {
        use("AUSDT");
        use("BUSDT");
        use("CUSDT");
        use("AUSDT");
        use("DUSDT");
        assertThat(pair.mirrored()).containsExactly(Pair.key("AUSDT"), Pair.key("CUSDT"), Pair.key("DUSDT"));
        assertThat(pair.store.status().bytes()).isEqualTo(LIMIT);
    }

    @Test
    void theOrderSurvivesARestart() {
        use("CUSDT");
        use("BUSDT");
        use("AUSDT");
        use("CUSDT");
        pair.restart();
        use("DUSDT");
        assertThat(pair.mirrored()).containsExactly(Pair.key("AUSDT"), Pair.key("CUSDT"), Pair.key("DUSDT"));
    }

    @Test
    void aDamagedMemoryOfUsesIsBegunAnew() throws IOException {
        use("AUSDT");
        Files.writeString(folder.resolve("mirror.used"), "alphaforge-mirror 1\n12\nAUSDT\tnonsense\t5\n");
        pair.restart();
        use("BUSDT", "CUSDT");
        use("DUSDT");
        assertThat(pair.mirrored()).doesNotContain(Pair.key("AUSDT")).contains(Pair.key("DUSDT"));
        assertThat(Files.readAllLines(folder.resolve("mirror.used")).getFirst()).isEqualTo("alphaforge-mirror 1");
    }

    @Test
    void aRunThatDoesNotFitDoesNotDriveItselfOutAndIsDeliveredAllTheSame() {
        use("AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT");
        assertThat(pair.mirrored()).hasSize(3);
        long before = pair.remote.bars.get();
        pair.now.addAndGet(10_000);
        var read = pair.run("AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT");
        assertThat(read.values()).allMatch(d -> Pair.bars(d).size() == 100);
        assertThat(pair.remote.bars.get() - before).isEqualTo(200);
    }

    @Test
    void whatIsBeingReadIsNeverEvicted() {
        use("AUSDT", "BUSDT", "CUSDT");
        pair.store.series();
        var request = new BarRequest(List.of(Pair.key("AUSDT"), Pair.key("BUSDT"), Pair.key("CUSDT")), Pair.ALL);
        try (BarCursor running = pair.store.read(request)) {
            Bars first = Pair.bars(running.next());
            assertThat(first.size()).isEqualTo(100);
            use("DUSDT");
            use("EUSDT");
            assertThat(pair.mirrored()).containsExactly(Pair.key("AUSDT"), Pair.key("BUSDT"), Pair.key("CUSDT"));
            assertThat(Pair.bars(running.next()).size()).isEqualTo(100);
            assertThat(Pair.bars(running.next()).size()).isEqualTo(100);
        }
        use("DUSDT");
        assertThat(pair.mirrored()).contains(Pair.key("DUSDT")).hasSize(3);
    }

    @Test
    void aSyncFillsTheRoomThereIsAndSaysWhatWasLeftOut() {
        SyncReport report = pair.store.sync((done, total, bars, latest) -> {}, () -> false);
        assertThat(report.count(Outcome.WHOLE)).isEqualTo(3);
        assertThat(report.count(Outcome.NO_ROOM)).isEqualTo(2);
        assertThat(pair.mirrored()).hasSize(3);
        assertThat(pair.remote.bars).as("what finds no room does not travel").hasValue(300);
        SyncReport again = pair.store.sync((done, total, bars, latest) -> {}, () -> false);
        assertThat(again.current()).isEqualTo(3);
        assertThat(again.count(Outcome.NO_ROOM)).isEqualTo(2);
        assertThat(pair.remote.bars).hasValue(300);
    }
}
