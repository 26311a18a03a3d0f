package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.PriceFiles;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The real window on a real database file, from empty to a table of cached results. */
@Timeout(180)
class WindowJourneyTest {
    private static final int COINS = 30;

    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final FxRobot robot = new FxRobot();
    private WorkstationWindow window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        window = Screen.call(() -> new WorkstationWindow(
                new Stage(),
                workspace,
                new WorkspaceOpener.Options(home, null),
                Theme.LIGHT,
                new DemoOptions(COINS, 600, Interval.D1, 1)));
        Screen.run(window::show);
        Screen.await("the offer", () -> find("#create-demo") != null);
    }

    @AfterEach
    void close() {
        workspace.release(1000);
        Screen.run(window::close);
        Screen.await("the window closes", () -> !window.stage().isShowing());
        assertThat(workspace.isClosed()).isTrue();
    }

    @Test
    void rowsStreamInCanBeSortedMeanwhileSurviveACancelAndComeFromTheCacheAgain() {
        createDemo();
        Screen.run(() -> ((ToggleButton) node("#universe-all")).fire());
        click("#run");
        workspace.release(10);
        Screen.await("10 rows", () -> rows().size() == 10);
        assertThat(disabled("#cancel"))
                .as("cancel is offered while the run goes on")
                .isFalse();
        assertThat(text("#progress-text")).startsWith("10 / " + COINS);

        ResultRow chosen = Screen.call(() -> {
            sort();
            table().getSelectionModel().select(5);
            return table().getSelectionModel().getSelectedItem();
        });
        workspace.release(10);
        Screen.await("20 rows", () -> rows().size() == 20);
        assertThat(returns()).isSortedAccordingTo(Comparator.reverseOrder());
        Screen.run(
                () -> assertThat(table().getSelectionModel().getSelectedItems()).containsExactly(chosen));

        Screen.run(() -> ((Button) node("#cancel")).fire());
        workspace.release(1000);
        Screen.await("the run ends", () -> !node("#run").isDisabled());
        List<ResultRow> kept = Screen.call(() -> List.copyOf(rows()));
        assertThat(kept).hasSizeBetween(20, COINS - 1);
        assertThat(text("#run-state")).startsWith("Cancelled after " + kept.size() + " of " + COINS);

        click("#run");
        Screen.await(
                "the run ends", () -> rows().size() == COINS && !node("#run").isDisabled());
        assertThat(text("#tile-cached")).isEqualTo(Integer.toString(kept.size()));
        assertThat(returns()).isSortedAccordingTo(Comparator.reverseOrder());

        click("#run");
        Screen.await(
                "the run ends", () -> rows().size() == COINS && !node("#run").isDisabled());
        assertThat(Screen.call(() -> List.copyOf(rows()))).allMatch(ResultRow::cached);
        assertThat(text("#tile-cached")).isEqualTo(Integer.toString(COINS));
    }

    @Test
    void demoCoinsAreMarkedAsSuch() {
        createDemo();
        assertThat(text("#demo-banner")).startsWith("Demo data: synthetic coins");
        assertThat(text("#status-coins")).startsWith(COINS + " coins");
        assertThat(text("#status-location")).contains("alphaforge.duckdb");
    }

    @Test
    void theKeyboardAloneLeadsFromTheStartToAFinishedRun() {
        workspace.release(1000);
        Screen.await("the focus", () -> find("#create-demo").isFocused());
        robot.push(KeyCode.SPACE);
        Screen.await("the form", () -> find("#run") != null);
        Screen.await("the focus", () -> node("#strategy").isFocused());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Screen.await("the run ends", () -> !rows().isEmpty() && !node("#run").isDisabled());
        assertThat(Screen.call(() -> rows().size())).isEqualTo(10);
        assertThat(text("#run-state")).startsWith("10 coins in");
    }

    @Test
    void escapeCancelsARun() {
        createDemo();
        Screen.run(() -> ((ToggleButton) node("#universe-all")).fire());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        workspace.release(5);
        Screen.await("5 rows", () -> rows().size() == 5);
        robot.push(KeyCode.ESCAPE);
        Screen.await("the run is being cancelled", () -> node("#cancel").isDisabled());
        workspace.release(1000);
        Screen.await("the run ends", () -> !node("#run").isDisabled());
        assertThat(text("#run-state")).startsWith("Cancelled after");
    }

    @Test
    void importedFilesAreReportedOneByOneBeforeTheWorkBegins() throws IOException {
        Path good = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path bad = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> window.importFiles(List.of(good, bad)));
        Screen.await(
                "the report",
                () -> find("#fill-continue") != null && node("#fill-continue").isVisible());
        assertThat(text("#fill-outcome")).isEqualTo("1 file imported, 1 not.");
        Screen.picture(window.stage(), 1280, 720, "report-light");
        click("#fill-continue");
        Screen.await("the form", () -> find("#run") != null);
        assertThat(text("#status-coins")).startsWith("1 coin");
        assertThat(Screen.call(() -> node("#demo-banner").isVisible())).isFalse();
    }

    @Test
    void everyControlOfTheFormIsReachedByTab() {
        createDemo();
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String id =
                    Screen.call(() -> window.stage().getScene().getFocusOwner().getId());
            if (id != null) {
                reached.add(id);
            }
            robot.push(KeyCode.TAB);
        }
        assertThat(reached)
                .contains(
                        "strategy",
                        "reset-parameters",
                        "param-period",
                        "param-oversold",
                        "param-overbought",
                        "universe-top",
                        "top-count",
                        "interval",
                        "from",
                        "to",
                        "capital",
                        "fee",
                        "slippage",
                        "fill",
                        "run",
                        "results",
                        "theme");
    }

    @Test
    void theArrowKeysChooseAmongTheUniverses() {
        createDemo();
        Screen.run(() -> node("#universe-top").requestFocus());
        robot.push(KeyCode.RIGHT);
        Screen.await("all is chosen", () -> ((ToggleButton) node("#universe-all")).isSelected());
        robot.push(KeyCode.RIGHT);
        Screen.await("a list is chosen", () -> ((ToggleButton) node("#universe-list")).isSelected());
        assertThat(text("#run-state")).startsWith("Name at least one symbol");
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        createDemo();
        List<String> silent = Screen.call(() -> {
            List<String> found = new ArrayList<>();
            for (Node node : window.stage().getScene().getRoot().lookupAll("*")) {
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
    void whatIsWrongIsSaidBesideTheFieldAndBesideRun() {
        createDemo();
        Screen.run(() -> ((TextField) node("#param-period")).setText("1"));
        assertThat(text("#param-period-problem")).isEqualTo(text("#run-state")).contains("from 2 to 1000");
        assertThat(disabled("#run")).isTrue();
        click("#reset-parameters");
        assertThat(disabled("#run")).isFalse();
    }

    @Test
    void rowsArrivingAboveDoNotMoveWhatTheUserLooksAt() {
        createDemo();
        Screen.run(() -> ((ToggleButton) node("#universe-all")).fire());
        click("#run");
        workspace.release(24);
        Screen.await("24 rows", () -> rows().size() == 24);
        Screen.run(() -> {
            sort();
            table().scrollTo(8);
        });
        Screen.settle();
        String before = Screen.call(this::firstVisible);
        workspace.release(6);
        Screen.await("30 rows", () -> rows().size() == COINS);
        Screen.settle();
        assertThat(Screen.call(this::firstVisible)).isEqualTo(before);
    }

    @Test
    void closingDuringARunEndsItAndThenClosesTheDatabase() {
        createDemo();
        Screen.run(() -> ((ToggleButton) node("#universe-all")).fire());
        click("#run");
        workspace.release(3);
        Screen.await("3 rows", () -> rows().size() == 3);
        Screen.run(window::close);
        assertThat(workspace.isClosed()).as("closed before the run is over").isFalse();
        workspace.release(1000);
        Screen.await("the window closes", () -> !window.stage().isShowing());
        assertThat(workspace.isClosed()).isTrue();
    }

    private void createDemo() {
        click("#create-demo");
        Screen.await("the form", () -> find("#run") != null);
    }

    private String firstVisible() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        return rows().get(flow.getFirstVisibleCell().getIndex()).symbol();
    }

    private void sort() {
        TableColumn<ResultRow, ?> column = table().getColumns().get(1);
        column.setSortType(TableColumn.SortType.DESCENDING);
        table().getSortOrder().setAll(List.of(column));
    }

    private List<Double> returns() {
        return Screen.call(() -> rows().stream()
                .map(r -> r.result().statistics().returns().totalReturnPct())
                .toList());
    }

    @SuppressWarnings("unchecked")
    private TableView<ResultRow> table() {
        return (TableView<ResultRow>) node("#results");
    }

    private List<ResultRow> rows() {
        return table().getItems();
    }

    private void click(String id) {
        Screen.run(() -> ((ButtonBase) node(id)).fire());
    }

    private boolean disabled(String id) {
        return Screen.call(() -> node(id).isDisabled());
    }

    private String text(String id) {
        return Screen.call(() -> ((Label) node(id)).getText());
    }

    private Node node(String id) {
        Node node = find(id);
        assertThat(node).as(id).isNotNull();
        return node;
    }

    private Node find(String id) {
        return window.stage().getScene().getRoot().lookup(id);
    }
}
