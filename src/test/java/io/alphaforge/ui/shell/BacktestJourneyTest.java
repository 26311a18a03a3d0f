package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.table.PaintedSkin;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The backtest workspace in the real window on a real database file. */
@Timeout(180)
class BacktestJourneyTest {
    private static final int COINS = TestWindow.COINS;

    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final FxRobot robot = new FxRobot();
    private TestWindow at;

    @BeforeEach
    void open() {
        at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.BACKTEST);
    }

    @AfterEach
    void close() {
        workspace.release(1000);
        at.close();
        assertThat(workspace.isClosed()).isTrue();
    }

    @Test
    void rowsStreamInCanBeSortedMeanwhileSurviveACancelAndComeFromTheCacheAgain() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(10);
        Screen.await("10 rows", () -> at.rows().size() == 10);
        assertThat(at.disabled("#cancel"))
                .as("cancel is offered while the run goes on")
                .isFalse();
        assertThat(at.text("#progress-text")).startsWith("10 / " + COINS);

        ResultRow chosen = Screen.call(() -> {
            at.sortByReturn();
            at.results().getSelectionModel().select(5);
            return at.results().getSelectionModel().getSelectedItem();
        });
        workspace.release(10);
        Screen.await("20 rows", () -> at.rows().size() == 20);
        assertThat(returns()).isSortedAccordingTo(Comparator.reverseOrder());
        Screen.run(() ->
                assertThat(at.results().getSelectionModel().getSelectedItems()).containsExactly(chosen));

        Screen.run(() -> ((Button) at.node("#cancel")).fire());
        workspace.release(1000);
        Screen.await("the run ends", () -> !at.node("#run").isDisabled());
        List<ResultRow> kept = Screen.call(() -> List.copyOf(at.rows()));
        assertThat(kept).hasSizeBetween(20, COINS - 1);
        assertThat(at.text("#run-state")).startsWith("Cancelled after " + kept.size() + " of " + COINS);

        at.click("#run");
        Screen.await(
                "the run ends",
                () -> at.rows().size() == COINS && !at.node("#run").isDisabled());
        assertThat(at.text("#tile-cached")).isEqualTo(Integer.toString(kept.size()));
        assertThat(returns()).isSortedAccordingTo(Comparator.reverseOrder());

        at.click("#run");
        Screen.await(
                "the run ends",
                () -> at.rows().size() == COINS && !at.node("#run").isDisabled());
        assertThat(Screen.call(() -> List.copyOf(at.rows()))).allMatch(ResultRow::cached);
        assertThat(at.text("#tile-cached")).isEqualTo(Integer.toString(COINS));
    }

    @Test
    void demoCoinsAreMarkedAsSuch() {
        assertThat(at.text("#demo-banner")).startsWith("Demo data: synthetic coins");
        assertThat(at.text("#status-coins")).startsWith(COINS + " coins");
        assertThat(at.text("#status-location")).contains("alphaforge.duckdb");
    }

    @Test
    void escapeCancelsARun() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        workspace.release(5);
        Screen.await("5 rows", () -> at.rows().size() == 5);
        robot.push(KeyCode.ESCAPE);
        Screen.await("the run is being cancelled", () -> at.node("#cancel").isDisabled());
        workspace.release(1000);
        Screen.await("the run ends", () -> !at.node("#run").isDisabled());
        assertThat(at.text("#run-state")).startsWith("Cancelled after");
    }

    @Test
    void escapeCancelsAPausedRunWhereverTheKeyboardIs() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        for (String place : List.of("#param-period", "#strategy", "#results", "#result-filter")) {
            at.click("#run");
            Screen.await("the run", () -> !at.node("#pause").isDisabled());
            at.pause(workspace);
            Screen.run(() -> at.node(place).requestFocus());
            robot.push(KeyCode.ESCAPE);
            workspace.release(1000);
            Screen.await(
                    "the run ends, with the keyboard in " + place,
                    () -> !at.node("#run").isDisabled());
            workspace.hold();
            assertThat(at.text("#run-state")).as(place).startsWith("Cancelled after");
            clearCache();
        }
    }

    @Test
    void escapeBelongsFirstToWhatIsTypedIntoTheFilter() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(5);
        Screen.await("5 rows", () -> at.rows().size() == 5);
        Screen.run(() -> {
            TextField filter = (TextField) at.node("#result-filter");
            filter.setText("BI");
            filter.requestFocus();
        });
        robot.push(KeyCode.ESCAPE);
        Screen.settle();
        assertThat(Screen.call(() -> ((TextField) at.node("#result-filter")).getText()))
                .isEmpty();
        assertThat(at.disabled("#cancel")).as("the run goes on").isFalse();
        robot.push(KeyCode.ESCAPE);
        Screen.await("the run is being cancelled", () -> at.node("#cancel").isDisabled());
    }

    @Test
    void escapeClosesWhatIsOpenOverThePageBeforeItCancelsARun() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        Map<String, Runnable> openings = new LinkedHashMap<>();
        openings.put(
                "the columns of the results",
                () -> Screen.run(() -> {
                    at.results().requestFocus();
                    ((Button) at.node("#columns")).fire();
                }));
        openings.put("the menu of a row", () -> open("#results", KeyCode.SHIFT, KeyCode.F10));
        openings.put("the palette", () -> open("#results", KeyCode.CONTROL, KeyCode.K));
        openings.forEach((what, opening) -> {
            at.click("#run");
            workspace.release(3);
            Screen.await("3 rows, " + what, () -> at.rows().size() == 3);
            opening.run();
            Screen.await(what + " is open", this::isCovered);
            robot.push(KeyCode.ESCAPE);
            Screen.await(what + " is closed", () -> !isCovered());
            Screen.settle();
            assertThat(at.disabled("#cancel")).as("the run goes on, " + what).isFalse();
            robot.push(KeyCode.ESCAPE);
            Screen.await(
                    "the run is being cancelled, " + what,
                    () -> at.node("#cancel").isDisabled());
            workspace.release(1000);
            Screen.await("the run ends, " + what, () -> !at.node("#run").isDisabled());
            workspace.hold();
            clearCache();
        });
    }

    private void open(String place, KeyCode... keys) {
        Screen.run(() -> at.node(place).requestFocus());
        robot.push(keys);
    }

    private boolean isCovered() {
        return at.node("#overlay").isVisible()
                || Window.getWindows().stream()
                        .anyMatch(window -> window instanceof PopupWindow && !(window instanceof Tooltip));
    }

    /** So that the next run has something to compute. */
    private void clearCache() {
        workspace.current().cache().clear();
    }

    @Test
    void everyControlOfTheFormIsReachedByTab() {
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String id = Screen.call(
                    () -> at.window.stage().getScene().getFocusOwner().getId());
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
        Screen.run(() -> at.node("#universe-top").requestFocus());
        robot.push(KeyCode.RIGHT);
        Screen.await("all is chosen", () -> ((ToggleButton) at.node("#universe-all")).isSelected());
        robot.push(KeyCode.RIGHT);
        Screen.await("a list is chosen", () -> ((ToggleButton) at.node("#universe-list")).isSelected());
        assertThat(at.text("#run-state")).startsWith("Name at least one symbol");
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        List<String> silent = Screen.call(() -> {
            List<String> found = new ArrayList<>();
            for (Node node : at.window.stage().getScene().getRoot().lookupAll("*")) {
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
        Screen.run(() -> ((TextField) at.node("#param-period")).setText("1"));
        assertThat(at.text("#param-period-problem"))
                .isEqualTo(at.text("#run-state"))
                .contains("from 2 to 1000");
        assertThat(at.disabled("#run")).isTrue();
        at.click("#reset-parameters");
        assertThat(at.disabled("#run")).isFalse();
    }

    @Test
    void rowsArrivingAboveDoNotMoveWhatTheUserLooksAt() {
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(24);
        Screen.await("24 rows", () -> at.rows().size() == 24);
        Screen.run(() -> {
            at.sortByReturn();
            at.results().scrollTo(8);
        });
        Screen.settle();
        String before = Screen.call(this::firstVisible);
        workspace.release(6);
        Screen.await("30 rows", () -> at.rows().size() == COINS);
        Screen.settle();
        assertThat(Screen.call(this::firstVisible)).isEqualTo(before);
    }

    private String firstVisible() {
        return at.rows().get(PaintedSkin.of(at.results()).firstRow()).symbol();
    }

    private List<Double> returns() {
        return Screen.call(() -> at.rows().stream()
                .map(r -> r.result().statistics().returns().totalReturnPct())
                .toList());
    }
}
