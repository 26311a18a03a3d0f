package io.alphaforge.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.run.RunSummary.Status;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.Memory;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The page of past runs on a real archive, by keys and buttons. */
@Timeout(180)
class RunsPageTest {
    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private Workspace workspace;
    private @Nullable RunsPage page;
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        PastRuns.three().forEach(workspace.archive()::save);
        RunsPage made = Screen.call(() ->
                new RunsPage(workspace, desk.desk(), (owner, title, name) -> Optional.of(home.resolve("out-" + name))));
        page = made;
        window = Screen.call(() -> new Framed(made, Theme.LIGHT));
        Screen.await("the runs", () -> runs().getItems().size() == 3);
        select(0);
    }

    @AfterEach
    void close() {
        if (page != null) {
            Screen.run(page::close);
            window.close();
        }
        workspace.close();
        background.shutdown();
    }

    @Test
    void enterOpensTheSelectedRun() {
        robot.push(KeyCode.ENTER);
        Screen.await("the run opens", () -> desk.visited.equals(List.of("run run-3")));
    }

    @Test
    void theMenuOfTheRowsDoesWhatTheButtonsDoForAsManyRunsAsTheyDo() {
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        ContextMenu menu = Screen.call(() -> runs().getContextMenu());
        Screen.await("the menu", menu::isShowing);
        assertThat(Screen.call(() -> enabled(menu)))
                .containsExactly("open-run", "rename-run", "delete-runs", "copy-rows", "export-rows");
        for (Theme theme : Theme.values()) {
            Screen.run(() -> window.show(theme));
            Screen.picture(menu, "menu-run-" + theme.styleClass());
        }
        double row = Screen.call(() -> {
            return Drawn.onScreen(runs(), 0, "when").getMaxY();
        });
        assertThat(Screen.call(menu::getAnchorY)).as("below the row").isCloseTo(row, within(0.5));
        Screen.run(() -> fire(menu, "open-run"));
        Screen.await("the run opens", () -> desk.visited.equals(List.of("run run-3")));
        Screen.run(() -> {
            menu.hide();
            runs().getSelectionModel().selectIndices(0, 1);
        });
        robot.push(KeyCode.CONTEXT_MENU);
        Screen.await("the menu", menu::isShowing);
        assertThat(Screen.call(() -> enabled(menu)))
                .containsExactly("compare-runs", "delete-runs", "copy-rows", "export-rows");
        Screen.run(() -> {
            fire(menu, "compare-runs");
            menu.hide();
        });
        Screen.await("both runs", () -> find("#comparison-table") != null);
    }

    private static List<String> enabled(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(item -> item.getId() != null && !item.isDisable())
                .map(MenuItem::getId)
                .toList();
    }

    private static void fire(ContextMenu menu, String id) {
        menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    @Test
    void aNameIsTypedInPlaceAndKept() {
        robot.push(KeyCode.F2);
        Screen.await("the field", () -> find("#run-name") instanceof TextField field && field.isFocused());
        robot.write("Baseline");
        Screen.await(
                "the text",
                () -> find("#run-name") instanceof TextField field
                        && field.getText().equals("Baseline"));
        robot.push(KeyCode.ENTER);
        Screen.await("the name", () -> runs().getItems().getFirst().name().equals("Baseline"));
        assertThat(desk.visited).as("Enter ends the typing and opens nothing").isEmpty();
        assertThat(workspace.archive().find("run-3").orElseThrow().header().name())
                .isEqualTo("Baseline");
        Screen.run(() -> assertThat(runs().getSelectionModel().getSelectedItems())
                .extracting(Header::runId)
                .containsExactly("run-3"));
    }

    @Test
    void escapeTakesTheTypedNameBack() {
        robot.push(KeyCode.F2);
        Screen.await("the field", () -> find("#run-name") instanceof TextField field && field.isFocused());
        robot.write("never");
        robot.push(KeyCode.ESCAPE);
        Screen.await("the field is gone", () -> find("#run-name") == null);
        assertThat(workspace.archive().find("run-3").orElseThrow().header().name())
                .isEmpty();
        Screen.run(() -> assertThat(runs().isEditable()).isFalse());
    }

    @Test
    void runsAreDeletedOnlyAfterTheQuestionWasAnswered() {
        select(0, 2);
        robot.push(KeyCode.DELETE);
        Screen.await("the question", () -> node("#runs-confirm").isVisible());
        Screen.run(() -> assertThat(text("#runs-confirm-question")).startsWith("Delete 2 runs? 6 rows go"));
        robot.push(KeyCode.ESCAPE);
        Screen.await("no question", () -> !node("#runs-confirm").isVisible());
        assertThat(workspace.archive().list()).hasSize(3);
        Screen.run(() -> assertThat(runs().isFocused())
                .as("the keyboard is back in the table")
                .isTrue());
        robot.push(KeyCode.DELETE);
        Screen.await("the question", () -> node("#runs-confirm").isVisible());
        fire("#runs-confirm-yes");
        Screen.await("the rest", () -> runs().getItems().size() == 1);
        assertThat(workspace.archive().list()).extracting(Header::runId).containsExactly("run-2");
    }

    @Test
    void twoRunsAndOnlyTwoCanBeCompared() {
        Screen.run(() -> assertThat(node("#runs-compare").isDisabled()).isTrue());
        select(1, 2);
        Screen.run(() -> assertThat(node("#runs-compare").isDisabled()).isFalse());
        fire("#runs-compare");
        Screen.await("the comparison", () -> find("#comparison-both") != null);
        Screen.run(() -> {
            assertThat(text("#comparison-both")).isEqualTo("3 coins");
            assertThat(text("#comparison-only-first")).isEqualTo("1");
            assertThat(pairs().getItems()).hasSize(5);
            assertThat(pairs().getColumns().get(1).getText())
                    .as("the older run comes first and is called by what it does differently")
                    .isEqualTo("Return % fast 10");
            ((CheckBox) node("#comparison-differences-only")).setSelected(true);
            assertThat(pairs().getItems()).hasSize(2);
            pairs().getSelectionModel().select(0);
            pairs().requestFocus();
        });
        robot.push(KeyCode.ENTER);
        Screen.await("the coin opens", () -> desk.coins.size() == 1);
        Screen.run(() -> action("Esc"));
        Screen.await("all runs", () -> find("#runs") != null);
    }

    @Test
    void whatIsShownIsExported() throws IOException {
        Screen.run(() -> {
            ((TextField) node("#runs-filter")).setText("sma");
            action("Shortcut+E");
        });
        Screen.await("the file", () -> !desk.notices.isEmpty());
        List<String> lines = Files.readAllLines(home.resolve("out-runs.csv"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("run_id,started_at,name,strategy,parameters,universe");
        assertThat(lines.get(1))
                .startsWith("run-2,2025-02-02T00:00:00Z,,sma-cross,")
                .contains("fast=20");
        Screen.run(() -> page().compare("run-1", "run-2"));
        Screen.await("the comparison", () -> find("#comparison-both") != null);
        Screen.run(() -> action("Shortcut+E"));
        Screen.await("the file", () -> desk.notices.size() == 2);
        assertThat(Files.readAllLines(home.resolve("out-comparison.csv"))).hasSize(6);
    }

    @Test
    void timesFollowTheSwitchOfTheZone() {
        assertThat(Screen.call(this::started)).contains("2025-02-03 00:00");
        Screen.run(() -> desk.desk().times().zone().set(ZoneId.of("America/New_York")));
        Screen.await("local times", () -> started().contains("2025-02-02 19:00"));
    }

    @Test
    void aRunThatEndsMeanwhileAppearsAndTheSelectionStays() {
        select(1);
        var late = PastRuns.of(
                "run-9",
                "2025-03-01T00:00:00Z",
                PastRuns.three().getFirst().header().spec(),
                Status.FINISHED,
                PastRuns.rows(3, 0),
                Map.of());
        workspace.archive().save(late);
        Screen.run(() -> page().refresh());
        Screen.await("the run", () -> runs().getItems().size() == 4);
        Screen.run(() -> assertThat(runs().getSelectionModel().getSelectedItems())
                .extracting(Header::runId)
                .containsExactly("run-2"));
    }

    @Test
    void aNameThatIsBeingTypedOutlivesANewList() {
        robot.push(KeyCode.F2);
        Screen.await("the field", () -> find("#run-name") instanceof TextField field && field.isFocused());
        robot.write("Base");
        Screen.await(
                "the text",
                () -> find("#run-name") instanceof TextField field
                        && field.getText().equals("Base"));
        workspace
                .archive()
                .save(PastRuns.of(
                        "run-9",
                        "2025-03-01T00:00:00Z",
                        PastRuns.three().getFirst().header().spec(),
                        Status.FINISHED,
                        PastRuns.rows(3, 0),
                        Map.of()));
        Screen.run(() -> page().refresh());
        Screen.await("the list is read", () -> !node(".page-busy").isVisible());
        robot.write("line");
        robot.push(KeyCode.ENTER);
        Screen.await("both", () -> runs().getItems().size() == 4);
        assertThat(workspace.archive().find("run-3").orElseThrow().header().name())
                .isEqualTo("Baseline");
        assertThat(workspace.archive().find("run-9").orElseThrow().header().name())
                .isEmpty();
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        Screen.run(() -> page().compare("run-1", "run-2"));
        Screen.await("the comparison", () -> find("#comparison-both") != null);
        List<String> silent = Screen.call(() -> {
            List<String> found = new ArrayList<>();
            for (Node node : page().node().lookupAll("*")) {
                boolean control = node instanceof Button || node instanceof TextField || node instanceof ToggleButton;
                if (control && node.isFocusTraversable() && node.getAccessibleText() == null) {
                    found.add(node.toString());
                }
            }
            return found;
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void aClosedPageIsForgotten() {
        Screen.run(() -> page().compare("run-1", "run-2"));
        Screen.await("the comparison", () -> find("#comparison-both") != null);
        List<WeakReference<?>> left = Screen.call(() -> List.of(
                new WeakReference<>(page()),
                new WeakReference<>(page().node()),
                new WeakReference<>(pairs()),
                new WeakReference<>(pairs().getItems().getFirst())));
        Screen.run(() -> page().close());
        window.close();
        page = null;
        assertThat(Memory.clears(left)).isTrue();
    }

    private RunsPage page() {
        return Objects.requireNonNull(page);
    }

    private String started() {
        return IntStream.range(0, runs().getItems().size())
                .mapToObj(row -> Drawn.text(runs(), row, "when"))
                .toList()
                .toString();
    }

    @SuppressWarnings("unchecked")
    private TableView<Header> runs() {
        return (TableView<Header>) node("#runs");
    }

    @SuppressWarnings("unchecked")
    private TableView<Pair> pairs() {
        return (TableView<Pair>) node("#comparison-table");
    }

    private void select(int... rows) {
        Screen.run(() -> {
            runs().requestFocus();
            runs().getSelectionModel().clearSelection();
            for (int row : rows) {
                runs().getSelectionModel().select(row);
            }
        });
    }

    private void fire(String id) {
        Screen.run(() -> ((ButtonBase) node(id)).fire());
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private Node node(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    private @Nullable Node find(String id) {
        return page().node().lookup(id);
    }

    private void action(String key) {
        page().actions().stream()
                .filter(a -> a.key() != null && a.key().equals(KeyCombination.keyCombination(key)))
                .findFirst()
                .map(Action::run)
                .orElseThrow()
                .run();
    }
}
