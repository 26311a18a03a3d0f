package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that a newer version of the application has brought up to date. */
@Timeout(60)
class FutureSchemaTest {
    private static final SeriesKey KEY = Made.key("BTCUSDT", Interval.H1);

    private final Bars bars = Made.walk(Interval.H1, 500, 1);
    private String url;
    private TimescaleStore store;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", bars));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void age() {
        Servers.sql(
                url,
                "INSERT INTO alphaforge_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " SELECT max(installed_rank) + 1, '9000', 'from tomorrow', 'SQL', 'V9000__from_tomorrow.sql', 1,"
                        + " 'ann', 1, true FROM alphaforge_schema_history");
    }

    private String everything() {
        return Servers.value(
                url,
                "SELECT (SELECT string_agg(x::text, ',') FROM (SELECT * FROM alphaforge_schema_history ORDER BY 1) x)"
                        + " || (SELECT string_agg(v::text, ',') FROM bar_versions v)"
                        + " || (SELECT count(*) || ' ' || sum(close_price) FROM crypto_prices)"
                        + " || (SELECT count(*) FROM bar_changes)"
                        + " || (SELECT string_agg(relname::text, ',' ORDER BY relname) FROM pg_class"
                        + " WHERE relnamespace = 'public'::regnamespace)");
    }

    private void requireUntouched(TimescaleStore one) {
        String before = everything();
        refused(one::migrate);
        refused(() -> one.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 600, 1))));
        refused(() -> one.write(Made.write("ETHUSDT", bars)));
        refused(() -> one.preview(Made.write("ETHUSDT", bars)));
        refused(() -> one.delete(KEY));
        assertThat(Made.bars(one, KEY)).as("reading goes on").isEqualTo(bars);
        assertThat(one.series()).hasSize(1);
        assertThat(one.dashboard()).hasSize(1);
        one.compact();
        requireMaintenanceRefused(one);
        assertThat(one.describe().get("schema")).contains("newer AlphaForge");
        assertThat(one.schema()).contains("newer AlphaForge");
        assertThat(everything()).isEqualTo(before);
    }

    private void requireMaintenanceRefused(TimescaleStore one) {
        Maintenance maintenance = one.maintenance().orElseThrow();
        for (MaintenanceRequest request : List.of(
                MaintenanceRequest.retention(1),
                MaintenanceRequest.of(MaintenanceAction.RETENTION_OFF, ""),
                MaintenanceRequest.of(MaintenanceAction.COMPRESS, ""),
                MaintenanceRequest.of(MaintenanceAction.ANALYZE, "crypto_prices"),
                MaintenanceRequest.of(MaintenanceAction.DROP_INDEX, "query_performance_log_at"),
                MaintenanceRequest.of(MaintenanceAction.REFRESH, "crypto_dashboard_summary"))) {
            refused(() -> maintenance.plan(request));
            refused(() -> maintenance.apply(request, words -> {}));
        }
        assertThat(maintenance.list(0)).as("lists go on").anyMatch(i -> i.name().equals("crypto_prices"));
        assertThat(ServerCheck.run(ServerOptions.of(url, Map.of())))
                .filteredOn(finding -> finding.name().equals("rights"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("newer AlphaForge"));
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer AlphaForge")
                .hasMessageContaining("update this one")
                .hasMessageEndingWith(".");
    }

    @Test
    void itIsReadAndNothingOfItIsChanged() {
        age();
        try (TimescaleStore later = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            requireUntouched(later);
        }
    }

    @Test
    void alsoWhenThatHappensWhileTheApplicationIsOpen() {
        assertThat(store.series()).hasSize(1);
        age();
        requireUntouched(store);
    }

    @Test
    void whatOtherProgramsHaveWrittenIsReadButNotWrittenDown() {
        age();
        Servers.sql(url, "UPDATE crypto_prices SET volume = volume + 1");
        String before = everything();
        assertThat(Made.bars(store, KEY).size()).isEqualTo(500);
        assertThat(store.series().getFirst().version()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }
}
