package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading goes to where nothing can be written; what is to be written is written on the primary, as long as it answers. */
@Timeout(60)
class ReplicaTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final String STATE =
            "SELECT version || ' ' || digest || ' ' || (SELECT count(*) FROM bar_changes)" + " FROM bar_versions";

    private String url;
    private String replica;

    @BeforeEach
    void create() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "replica_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        Servers.sql(
                url,
                "CREATE ROLE " + user + " LOGIN SUPERUSER",
                "ALTER ROLE " + user + " SET default_transaction_read_only = on");
        replica = url.replace("user=postgres", "user=" + user);
    }

    private TimescaleStore store(String primary) {
        return new TimescaleStore(ServerOptions.of(primary, Map.of("ALPHAFORGE_DB_REPLICAS", replica)));
    }

    private void anotherProgramWrites() {
        Servers.sql(url, "UPDATE crypto_prices SET volume = volume + 1 WHERE extract(hour FROM datetime) = 3");
    }

    @Test
    void whatAnotherProgramWritesIsWrittenDownOnThePrimary() {
        try (TimescaleStore store = store(url)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 1)));
            assertThat(store.series()).hasSize(1);
            anotherProgramWrites();
            StoredSeries told = store.series().getFirst();
            Bars bars = Made.bars(store, BTC);
            assertThat(told.digest()).isEqualTo(DataDigest.of(bars));
            assertThat(Servers.value(url, STATE))
                    .isEqualTo("2 " + DataDigest.of(bars).hex() + " 0");
            assertThat(store.describe()).containsEntry("rights", "read and write");
        }
    }

    @Test
    void aPrimaryThatIsGoneKeepsNobodyFromReadingWhatAnotherProgramHasWritten() {
        try (TimescaleStore store = store(url)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 300, 1)));
        }
        anotherProgramWrites();
        String nobody = url.replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + OwnServer.freePort());
        String before = Servers.value(url, STATE);
        try (TimescaleStore store = store(nobody)) {
            StoredSeries told = store.series().getFirst();
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.digest()).isEqualTo(DataDigest.of(Made.bars(store, BTC)));
            assertThat(store.describe()).containsEntry("rights", "read only while the primary does not answer");
        }
        assertThat(Servers.value(url, STATE)).isEqualTo(before);
    }

    @Test
    void aReplicaThatFailsIsNamedAndNotThePrimary() {
        try (TimescaleStore store = store(url)) {
            store.migrate();
        }
        String other = replica.replaceAll("[?].*", "").replaceAll(".*/", "");
        String gone = replica.replace("/" + other + "?", "/" + other + "_gone?");
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of("ALPHAFORGE_DB_REPLICAS", gone)))) {
            assertThatThrownBy(store::series).hasMessageContaining(other + "_gone has no such database");
        }
        String blind = "blind_" + other;
        Servers.sql(url, "CREATE ROLE " + blind + " LOGIN", "GRANT SELECT ON crypto_prices TO " + blind);
        String poor = replica.replaceAll("user=[^&]*", "user=" + blind);
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of("ALPHAFORGE_DB_REPLICAS", poor)))) {
            assertThatThrownBy(store::series)
                    .as("the user who was refused on the replica")
                    .hasMessageContaining("User " + blind);
        }
    }
}
