package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replica by streaming that takes over what its primary writes, or does not for a while. */
@Timeout(120)
class LaggingReplicaTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    private final Bars before = Made.walk(Interval.H1, 300, 1);
    private final Bars after = Made.altered(before, 7);

    @TempDir
    Path folder;

    @TempDir
    Path copy;

    private OwnServer primary;
    private OwnServer replica;
    private TimescaleStore store;

    @BeforeEach
    void open() {
        primary = OwnServer.embedded(folder);
        try (TimescaleStore alone = new TimescaleStore(ServerOptions.of(primary.url(), Map.of()))) {
            alone.migrate();
            alone.write(Made.write("BTCUSDT", before));
        }
        replica = primary.replica(copy);
        store = new TimescaleStore(ServerOptions.of(primary.url(), Map.of("ALPHAFORGE_DB_REPLICAS", replica.url())));
    }

    @AfterEach
    void close() {
        store.close();
        replica.close();
        primary.close();
    }

    private void requireBars(Bars expected) {
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(expected));
        assertThat(Made.bars(store, BTC)).isEqualTo(expected);
    }

    @Test
    void whatWasJustWrittenIsReadThoughTheReplicaDoesNotHaveItYet() {
        requireBars(before);
        Servers.sql(replica.url(), "SELECT pg_wal_replay_pause()");
        store.write(Made.write("BTCUSDT", after, "b.csv"));
        requireBars(after);
        Servers.sql(primary.url(), "UPDATE crypto_prices SET volume = volume + 1");
        assertThat(store.series().getFirst().version())
                .as("what another program wrote")
                .isEqualTo(3);

        Servers.sql(replica.url(), "SELECT pg_wal_replay_resume()");
        Bars now = Made.bars(store, BTC);
        assertThat(now).isNotEqualTo(after);
        requireBars(now);
    }

    @Test
    void aReplicaThatHasCaughtUpIsReadAndNotThePrimary() throws SQLException {
        ServerOptions options = ServerOptions.of(primary.url(), Map.of("ALPHAFORGE_DB_REPLICAS", replica.url()));
        try (ServerPools pools = new ServerPools(options)) {
            CurrentReading reading = new CurrentReading(options, pools);
            store.write(Made.write("BTCUSDT", after, "b.csv"));
            // It has a moment only, which a busy machine may need longer than.
            while (read(reading) != replica.port()) {
                Thread.onSpinWait();
            }
            Servers.sql(replica.url(), "SELECT pg_wal_replay_pause()");
            store.write(Made.write("BTCUSDT", before, "c.csv"));
            assertThat(read(reading)).isEqualTo(primary.port());
            assertThat(read(reading)).isEqualTo(primary.port());
            Servers.sql(replica.url(), "SELECT pg_wal_replay_resume()");
            while (read(reading) != replica.port()) {
                Thread.onSpinWait();
            }
        }
    }

    /** The port of the server that is read. */
    private static int read(CurrentReading reading) throws SQLException {
        CurrentReading.Place place = reading.take();
        try (Connection connection = place.connection()) {
            assertThat(connection.getMetaData().getURL())
                    .contains(place.address().label());
            return Integer.parseInt(place.address().hosts().replaceAll(".*:", ""));
        }
    }

    @Test
    void aReplicaWhosePrimaryIsGoneAnswersWithWhatItHas() {
        Servers.sql(replica.url(), "SELECT pg_wal_replay_pause()");
        store.write(Made.write("BTCUSDT", after, "b.csv"));
        requireBars(after);
        primary.kill();
        requireBars(before);
        primary.start();
        store.write(Made.write("ETHUSDT", before));
        requireBars(after);
    }
}
