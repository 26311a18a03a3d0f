package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What maintenance finds on real servers, shows before it does anything, and does. */
@Timeout(240)
class MaintenanceTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final SeriesKey ETH = Made.key("ETHUSDT", Interval.H1);
    private static final String COPY = "CREATE TABLE crypto_prices_old AS SELECT * FROM crypto_prices";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private Maintenance open(Kind kind) {
        url = Servers.stillDatabase(kind);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 3000, 1)));
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 1000, 2)));
        store.compact();
        return store.maintenance().orElseThrow();
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static MaintenanceRequest of(MaintenanceAction action, String name) {
        return MaintenanceRequest.of(action, name);
    }

    private static Optional<MaintenanceItem> find(Maintenance maintenance, MaintenanceItem.Kind kind, String name) {
        return maintenance.list(0).stream()
                .filter(i -> i.kind() == kind && i.name().equals(name))
                .findFirst();
    }

    private static List<String> apply(Maintenance maintenance, MaintenanceRequest request) {
        return maintenance.apply(request, words -> {});
    }

    private boolean exists(String relation) {
        return Servers.value(url, "SELECT to_regclass('" + relation + "') IS NOT NULL")
                .equals("t");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sizesIndexesLeftoversAndSettingsAreListed(Kind kind) {
        Maintenance maintenance = open(kind);
        Servers.sql(
                url,
                COPY,
                "CREATE INDEX slow_thinking ON crypto_prices (volume)",
                "CREATE TABLE customers_old (id int)");
        List<MaintenanceItem> items = maintenance.list(16L << 30);
        MaintenanceItem bars =
                find(maintenance, MaintenanceItem.Kind.TABLE, "crypto_prices").orElseThrow();
        String total = kind == Kind.PLAIN
                ? "SELECT pg_total_relation_size('crypto_prices')"
                : "SELECT hypertable_size('crypto_prices')";
        assertThat(bars.figures().bytes()).isEqualTo(Double.parseDouble(Servers.value(url, total)));
        assertThat(bars.figures().indexBytes()).isPositive();
        assertThat(bars.actions()).contains(MaintenanceAction.VACUUM);
        assertThat(items)
                .filteredOn(i -> i.kind() == MaintenanceItem.Kind.LEFTOVER)
                .extracting(MaintenanceItem::name)
                .containsExactly("crypto_prices_old");
        assertThat(items)
                .filteredOn(i -> i.kind() == MaintenanceItem.Kind.UNUSED_INDEX)
                .extracting(MaintenanceItem::name)
                .contains("slow_thinking")
                .doesNotContain("crypto_prices_series");
        assertThat(items)
                .filteredOn(i ->
                        i.kind() == MaintenanceItem.Kind.SETTING && i.name().equals("shared_buffers"))
                .singleElement()
                .satisfies(i -> assertThat(i.recommended()).isEqualTo("4096MB"))
                .satisfies(i -> assertThat(i.note()).contains("16.00 GB as you say"));
        assertThat(items)
                .filteredOn(i -> i.name().equals("jit"))
                .singleElement()
                .satisfies(i -> assertThat(i.value()).isEqualTo(Servers.value(url, "SHOW jit")));
        assertThat(items.stream().filter(i -> i.kind() == MaintenanceItem.Kind.CHUNK))
                .hasSize(kind == Kind.PLAIN ? 0 : chunks(kind));
    }

    private int chunks(Kind kind) {
        String aggregates = kind == Kind.COMMUNITY
                ? " + (SELECT count(*) FROM show_chunks('crypto_prices_daily'))"
                        + " + (SELECT count(*) FROM show_chunks('crypto_prices_weekly'))"
                : "";
        return Integer.parseInt(
                Servers.value(url, "SELECT (SELECT count(*) FROM show_chunks('crypto_prices'))" + aggregates));
    }

    @Test
    void anIndexThatIsUsedOrNeededStaysAndAnUnusedOneGoesWithItsWayBack() {
        Maintenance maintenance = open(Kind.PLAIN);
        Servers.sql(url, "CREATE INDEX slow_thinking ON crypto_prices (volume)");
        MaintenanceRequest drop = of(MaintenanceAction.DROP_INDEX, "slow_thinking");
        MaintenancePlan plan = maintenance.plan(drop);
        assertThat(plan.statements()).containsExactly("DROP INDEX CONCURRENTLY slow_thinking");
        assertThat(plan.effects().getLast()).contains("CREATE INDEX slow_thinking ON public.crypto_prices");
        assertThat(exists("slow_thinking")).as("only shown").isTrue();
        assertThat(maintenance
                        .plan(of(MaintenanceAction.DROP_INDEX, "crypto_prices_series"))
                        .refusal())
                .contains("unique");
        assertThat(apply(maintenance, drop)).containsExactly("slow_thinking was dropped.");
        assertThat(exists("slow_thinking")).isFalse();
        assertThat(apply(maintenance, of(MaintenanceAction.REINDEX, "crypto_prices_series")))
                .containsExactly("crypto_prices_series was built anew.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void chunksAreCompressedWhereTheServerCanAndRefusedWhereNot(Kind kind) {
        Maintenance maintenance = open(kind);
        Bars before = Made.bars(store, BTC);
        MaintenanceRequest compress = of(MaintenanceAction.COMPRESS, "");
        if (kind != Kind.COMMUNITY) {
            assertThat(maintenance.plan(compress).refusal()).contains("This server cannot compress");
            assertThatThrownBy(() -> apply(maintenance, compress)).isInstanceOf(StoreException.class);
            return;
        }
        int chunks = maintenance.plan(compress).statements().size();
        assertThat(chunks).isEqualTo(5);
        assertThat(apply(maintenance, compress)).containsExactly("5 chunks of crypto_prices were compressed.");
        assertThat(find(maintenance, MaintenanceItem.Kind.TABLE, "crypto_prices")
                        .orElseThrow()
                        .figures()
                        .compression())
                .isGreaterThan(1);
        assertThat(find(maintenance, MaintenanceItem.Kind.TABLE, "crypto_prices")
                        .orElseThrow()
                        .figures()
                        .rows())
                .as("rows that were compressed and not analyzed since")
                .isEqualTo(Double.parseDouble(Servers.value(url, "SELECT count(*) FROM crypto_prices")));
        assertThat(maintenance.plan(compress).refusal()).contains("compressed already");
        assertThat(Made.bars(store, BTC)).isEqualTo(before);
        assertThat(apply(maintenance, of(MaintenanceAction.VACUUM, "crypto_prices")))
                .hasSize(1);
        assertThat(apply(maintenance, of(MaintenanceAction.REINDEX, "crypto_prices_series")))
                .hasSize(1);
    }

    @Test
    void chunksWithRowsThatWereCorrectedSinceAreCompressedAgain() {
        Maintenance maintenance = open(Kind.COMMUNITY);
        MaintenanceRequest compress = of(MaintenanceAction.COMPRESS, "");
        apply(maintenance, compress);
        Bars corrected = Made.altered(Made.walk(Interval.H1, 3000, 1), 10, 20);
        store.write(Made.write("BTCUSDT", corrected, "b.csv"));
        String unpacked = "SELECT count(*) FROM ONLY "
                + Servers.value(
                        url,
                        "SELECT min(c::text) FROM (SELECT c FROM"
                                + " show_chunks('crypto_prices') c ORDER BY c LIMIT 1) first");
        assertThat(Servers.value(url, unpacked)).isNotEqualTo("0");
        assertThat(maintenance.plan(compress).statements()).isNotEmpty();
        assertThat(apply(maintenance, compress).getFirst()).endsWith("of crypto_prices were compressed.");
        assertThat(Servers.value(url, unpacked)).isEqualTo("0");
        assertThat(maintenance.plan(compress).refusal()).contains("compressed already");
        assertThat(Made.bars(store, BTC)).isEqualTo(corrected);
    }

    @Test
    void retentionByTheTimeChunksWereMadeIsSaidInItsOwnWordsAndCanBeEnded() {
        Maintenance maintenance = open(Kind.COMMUNITY);
        Servers.sql(url, "SELECT add_retention_policy('crypto_prices', drop_created_before => interval '1 year')");
        String note = find(maintenance, MaintenanceItem.Kind.RETENTION, "retention")
                .orElseThrow()
                .note();
        assertThat(note).isEqualTo("Chunks that were made more than 1 year ago are dropped by a job of the server.");
        assertThat(apply(maintenance, of(MaintenanceAction.RETENTION_OFF, "")))
                .containsExactly("Bars are kept for ever.");
        assertThat(find(maintenance, MaintenanceItem.Kind.RETENTION, "retention")
                        .orElseThrow()
                        .note())
                .isEqualTo("Bars are kept for ever.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void retentionShowsWhatGoesThenDropsItAndVersionsAreThoseOfWhatIsLeft(Kind kind) {
        Maintenance maintenance = open(kind);
        long cut = Made.START + Duration.ofDays(70).toMillis();
        int days =
                (int) Duration.between(Instant.ofEpochMilli(cut), Instant.now()).toDays();
        MaintenancePlan plan = maintenance.plan(MaintenanceRequest.retention(days));
        assertThat(plan.effects())
                .anyMatch(e -> e.contains(" bars of 2 coins go, from 2024-01-01 to "))
                .anyMatch(e -> e.equals("1 coin would have no bars left: ETHUSDT."));
        assertThat(store.series()).as("only shown").hasSize(2);
        apply(maintenance, MaintenanceRequest.retention(days));
        assertThat(store.series()).extracting(s -> s.symbol()).containsExactly("BTCUSDT");
        Bars left = Made.bars(store, BTC);
        assertThat(left.size()).isPositive().isLessThan(3000);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(left));
        assertThat(store.series().getFirst().firstOpen()).isEqualTo(left.firstTime());
        assertThat(Made.bars(store, BTC).slice(left.size() - 10, left.size()))
                .isEqualTo(Made.walk(Interval.H1, 3000, 1).slice(2990, 3000));
        assertThat(store.dashboard()).hasSize(1);
        assertThat(Servers.value(url, "SELECT bars FROM bar_versions")).isEqualTo(Integer.toString(left.size()));
        assertThat(Servers.value(url, "SELECT sum(bars) FROM crypto_prices_daily"))
                .as("sums of what was dropped are gone too")
                .isEqualTo(Integer.toString(left.size()));
        String note = find(maintenance, MaintenanceItem.Kind.RETENTION, "retention")
                .orElseThrow()
                .note();
        MaintenanceRequest end = of(MaintenanceAction.RETENTION_OFF, "");
        if (kind == Kind.COMMUNITY) {
            assertThat(note).contains(days + " days");
            apply(maintenance, end);
        }
        assertThat(maintenance.plan(end).refusal()).contains("No retention is set");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"APACHE", "COMMUNITY"})
    void retentionThatLeavesNothingIsNoticedToo(Kind kind) {
        Maintenance maintenance = open(kind);
        apply(maintenance, MaintenanceRequest.retention(1));
        assertThat(store.series()).isEmpty();
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_versions")).isEqualTo("0");
    }

    @Test
    void aLeftoverGoesOnlyWithItsNameAndABackupOfExactlyItsRows() throws IOException {
        Maintenance maintenance = open(Kind.PLAIN);
        Servers.sql(url, COPY, "ALTER TABLE crypto_prices_old ADD note text DEFAULT E'a \"quoted\"\\nline'");
        MaintenanceRequest drop = of(MaintenanceAction.DROP_TABLE, "crypto_prices_old");
        assertThat(maintenance.plan(drop).statements()).containsExactly("DROP TABLE crypto_prices_old");
        Path file = folder.resolve("old.zip");
        assertThat(maintenance.backUp("crypto_prices_old", file, words -> {}).rows())
                .isEqualTo(4000);
        refused(maintenance, drop, "asks for its name");
        refused(maintenance, drop.with("crypto_prices", file), "not 'crypto_prices'");
        refused(maintenance, drop.with("crypto_prices_old", null), "asks for a backup");
        refused(maintenance, drop.with("crypto_prices_old", folder.resolve("none.zip")), "is not there");
        Path other = folder.resolve("other.zip");
        maintenance.backUp("bar_versions", other, words -> {});
        refused(maintenance, drop.with("crypto_prices_old", other), "is of 'bar_versions'");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        refused(
                maintenance,
                drop.with("crypto_prices_old", Files.write(folder.resolve("bad.zip"), bytes)),
                "make a new one");
        Servers.sql(
                url,
                "UPDATE crypto_prices_old SET volume = volume + 1 WHERE datetime = (SELECT min(datetime) FROM"
                        + " crypto_prices_old) AND crypto_id = 1");
        refused(maintenance, drop.with("crypto_prices_old", file), "that are not the same");
        assertThat(exists("crypto_prices_old")).isTrue();
        Path now = folder.resolve("now.zip");
        maintenance.backUp("crypto_prices_old", now, words -> {});
        // Whoever compares it later may look at it in another order.
        Servers.sql(
                url,
                "CREATE INDEX by_volume ON crypto_prices_old (volume)",
                "CLUSTER crypto_prices_old USING by_volume");
        assertThat(apply(maintenance, drop.with("crypto_prices_old", now)).getFirst())
                .startsWith("crypto_prices_old was dropped; its 4,000 rows are in ");
        assertThat(exists("crypto_prices_old")).isFalse();
        assertThat(store.series()).hasSize(2);
    }

    private void refused(Maintenance maintenance, MaintenanceRequest request, String sentence) {
        assertThatThrownBy(() -> apply(maintenance, request))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(sentence);
        assertThat(exists(request.name())).isTrue();
    }

    @Test
    void ourOwnTablesForeignOnesAndNamesThatAreStatementsAreRefused() {
        Maintenance maintenance = open(Kind.PLAIN);
        Servers.sql(url, "CREATE TABLE customers_old (id int)", "CREATE TABLE \"signals_old; DROP TABLE x\" (id int)");
        assertThat(maintenance
                        .plan(of(MaintenanceAction.DROP_TABLE, "crypto_prices"))
                        .refusal())
                .contains("never dropped");
        assertThat(maintenance
                        .plan(of(MaintenanceAction.DROP_TABLE, "customers_old"))
                        .refusal())
                .contains("is no leftover");
        assertThatThrownBy(() -> maintenance.plan(of(MaintenanceAction.VACUUM, "crypto_prices; DROP TABLE signals")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no table");
        assertThat(maintenance
                        .plan(of(MaintenanceAction.VACUUM, "signals_old; DROP TABLE x"))
                        .statements())
                .containsExactly("VACUUM (ANALYZE) \"signals_old; DROP TABLE x\"");
    }

    @Test
    void whoMayOnlyReadGetsTheListAndTheReasonWhyNothingCanBeDone() {
        open(Kind.PLAIN);
        String role = "looker_" + ProcessHandle.current().pid();
        Servers.sql(
                url, COPY, "CREATE ROLE " + role + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
        try (TimescaleStore reader =
                new TimescaleStore(ServerOptions.of(url.replace("user=postgres", "user=" + role), Map.of()))) {
            Maintenance maintenance = reader.maintenance().orElseThrow();
            List<MaintenanceItem> items = maintenance.list(0);
            assertThat(items).anyMatch(i -> i.name().equals("crypto_prices_old"));
            assertThat(items)
                    .filteredOn(i -> i.name().equals("effective_cache_size"))
                    .singleElement()
                    .satisfies(i -> assertThat(i.note()).contains("Three times shared_buffers"));
            for (MaintenanceRequest request : List.of(
                    of(MaintenanceAction.VACUUM, "crypto_prices"),
                    of(MaintenanceAction.DROP_TABLE, "crypto_prices_old"),
                    MaintenanceRequest.retention(30),
                    of(MaintenanceAction.REINDEX, "crypto_prices_series"),
                    of(MaintenanceAction.REFRESH, "crypto_dashboard_summary"))) {
                assertThat(maintenance.plan(request).refusal()).contains("only its owner may do that");
                assertThatThrownBy(() -> apply(maintenance, request)).isInstanceOf(StoreException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void viewsAreRefreshed(Kind kind) {
        Maintenance maintenance = open(kind);
        assertThat(apply(maintenance, of(MaintenanceAction.REFRESH, "crypto_dashboard_summary")))
                .hasSize(1);
        MaintenanceRequest daily = of(MaintenanceAction.REFRESH, "crypto_prices_daily");
        if (kind == Kind.COMMUNITY) {
            assertThat(maintenance.plan(daily).statements().getFirst())
                    .startsWith("CALL refresh_continuous_aggregate('crypto_prices_daily'");
            assertThat(apply(maintenance, daily)).hasSize(1);
        } else {
            assertThat(maintenance.plan(daily).refusal()).contains("nothing to refresh");
        }
    }

    @Test
    void bothCoinsAreStillThereAfterAnAnalyze() {
        Maintenance maintenance = open(Kind.PLAIN);
        apply(maintenance, of(MaintenanceAction.ANALYZE, "crypto_prices"));
        assertThat(find(maintenance, MaintenanceItem.Kind.TABLE, "crypto_prices")
                        .orElseThrow()
                        .figures()
                        .rows())
                .isEqualTo(4000);
        assertThat(Made.bars(store, ETH).size()).isEqualTo(1000);
    }
}
