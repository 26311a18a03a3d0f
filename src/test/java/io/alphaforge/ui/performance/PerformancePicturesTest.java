package io.alphaforge.ui.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Span;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The performance page on a real workspace. */
@Timeout(180)
class PerformancePicturesTest {
    @TempDir
    private Path home;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private final Measured measured = new Measured();
    private final List<String> clipboard = new ArrayList<>();
    private Workspace workspace;
    private PerformancePage page;
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        RealWorkspace opener = new RealWorkspace();
        workspace = opener.open(new WorkspaceOpener.Options(home, null));
        Workspace seen = measured.of(workspace);
        page = Screen.call(() -> new PerformancePage(
                seen,
                desk.desk(),
                opener.connections(home),
                (owner, title, name) -> Optional.of(home.resolve(name)),
                clipboard::add));
        window = Screen.call(() -> new Framed(page, Theme.DARK));
        Screen.await("the first look", () -> page.model().snapshot().get() != null);
    }

    @AfterEach
    void close() {
        Screen.run(page::close);
        window.close();
        workspace.close();
        background.shutdown();
    }

    @Test
    void beforeTheFirstRunItSaysWhatWillBeHere() {
        Screen.await("the empty page", () -> find("#performance-empty").isVisible());
        pictures("performance-empty");
        assertThat(Screen.call(() -> page.isTicking())).isTrue();
        Screen.run(() -> window.stage().getScene().setRoot(new StackPane()));
        assertThat(Screen.call(() -> page.isTicking()))
                .as("looking while it is not shown")
                .isFalse();
    }

    @Test
    void whatRunsTookWhereTheTimeWentAndHowThingsAre() throws Exception {
        long now = desk.desk().clock().millis();
        measured.served = true;
        measured.runs = MeasuredRuns.before(now, 340);
        measured.queries = List.of(
                new SlowQuery(
                        now - 60_000,
                        "TimescaleStore.dashboard (ServerDashboard/list)",
                        "-- rows of the dashboard\nSELECT symbol, price, change_24h FROM crypto_dashboard_summary ORDER BY symbol",
                        2345.6),
                new SlowQuery(
                        now - 900_000,
                        "DuckDbBarCursor.next (SeriesReader/scan)",
                        "SELECT crypto_id, datetime, COLUMNS(getvariable('columns')) FROM crypto_prices",
                        1204));
        Screen.await("the runs", () -> {
            page.model().loadAll();
            Snapshot seen = page.model().snapshot().get();
            return seen != null && seen.runs().size() == 340 && seen.queries().size() == 2;
        });
        Screen.run(() -> page.model().selected().set(measured.runs.get(4)));
        pictures("performance");
        Label server = (Label) find("#gauge-server");
        assertThat(Screen.call(() -> server.getParent().getAccessibleHelp()))
                .as("the whole, where it is shortened")
                .startsWith(server.getText() + ", ")
                .endsWith(" from memory\nAs it said itself.");
        Screen.run(() -> ((ToggleButton) find("#span-hour")).fire());
        Screen.run(() -> ((ToggleButton) find("#show-queries")).fire());
        window.picture(1280, 720, "performance-hour-dark");
        assertThat(rows("#performance-queries")).isEqualTo(2);
        assertThat(page.model().span().get()).isEqualTo(Span.HOUR);
        String export = page.actions().get(1).title();
        assertThat(export).isEqualTo("Export the runs as CSV");
        Screen.run(() -> page.actions().get(1).run().run());
        Screen.await("the file", () -> Files.exists(home.resolve("run-times.csv")));
        Screen.await("the notice", () -> !desk.notices.isEmpty());
        assertThat(Files.readAllLines(home.resolve("run-times.csv")))
                .hasSize(1 + Screen.call(() -> page.model().runs().size()));
    }

    @Test
    void diagnosticsGoToTheClipboardWithoutSecrets() throws Exception {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(
                home.resolve("logs/alphaforge.log"),
                "2026-11-21T10:00:01.000Z WARN  [x] a.B - redis://:hunter2@cache.corp.example:6379 is away, as is the"
                        + " database of user \"carol\"\n");
        measured.served = true;
        Screen.run(() -> page.actions().getLast().run().run());
        Screen.await("the text", () -> !clipboard.isEmpty());
        assertThat(clipboard.getFirst())
                .contains("processors", "DuckDB", "Percentiles", "Last warnings of the log")
                .contains("javafx           26")
                .contains("1 in use, 3 idle")
                .contains("redis://host-")
                .doesNotContain("hunter2", "corp.example", "carol");
    }

    private void pictures(String name) {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> window.show(theme));
            window.picture(1280, 720, name + "-" + theme.styleClass());
            window.picture(2560, 1440, name + "-" + theme.styleClass());
        }
    }

    private int rows(String id) {
        return Screen.call(() -> page.node().lookup(id) instanceof TableView<?> table
                ? table.getItems().size()
                : 0);
    }

    private Node find(String id) {
        Node found = page.node().lookup(id);
        assertThat(found).as(id).isNotNull();
        return found;
    }
}
