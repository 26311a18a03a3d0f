package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.OwnServer;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.store.timescale.TinyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks on which there is no room any more, of the server and of this computer. */
@Timeout(60)
class FullDiskTest {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    @TempDir
    Path disk;

    private static Workspace open(Path home, String url) {
        return new WorkspaceWiring(Map.of()).open(new WorkspaceOpener.Options(home, null).on(url));
    }

    @Test
    void aRunEndsWithASentenceWhereNothingCanBeKept() throws Exception {
        try (TinyDisk tiny = new TinyDisk(disk, 6)) {
            assertThat(tiny).isNotNull();
            Console console = new Console(disk);
            Console.Result demo = console.run("demo", "--symbols", "100", "--days", "3000", "--quiet");
            assertThat(demo.status()).isEqualTo(3);
            assertThat(demo.err()).contains("no room left on the disk");
            // A store that waits for itself does not hear that it is interrupted.
            Console.Result run = CompletableFuture.supplyAsync(
                            () -> console.run("backtest", "--strategy", "rsi", "--universe", "all", "--quiet"))
                    .get(50, TimeUnit.SECONDS);
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.out()).contains("USDT.DEMO");
            assertThat(run.err()).contains("could not be archived").contains("no room left on the disk");
        }
    }

    @Test
    void aFullDiskOfTheServerEndsAnImportWithASentenceAndNothingHalfDone() {
        Map<String, Bars> coins = TeamData.coins(8, 20_000);
        List<Path> files = TeamData.files(folder, coins);
        try (TinyDisk tiny = new TinyDisk(disk, 18);
                OwnServer server = OwnServer.embedded(home)) {
            assertThat(tiny).isNotNull();
            Servers.sql(
                    server.url(),
                    "CREATE TABLESPACE tiny LOCATION '" + disk + "'",
                    "CREATE DATABASE bars TABLESPACE tiny");
            String url = server.url().replace("/postgres?", "/bars?");
            try (Workspace workspace = open(home, url)) {
                workspace.admin().migrate();
                Importer importer = new Importer(workspace.bars(), Clock.systemUTC(), file -> false);
                ImportSummary full = importer.run(files, ImportOptions.DEFAULT, ImportListener.NONE, () -> false);
                assertThat(full.imported()).as("%s", full.reports()).isPositive();
                assertThat(full.failed()).isPositive();
                Map<String, Bars> reported = new TreeMap<>();
                for (FileReport report : full.reports()) {
                    if (report instanceof FileReport.Imported imported) {
                        String symbol = imported.series().symbol();
                        reported.put(symbol, coins.getOrDefault(symbol, Bars.empty(Interval.H1)));
                    } else if (report instanceof FileReport.Failed failed) {
                        TeamData.requireSentence(failed.reason());
                        assertThat(failed.reason()).contains("no room left on its disk");
                    }
                }
                TeamData.requireExactly(workspace.bars(), url, reported);

                tiny.resize(300);
                ImportSummary again = importer.run(files, ImportOptions.DEFAULT, ImportListener.NONE, () -> false);
                assertThat(again.failed()).isZero();
                TeamData.requireExactly(workspace.bars(), url, coins);
            }
        }
    }

    @Test
    void aFullDiskOfThisComputerCostsARunNothingAndTheMirrorIsKeptAgainOnceThereIsRoom()
            throws InterruptedException, IOException {
        Map<String, Bars> coins = TeamData.coins(16, 12_000);
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (Workspace workspace = open(home, url)) {
            workspace.admin().migrate();
            TeamData.write(workspace.bars(), coins);
        }
        try (TinyDisk tiny = new TinyDisk(disk, 8)) {
            try (Workspace workspace = open(disk, url)) {
                Path ballast = Files.write(disk.resolve("ballast"), new byte[5 << 20]);
                HeardRun run = HeardRun.of(workspace, event -> {});
                assertThat(run.failures()).isEmpty();
                assertThat(run.rows()).hasSize(16);
                run.requireRowsOf(coins);
                TeamData.until(() ->
                        !workspace.mirror().orElseThrow().status().problem().isEmpty());
                TeamData.requireSentence(
                        workspace.mirror().orElseThrow().status().problem());
                assertThat(workspace.mirror().orElseThrow().status().problem()).contains("mirror", "disk");
                HeardRun second = HeardRun.of(workspace, event -> {});
                assertThat(second.failures()).isEmpty();
                second.requireRowsOf(coins);

                Files.delete(ballast);
                tiny.resize(400);
                HeardRun.of(workspace, event -> {}).requireAll(coins);
                SyncReport synced =
                        workspace.mirror().orElseThrow().sync((done, total, bars, latest) -> {}, () -> false);
                assertThat(synced.problem()).isEmpty();
                assertThat(synced.count(SyncedSeries.Outcome.FAILED)).isZero();
                assertThat(workspace.mirror().orElseThrow().status().current().series())
                        .isEqualTo(16);
                assertThat(workspace.mirror().orElseThrow().status().problem()).isEmpty();
            }
            try (Workspace workspace = open(disk, url)) {
                assertThat(workspace.bars().series())
                        .extracting(StoredSeries::symbol)
                        .hasSize(16);
                HeardRun.of(workspace, event -> {}).requireAll(coins);
            }
        }
    }
}
