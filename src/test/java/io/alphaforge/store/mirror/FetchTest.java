package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.market.Bars;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What travels, how much of it waits, and what is said of what does not come. */
@Timeout(300)
class FetchTest extends MirroredServer {
    private final StoreException timeout =
            new StoreException("The server db.example did not finish within the statement timeout.");

    private SyncReport sync() {
        return pair.store.sync((done, total, bars, latest) -> {}, () -> false);
    }

    private long tailRequests() {
        return pair.remote.requests.stream()
                .filter(request -> request.after() != Long.MIN_VALUE)
                .count();
    }

    @Test
    void ofSeriesThatGrewOnlyTheOneThatIsHandedOutIsReadFromTheMirror() {
        for (int i = 0; i < 10; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(300, i));
        }
        sync();
        for (int i = 0; i < 10; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(303, i));
        }
        RemoteDouble copy = new RemoteDouble(pair.local);
        pair.store = pair.mirrored(true, copy);
        List<SeriesKey> keys =
                IntStream.range(0, 10).mapToObj(i -> Pair.key("C" + i + "USDT")).toList();
        pair.store.series();
        try (BarCursor cursor = pair.store.read(new BarRequest(keys, Pair.ALL))) {
            for (int i = 0; i < 10; i++) {
                assertThat(Pair.bars(cursor.next()).size()).isEqualTo(303);
                assertThat(copy.bars.get()).isEqualTo(300L * (i + 1));
            }
            assertThat(cursor.next()).isNull();
        }
        assertThat(tailRequests()).isEqualTo(1);
    }

    @Test
    void theTailsOfLongSeriesAreAskedForInSeveralGoes() {
        for (int i = 0; i < 5; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(400_000, i));
        }
        sync();
        for (int i = 0; i < 5; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(400_001, i));
        }
        pair.run("C0USDT", "C1USDT", "C2USDT", "C3USDT", "C4USDT")
                .values()
                .forEach(delivery -> assertThat(Pair.bars(delivery).size()).isEqualTo(400_001));
        assertThat(tailRequests()).isEqualTo(2);
    }

    @Test
    void everySeriesIsDeliveredOrReportedWhereverAndHoweverAStreamBreaksOff() {
        String[] names = {"AUSDT", "BUSDT", "CUSDT", "DUSDT", "EUSDT", "FUSDT"};
        for (int i = 0; i < 4; i++) {
            pair.onServer(names[i], Pair.walk(100, i));
        }
        sync();
        int bars = 100;
        for (StoreException failure : new @Nullable StoreException[] {null, timeout}) {
            for (int left = 0; left < 8; left++) {
                bars = renewed(names, bars + 3);
                pair.remote.breaking = failure;
                pair.remote.deliveriesLeft.set(left);
                Map<SeriesKey, Delivery> read = pair.run(names);
                assertThat(read).as("%s after %s", failure, left).hasSize(6);
                // The end of the tails is told by the server too.
                assertThat(read.values().stream().filter(Delivered.class::isInstance))
                        .as("%s after %s", failure, left)
                        .hasSize(left < 5 ? left : left - 1);
                pair.store.flush();

                bars = renewed(names, bars + 3);
                pair.remote.deliveriesLeft.set(left);
                SyncReport report = sync();
                assertThat(report.series().stream().map(SyncedSeries::key).distinct())
                        .as("%s after %s", failure, left)
                        .hasSize(6);
                assertThat(report.count(Outcome.TAIL) + report.count(Outcome.WHOLE))
                        .isLessThanOrEqualTo(left);
            }
        }
    }

    /** The network is back; four series have grown over what the mirror has of them, two are others. */
    private int renewed(String[] names, int bars) {
        pair.remote.unreachable = false;
        pair.remote.breaking = null;
        pair.remote.deliveriesLeft.set(Integer.MAX_VALUE);
        pair.now.addAndGet(120_000);
        sync();
        for (int i = 0; i < 6; i++) {
            Bars walk = Pair.walk(bars, i);
            pair.onServer(names[i], i < 4 ? walk : walk.slice(bars - 90, bars));
        }
        return bars;
    }

    @Test
    void aSyncThatBreaksOffInOneStreamWaitsForTheOther() {
        for (int i = 0; i < 8; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(100, i));
        }
        CountDownLatch broken = new CountDownLatch(1);
        assertThatThrownBy(() -> pair.store.sync(
                        (done, total, bars, latest) -> {
                            if (latest.key().equals(Pair.key("C0USDT"))) {
                                broken.countDown();
                                throw new IllegalStateException("The listener fails.");
                            }
                        },
                        () -> {
                            try {
                                return Thread.currentThread().getName().equals("sync-1") && !await(broken);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        }))
                .hasRootCauseMessage("The listener fails.");
        assertThat(pair.mirrored()).hasSize(5).contains(Pair.key("C7USDT"));
    }

    private static boolean await(CountDownLatch broken) throws InterruptedException {
        return broken.await(60, TimeUnit.SECONDS);
    }
}
