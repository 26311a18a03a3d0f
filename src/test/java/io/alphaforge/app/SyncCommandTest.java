package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SyncListener;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.cli.Cli;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sync command on a server played by a second database file. */
@Timeout(120)
class SyncCommandTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MirroredWorkspace network = new MirroredWorkspace(InstantSource.system());

    private int run(WorkspaceOpener opener, String... arguments) {
        out.reset();
        err.reset();
        return new Cli(
                        opener,
                        home,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        options -> 42)
                .run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void fillServer() {
        try (Workspace workspace = network.open(new WorkspaceOpener.Options(home, null))) {
            new DemoUniverse(InstantSource.system())
                    .write(workspace.bars(), new DemoOptions(3, 30, Interval.D1, 7), DemoListener.NONE, () -> false);
        }
    }

    @Test
    void whatWasFetchedIsATableAndTheSecondTimeThereIsNothing() {
        fillServer();
        assertThat(run(network, "sync")).as(err()).isZero();
        assertThat(out().lines()).hasSize(4);
        assertThat(out()).contains("SYMBOL").contains("whole").contains(".DEMO");
        assertThat(err())
                .contains(
                        "Done: 0 series were current, 3 fetched whole, 0 grew, 0 removed, 0 failed; 90 bars travelled")
                .contains("Sync 3/3 (100 %)");
        assertThat(run(network, "sync")).isZero();
        assertThat(out()).isEmpty();
        assertThat(err()).contains("Done: 3 series were current");
    }

    @Test
    void programsReadALineForEverySeriesAndOneForTheEnd() {
        fillServer();
        assertThat(run(network, "sync", "--format", "json", "--quiet")).isZero();
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("{\"type\":\"series\",\"symbol\":\"")
                .endsWith("\"interval\":\"1d\",\"outcome\":\"whole\",\"bars\":30,\"reason\":null}");
        assertThat(lines.getLast())
                .isEqualTo("{\"type\":\"finished\",\"current\":0,\"whole\":3,\"tails\":0,\"removed\":0,\"no_room\":0,"
                        + "\"failed\":0,\"bars\":90,\"cancelled\":false,\"problem\":null}");
        assertThat(err()).isEmpty();
    }

    @Test
    void whatIsReadFromTheMirrorInPlaceOfTheServerIsToldEvenWhereProgressIsNot() {
        fillServer();
        assertThat(run(network, "sync")).isZero();
        for (String command : List.of("dashboard", "quality")) {
            String[] arguments = {command, "--quiet"};
            network.unreachable = false;
            assertThat(run(network, arguments)).as(err()).isZero();
            assertThat(err()).doesNotContain("mirror");
            String answered = out();
            network.unreachable = true;
            assertThat(run(network, arguments)).as(err()).isZero();
            assertThat(err().lines().toList().getLast())
                    .matches("The server .* does not answer; this is what the mirror on this computer holds, as of"
                            + " \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\\.");
            assertThat(out().lines().count()).isEqualTo(answered.lines().count());
        }
    }

    @Test
    void withoutTheServerItSaysSoInOneSentence() {
        fillServer();
        network.unreachable = true;
        assertThat(run(network, "sync")).isEqualTo(3);
        assertThat(err()).isEqualTo("The server db.example does not answer.\n");
    }

    @Test
    void aDatabaseOnThisMachineHasNothingToSync() {
        assertThat(run(new RealWorkspace(), "sync")).isZero();
        assertThat(err()).isEqualTo("The database is on this machine already, so there is nothing to sync.\n");
    }

    @Test
    void aCancelAndAServerThatWentAwayAreToldByTheStatus() {
        SyncedSeries one = new SyncedSeries(new SeriesKey("AAAUSDT", Interval.D1), Outcome.WHOLE, 30, "");
        assertThat(run(ending(new SyncReport(List.of(one), 0, true, "")), "sync"))
                .isEqualTo(130);
        assertThat(err()).contains("Stopped: ");
        assertThat(run(ending(new SyncReport(List.of(one), 0, false, "It went away.")), "sync"))
                .isEqualTo(3);
        assertThat(err()).endsWith("It went away.\n");
        SyncedSeries failed = new SyncedSeries(one.key(), Outcome.FAILED, 0, "It came garbled.");
        assertThat(run(ending(new SyncReport(List.of(failed), 0, false, "")), "sync"))
                .isEqualTo(1);
        assertThat(out()).contains("It came garbled.");
    }

    /** A workspace whose mirror comes to this end. */
    private WorkspaceOpener ending(SyncReport report) {
        return options -> {
            Workspace real = new RealWorkspace().open(options);
            Mirror mirror = new Mirror() {
                @Override
                public MirrorStatus status() {
                    throw new AssertionError("Nobody asks.");
                }

                @Override
                public SyncReport sync(SyncListener listener, BooleanSupplier cancelled) {
                    return report;
                }

                @Override
                public void clear() {
                    throw new AssertionError("Nobody asks.");
                }
            };
            return Rewired.of(real).mirror(mirror).workspace();
        };
    }
}
