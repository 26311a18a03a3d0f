package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.MirrorStatus.Amount;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Instrument;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MirroredStoreTest extends MirroredServer {
    @Test
    void whatWasFetchedOnceTravelsNoMore() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        assertThat(Pair.bars(pair.run("AAAUSDT", "BBBUSDT").get(Pair.key("AAAUSDT"))))
                .isEqualTo(Pair.walk(300, 1));
        assertThat(pair.remote.bars.get()).isEqualTo(500);
        pair.store.flush();
        Map<SeriesKey, Delivery> again = pair.run("AAAUSDT", "BBBUSDT");
        assertThat(Pair.bars(again.get(Pair.key("BBBUSDT")))).isEqualTo(Pair.walk(200, 2));
        assertThat(pair.remote.bars.get()).isEqualTo(500);
    }

    @Test
    void aSeriesIsDeliveredWithWhatTheServerKnowsOfItWhereverItsBarsComeFrom() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("AAAUSDT", Pair.walk(301, 1));
        StoredSeries listed = pair.remote.series().getFirst();
        assertThat(pair.run("AAAUSDT").get(Pair.key("AAAUSDT"))).isEqualTo(new Delivered(listed, Pair.walk(301, 1)));
        pair.store.flush();
        assertThat(pair.run("AAAUSDT").get(Pair.key("AAAUSDT"))).isEqualTo(new Delivered(listed, Pair.walk(301, 1)));
        StoredSeries mirrored = pair.local.series().getFirst();
        assertThat(mirrored.quality()).isEqualTo(listed.quality());
        assertThat(mirrored.source()).isEqualTo("AAAUSDT.csv");
    }

    @Test
    void ofSeriesThatOnlyGrewTheTailTravels() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.onServer("CCCUSDT", Pair.walk(200, 3));
        pair.run("AAAUSDT", "BBBUSDT", "CCCUSDT");
        pair.store.flush();
        pair.remote.bars.set(0);
        pair.onServer("AAAUSDT", Pair.walk(310, 1));
        pair.onServer("BBBUSDT", Pair.walk(205, 2));
        pair.onServer("CCCUSDT", Pair.walk(207, 3));
        Map<SeriesKey, Delivery> read = pair.run("AAAUSDT", "BBBUSDT", "CCCUSDT");
        assertThat(Pair.bars(read.get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(310, 1));
        assertThat(Pair.bars(read.get(Pair.key("BBBUSDT")))).isEqualTo(Pair.walk(205, 2));
        assertThat(Pair.bars(read.get(Pair.key("CCCUSDT")))).isEqualTo(Pair.walk(207, 3));
        assertThat(pair.remote.bars.get()).isEqualTo(10 + 5 + 7);
        pair.store.flush();
        assertThat(Pair.bars(Pair.read(pair.local, "AAAUSDT").get(Pair.key("AAAUSDT"))))
                .isEqualTo(Pair.walk(310, 1));
    }

    @Test
    void aSeriesThatGrewAndWasRewrittenComesWhole() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        pair.onServer("AAAUSDT", Pair.walk(310, 9));
        assertThat(Pair.bars(pair.run("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(310, 9));
        pair.store.flush();
        pair.onServer("AAAUSDT", Pair.walk(310, 7));
        assertThat(Pair.bars(pair.run("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(310, 7));
    }

    @Test
    void fewColumnsAreAskedForAndTheMirrorIsStillWhole() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.store.series();
        BarRequest closes = new BarRequest(List.of(Pair.key("AAAUSDT")), EnumSet.of(BarColumn.CLOSE));
        try (BarCursor cursor = pair.store.read(closes)) {
            assertThat(Pair.bars(cursor.next()).close())
                    .isEqualTo(Pair.walk(300, 1).close());
        }
        pair.store.flush();
        assertThat(Pair.bars(Pair.read(pair.local, "AAAUSDT").get(Pair.key("AAAUSDT"))))
                .isEqualTo(Pair.walk(300, 1));
    }

    @Test
    void barsThatAreNotThoseOnRecordAreNeitherDeliveredNorKept() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.remote.garbled = Pair.key("AAAUSDT");
        Map<SeriesKey, Delivery> read = pair.run("AAAUSDT", "BBBUSDT");
        assertThat(read.get(Pair.key("AAAUSDT")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .startsWith(
                                        "The bars of AAAUSDT 1d that arrived are not those that the server has on record"));
        assertThat(Pair.bars(read.get(Pair.key("BBBUSDT")))).isEqualTo(Pair.walk(200, 2));
        pair.store.flush();
        assertThat(pair.mirrored()).containsExactly(Pair.key("BBBUSDT"));
    }

    @Test
    void aGarbledTailIsFetchedAgainAsAWholeSeries() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        pair.onServer("AAAUSDT", Pair.walk(310, 1));
        pair.remote.garbled = Pair.key("AAAUSDT");
        assertThat(pair.run("AAAUSDT").get(Pair.key("AAAUSDT"))).isInstanceOf(Unreadable.class);
        pair.remote.garbled = null;
        assertThat(Pair.bars(pair.run("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(310, 1));
    }

    @Test
    void withoutTheServerTheMirrorIsListedAndReadAndSaysSo() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        long whole = pair.store.status().asOf();
        pair.onServer("AAAUSDT", Pair.walk(310, 1));
        pair.remote.unreachable = true;
        long lost = pair.now.get();
        assertThat(pair.store.series()).isEqualTo(pair.local.series());
        assertThat(Pair.bars(pair.read("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(300, 1));
        assertThat(pair.store.dashboard()).isEqualTo(pair.local.dashboard()).hasSize(1);
        MirrorStatus status = pair.store.status();
        assertThat(status.offlineSince()).isEqualTo(lost);
        assertThat(status.asOf()).isEqualTo(whole).isPositive();
    }

    @Test
    void aServerThatIsGoneBeforeAnythingWasMirroredIsNotTakenForAnEmptyOne() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.remote.unreachable = true;
        String sentence = "The server db.example does not answer. Its mirror on this computer holds nothing yet.";
        // Also while the server is left alone for a moment.
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(pair.store::series)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(sentence);
            assertThatThrownBy(pair.store::dashboard)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(sentence);
        }
        pair.remote.unreachable = false;
        pair.now.addAndGet(120_000);
        assertThat(pair.store.series()).hasSize(1);
        assertThat(pair.store.dashboard()).hasSize(1);
    }

    @Test
    void aServerThatIsGoneIsTriedAgainWithGrowingPausesAndComesBackByItself() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        pair.now.addAndGet(2_000);
        pair.remote.unreachable = true;
        pair.store.series();
        pair.remote.listed.set(0);
        long begin = pair.now.get();
        Set<Long> tries = new HashSet<>();
        for (long second = 0; second <= 200; second++) {
            pair.now.set(begin + 1_000 * second);
            int before = pair.remote.listed.get();
            pair.store.series();
            if (pair.remote.listed.get() > before) {
                tries.add(second);
            }
        }
        assertThat(tries).containsExactlyInAnyOrder(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
        pair.remote.unreachable = false;
        pair.now.set(begin + 243_000);
        assertThat(pair.store.series()).hasSize(1);
        assertThat(pair.store.status().offline()).isFalse();
    }

    @Test
    void aServerThatGoesWhileNobodyReadsIsMissedByWhoeverLooksAtTheStatus() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        long whole = pair.now.get();
        pair.store.status();
        assertThat(pair.remote.greeted.get()).as("it was heard just now").isZero();
        pair.remote.unreachable = true;
        pair.remote.listed.set(0);
        pair.now.addAndGet(2_000);
        long lost = pair.now.get();
        await(() -> pair.store.status().offline());
        assertThat(pair.store.status().offlineSince()).isEqualTo(lost);
        assertThat(pair.store.status().asOf()).isEqualTo(whole);
        assertThat(pair.remote.greeted.get()).isEqualTo(1);
        assertThat(pair.remote.listed.get())
                .as("nothing but an answer was asked for")
                .isZero();
        pair.remote.unreachable = false;
        pair.now.addAndGet(1_000);
        await(() -> !pair.store.status().offline());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void aServerLostInTheMiddleCostsOnlyTheCoinsItOwes() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.run("AAAUSDT", "BBBUSDT");
        pair.store.flush();
        pair.onServer("BBBUSDT", Pair.walk(201, 2));
        pair.onServer("CCCUSDT", Pair.walk(100, 3));
        pair.onServer("DDDUSDT", Pair.walk(100, 4));
        pair.remote.deliveriesLeft.set(3);
        Map<SeriesKey, Delivery> read = pair.run("AAAUSDT", "BBBUSDT", "CCCUSDT", "DDDUSDT");
        assertThat(Pair.bars(read.get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(300, 1));
        assertThat(Pair.bars(read.get(Pair.key("BBBUSDT")))).isEqualTo(Pair.walk(201, 2));
        assertThat(Pair.bars(read.get(Pair.key("CCCUSDT")))).isEqualTo(Pair.walk(100, 3));
        assertThat(read.get(Pair.key("DDDUSDT")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isEqualTo(
                                        "The server db.example does not answer. Run again to go on with the mirror on this machine,"
                                                + " which is 0 min old."));
        pair.store.flush();
        assertThat(pair.mirrored()).containsExactly(Pair.key("AAAUSDT"), Pair.key("BBBUSDT"), Pair.key("CCCUSDT"));
    }

    @Test
    void aRunThatListedNewerBarsIsNotGivenOlderOnes() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.run("AAAUSDT", "BBBUSDT");
        pair.store.flush();
        pair.onServer("BBBUSDT", Pair.walk(201, 2));
        pair.store.series();
        pair.now.addAndGet(5_000);
        pair.remote.unreachable = true;
        Map<SeriesKey, Delivery> read = pair.read("AAAUSDT", "BBBUSDT");
        assertThat(read.get(Pair.key("AAAUSDT"))).isInstanceOf(Delivered.class);
        assertThat(read.get(Pair.key("BBBUSDT"))).isInstanceOf(Unreadable.class);
        assertThat(Pair.bars(pair.run("BBBUSDT").get(Pair.key("BBBUSDT")))).isEqualTo(Pair.walk(200, 2));
    }

    @Test
    void withoutTheServerNobodyIsToldThatThereIsNoSeriesAtAll() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        assertThat(pair.store.whereMissing()).isEmpty();
        pair.remote.unreachable = true;
        pair.now.addAndGet(5_000);
        pair.store.series();
        assertThat(pair.store.whereMissing())
                .isEqualTo(" in the mirror on this computer, and the server does not answer; connect to it, then"
                        + " 'alphaforge sync' fetches what it has");
        assertThat(pair.read("BBBUSDT").get(Pair.key("BBBUSDT")))
                .isEqualTo(new Unreadable(
                        Pair.key("BBBUSDT"),
                        "There is no BBBUSDT 1d in the mirror on this computer, and the server does not answer; connect"
                                + " to it, then 'alphaforge sync' fetches what it has."));
    }

    @Test
    void nothingCanBeWrittenWithoutTheServerAndTheSentenceSaysWhy() {
        pair.remote.unreachable = true;
        SeriesWrite write = new SeriesWrite(
                Instrument.parse("AAAUSDT"), Pair.walk(3, 1), "a.csv", 0, 0, SeriesWrite.Mode.MERGE, false);
        assertThatThrownBy(() -> pair.store.write(write))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(
                        "Without the server nothing can be written: its mirror on this machine is read-only. The server"
                                + " db.example does not answer.");
        assertThatThrownBy(() -> pair.store.delete(Pair.key("AAAUSDT"))).isInstanceOf(UnreachableException.class);
    }

    @Test
    void whatIsWrittenThroughTheMirrorIsReadAtOnce() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.write(new SeriesWrite(
                Instrument.parse("AAAUSDT"), Pair.walk(305, 1), "b.csv", 0, 0, SeriesWrite.Mode.MERGE, false));
        assertThat(Pair.bars(pair.read("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(305, 1));
        pair.store.delete(Pair.key("AAAUSDT"));
        assertThat(pair.read("AAAUSDT").get(Pair.key("AAAUSDT")))
                .isEqualTo(new Unreadable(Pair.key("AAAUSDT"), "AAAUSDT 1d is not stored."));
    }

    @Test
    void aDamagedOrLostMirrorIsMadeUpForByTheServer() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.run("AAAUSDT");
        pair.store.flush();
        pair.local.delete(Pair.key("AAAUSDT"));
        assertThat(Pair.bars(pair.run("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(300, 1));
    }

    @Test
    void switchedOffItPassesEverythingToTheServer() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        MirroredStore off = pair.mirrored(false);
        assertThat(off.series()).isEqualTo(pair.remote.series());
        Pair.read(off, "AAAUSDT");
        Pair.read(off, "AAAUSDT");
        assertThat(pair.remote.bars.get()).isEqualTo(600);
        assertThat(pair.local.series()).isEmpty();
        pair.remote.unreachable = true;
        pair.now.addAndGet(60_000);
        assertThat(off.status().offline()).isFalse();
        assertThat(pair.remote.greeted.get()).as("no mirror takes its place").isZero();
        assertThatThrownBy(off::series).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> off.sync((a, b, c, d) -> {}, () -> false)).hasMessageContaining("switched off");
    }

    @Test
    void itsStatusCountsWhatIsCurrentAndWhatIsBehind() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.run("AAAUSDT");
        pair.store.flush();
        MirrorStatus status = pair.store.status();
        assertThat(status.current()).isEqualTo(new Amount(1, 300));
        assertThat(status.behind()).isEqualTo(new Amount(1, 200));
        assertThat(status.asOf()).isZero();
        assertThat(status.bytes()).isEqualTo(300 * 48);
        pair.run("BBBUSDT");
        pair.store.flush();
        assertThat(pair.store.status().asOf()).isEqualTo(pair.now.get());
        pair.store.clear();
        assertThat(pair.store.status().current()).isEqualTo(Amount.NONE);
        assertThat(pair.local.series()).isEmpty();
    }

    @Test
    void partsAskForTheSameSeriesTogether() {
        for (int i = 0; i < 6; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(50, i));
        }
        List<SeriesKey> keys =
                pair.store.series().stream().map(StoredSeries::key).toList();
        BarRequest request = new BarRequest(keys, Pair.ALL);
        assertThat(pair.store.split(request, 2)).hasSize(2);
        pair.run("C0USDT", "C1USDT", "C2USDT");
        pair.store.flush();
        for (int most = 1; most < 5; most++) {
            List<BarRequest> parts = pair.store.split(request, most);
            assertThat(parts.size()).isBetween(1, most);
            assertThat(parts.stream().flatMap(p -> p.series().stream())).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void aMirrorThatStopsLeavesEverythingToTheServer() {
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.onServer("CCCUSDT", Pair.walk(100, 3));
        pair.run("AAAUSDT", "BBBUSDT");
        pair.store.flush();
        pair.local.close();
        pair.store.series();
        for (List<SeriesKey> keys : List.of(
                List.of(Pair.key("AAAUSDT"), Pair.key("BBBUSDT")), List.of(Pair.key("AAAUSDT"), Pair.key("CCCUSDT")))) {
            BarRequest request = new BarRequest(keys, Pair.ALL);
            for (int most = 1; most < 3; most++) {
                assertThat(pair.store.split(request, most).stream().flatMap(part -> part.series().stream()))
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
        }
        assertThat(Pair.bars(pair.read("AAAUSDT").get(Pair.key("AAAUSDT")))).isEqualTo(Pair.walk(300, 1));
    }
}
