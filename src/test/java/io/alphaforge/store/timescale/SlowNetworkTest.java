package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network between application and server that is slow, falls silent, or breaks. Nothing here waits for ever. */
@Timeout(90)
class SlowNetworkTest {
    private static final int BARS = 4_000;

    private final List<SeriesKey> keys = IntStream.range(0, 8)
            .mapToObj(i -> Made.key("C" + i + "USDT", Interval.H1))
            .toList();
    private final Bars bars = Made.walk(Interval.H1, BARS, 1);
    private String url;
    private SlowWay way;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        way = new SlowWay(Integer.parseInt(url.replaceAll(".*127.0.0.1:(\\d+)/.*", "$1")));
        try (TimescaleStore store = store(url, "")) {
            store.migrate();
            keys.forEach(key -> store.write(Made.write(key.symbol(), bars)));
        }
    }

    @AfterEach
    void close() {
        way.close();
    }

    private static TimescaleStore store(String url, String more) {
        return new TimescaleStore(ServerOptions.of(url + more, Map.of()));
    }

    private TimescaleStore slowly(String more) {
        return store(url.replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + way.port()), more);
    }

    private static List<BarCursor.Delivery> all(BarCursor cursor) {
        List<BarCursor.Delivery> all = new ArrayList<>();
        for (BarCursor.@Nullable Delivery next = cursor.next(); next != null; next = cursor.next()) {
            all.add(next);
        }
        return all;
    }

    @Test
    void overASlowNetworkEverythingComesOneAfterTheOther() {
        way.slow(4_000_000, Duration.ofMillis(2));
        try (TimescaleStore store = slowly("");
                BarCursor cursor = store.read(new BarRequest(keys, Made.ALL))) {
            assertThat(cursor.next()).isInstanceOf(BarCursor.Delivered.class);
            // What is left has not been sent yet: it does not wait in memory for its turn.
            way.slow(Long.MAX_VALUE, Duration.ZERO);
            assertThat(all(cursor)).hasSize(7).allMatch(d -> d instanceof BarCursor.Delivered);
        }
    }

    @Test
    void aReadThatWaitsForASilentNetworkCanBeCancelledAndTheNextOneWorks() {
        try (TimescaleStore store = slowly("")) {
            BarCursor cursor = store.read(new BarRequest(keys, Made.ALL));
            way.stallAfter(BARS * 100L);
            CompletableFuture<List<BarCursor.Delivery>> reading = CompletableFuture.supplyAsync(() -> all(cursor));
            way.awaitStall();
            cursor.close();
            assertThat(reading.join()).as("what had come by then").hasSizeLessThan(8);
            way.go();
            assertThat(store.series()).hasSize(8);
        }
    }

    @Test
    void aNetworkThatStaysSilentIsGivenUpAfterTheTimeThatIsGiven() {
        try (TimescaleStore store = slowly("&socketTimeout=1&connectTimeout=1&loginTimeout=2")) {
            assertThat(store.series()).hasSize(8);
            try (BarCursor cursor = store.read(new BarRequest(keys, Made.ALL))) {
                way.stallAfter(BARS * 100L);
                assertThatThrownBy(() -> all(cursor))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("does not answer");
            }
            assertThatThrownBy(store::series).isInstanceOf(UnreachableException.class);
            way.go();
            assertThat(store.series()).hasSize(8);
        }
    }

    @Test
    void aSilentNetworkInTheMiddleOfAWriteLeavesNothingHalfDone() {
        Bars more = Made.walk(Interval.H1, 2 * BARS, 1);
        try (TimescaleStore store = slowly("&socketTimeout=1&connectTimeout=1&loginTimeout=2")) {
            way.stallAfter(BARS * 50L);
            assertThatThrownBy(() -> store.write(Made.write("C3USDT", more))).isInstanceOf(UnreachableException.class);
            way.cut();
            way.go();
            assertThat(Made.bars(store, keys.get(3))).isEqualTo(bars);
            assertThat(store.write(Made.write("C3USDT", more)).added()).isEqualTo(BARS);
            assertThat(Made.bars(store, keys.get(3))).isEqualTo(more);
        }
    }

    @Test
    void hostsThatSwallowOrNeverSayAnythingAreGivenUpInTheTimePromised() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String silent = "jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/bars?user=ann";
            // Its queue takes the connection, and nobody says a word on it.
            try (TimescaleStore store = store(silent, "&connectTimeout=1&loginTimeout=2")) {
                assertThatThrownBy(store::series)
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("does not answer");
            }
            // Once the queue is full, packets are swallowed.
            List<Socket> queue = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    Socket socket = new Socket();
                    queue.add(socket);
                    try {
                        socket.connect(mute.getLocalSocketAddress(), 200);
                    } catch (IOException e) {
                        assertThat(e).hasMessageContaining("timed out");
                    }
                }
                try (TimescaleStore store = store(silent, "&connectTimeout=1&loginTimeout=2")) {
                    assertThatThrownBy(store::series)
                            .isInstanceOf(UnreachableException.class)
                            .hasMessageContaining("does not answer");
                }
            } finally {
                for (Socket socket : queue) {
                    socket.close();
                }
            }
        }
    }
}
