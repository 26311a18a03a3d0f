package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.market.Bars;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.OwnServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose processes are all killed in the middle of something, and which starts again on what it left. */
@Timeout(240)
class KilledServerTest {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    @TempDir
    Path input;

    private OwnServer server;
    private Workspace workspace;

    @BeforeEach
    void open() {
        server = OwnServer.embedded(folder);
        workspace = new WorkspaceWiring(Map.of()).open(new WorkspaceOpener.Options(home, null).on(server.url()));
        workspace.admin().migrate();
    }

    @AfterEach
    void close() {
        workspace.close();
        server.close();
    }

    @Test
    void killedInTheMiddleOfARunItCostsTheCoinsItOwesAndTheNextRunHasThemAll() throws InterruptedException {
        Map<String, Bars> coins = TeamData.coins(16, 25_000);
        TeamData.write(workspace.bars(), coins);
        HeardRun broken = HeardRun.of(workspace, event -> {
            if (event instanceof RunEvent.Result) {
                server.kill();
            }
        });
        assertThat(broken.summary().status()).isEqualTo(RunSummary.Status.FINISHED);
        assertThat(broken.rows().size() + broken.failures().size()).isEqualTo(16);
        assertThat(broken.rows()).isNotEmpty();
        broken.requireRowsOf(coins);
        assertThat(broken.failures()).isNotEmpty().values().allSatisfy(reason -> {
            TeamData.requireSentence(reason);
            assertThat(reason).contains("does not answer", "mirror");
        });
        HeardRun offline = HeardRun.of(workspace, event -> {});
        assertThat(offline.rows())
                .as("what had come goes on without the server")
                .isNotEmpty();
        offline.requireRowsOf(coins);

        server.start();
        TeamData.until(() -> workspace.mirror().orElseThrow().status().offlineSince() == 0);
        HeardRun.of(workspace, event -> {}).requireAll(coins);
        TeamData.requireExactly(workspace.bars(), server.url(), coins);
    }

    @Test
    void killedInTheMiddleOfAnImportItHasWhatWasReportedAndTheRestCanBeRepeated() throws InterruptedException {
        Map<String, Bars> coins = TeamData.coins(8, 25_000);
        List<Path> files = TeamData.files(input, coins);
        Importer importer = new Importer(workspace.bars(), Clock.systemUTC(), file -> false);
        List<Thread> killing = new ArrayList<>();
        ImportSummary broken = importer.run(
                files,
                ImportOptions.DEFAULT,
                new ImportListener() {
                    @Override
                    public void finished(FileReport report) {
                        if (killing.isEmpty() && report.file().contains("CACUSDT")) {
                            // While the next file is on its way.
                            killing.add(Thread.ofPlatform().start(server::kill));
                        }
                    }
                },
                () -> false);
        killing.getFirst().join();
        assertThat(broken.imported()).isGreaterThanOrEqualTo(3);
        assertThat(broken.failed()).isPositive();
        Map<String, Bars> reported = new TreeMap<>();
        for (FileReport report : broken.reports()) {
            if (report instanceof FileReport.Imported imported) {
                String symbol = imported.series().symbol();
                reported.put(
                        symbol,
                        coins.getOrDefault(symbol, Bars.empty(imported.series().interval())));
            } else if (report instanceof FileReport.Failed failed) {
                TeamData.requireSentence(failed.reason());
                assertThat(failed.reason()).contains("was not imported", "does not answer");
            }
        }
        Console.Result again = new Console(home).run("import", input.toString(), "--db", server.url());
        assertThat(again.status()).isEqualTo(3);
        assertThat(again.errors())
                .filteredOn(line -> line.contains("was not imported"))
                .hasSize(8)
                .allSatisfy(TeamData::requireSentence);
        assertThat(again.err()).doesNotContain("\tat ", "Exception");

        server.start();
        TeamData.until(() -> workspace.mirror().orElseThrow().status().offlineSince() == 0);
        TeamData.requireExactly(workspace.bars(), server.url(), reported);
        ImportSummary repeated = importer.run(files, ImportOptions.DEFAULT, ImportListener.NONE, () -> false);
        assertThat(repeated.failed()).isZero();
        TeamData.requireExactly(workspace.bars(), server.url(), coins);
        assertThat(workspace.bars().dashboard()).hasSize(8);
    }
}
