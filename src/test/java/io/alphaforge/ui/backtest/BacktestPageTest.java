package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;

@Timeout(120)
class BacktestPageTest {
    private static final List<ResultRow> ROWS =
            Rows.symbols(40).stream().map(s -> Rows.lifelike(s, false, false)).toList();

    private final FxRobot robot = new FxRobot();
    private final ScriptedBacktests service =
            new ScriptedBacktests(ROWS, List.of(new RunEvent.Failed("", "GONEUSDT", "No bars in the range.")));
    private ShownPage shown;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        shown = new ShownPage(service, StoreContents.of(Rows.series(Rows.symbols(40), false)), Theme.LIGHT);
        Screen.run(shown.page::focus);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void theKeysOfTheShownPageRunFilterAndName() {
        service.release(40);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Screen.await("the end", () -> shown.model.phase().get() == Phase.ENDED);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(Screen.call(() -> shown.node("#result-filter").isFocused())).isTrue();
        robot.write("btc");
        Screen.await("one row", () -> table().getItems().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(Screen.call(() -> shown.node("#preset-name").isFocused())).isTrue();
        robot.write("Mine");
        robot.push(KeyCode.ENTER);
        Screen.await("the preset", () -> shown.model.presets().list().size() == 1);
        assertThat(shown.model.presets().current().get()).isEqualTo("Mine");
        assertThat(Screen.call(() -> shown.node("#preset-naming").isVisible())).isFalse();
    }

    @Test
    void theMenuOfTheRowsOpensStarsAndNamesWhatIsSelected() {
        service.release(40);
        Screen.run(shown.model::run);
        Screen.await("the end", () -> shown.model.phase().get() == Phase.ENDED);
        ContextMenu menu = Screen.call(() -> table().getContextMenu());
        Screen.run(() -> table().requestFocus());
        robot.clickOn(Screen.call(() -> Drawn.middle(table(), 2, "symbol")), MouseButton.SECONDARY);
        Screen.await("the menu", menu::isShowing);
        String symbol = Screen.call(() -> table().getItems().get(2).symbol());
        assertThat(Screen.call(() -> texts(menu)))
                .containsExactly(
                        "Open " + symbol + " (Enter)",
                        "Add to the watchlist",
                        "Copy as text (Ctrl+C)",
                        "Export all rows as CSV… (Ctrl+E)");
        Screen.run(() -> menu.getItems().getFirst().fire());
        Screen.await("the coin", () -> !shown.recorded.visited.isEmpty());
        assertThat(shown.recorded.visited).containsExactly("coin " + symbol + " 1d");
        Screen.run(() -> {
            menu.getItems().get(1).fire();
            menu.hide();
            table().getSelectionModel().selectIndices(2, 3);
        });
        assertThat(shown.recorded.desk().watchlist().symbols()).containsExactly(symbol);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        Screen.await("the menu", menu::isShowing);
        assertThat(Screen.call(() -> texts(menu))).contains("Add 2 coins to the watchlist");
        Screen.picture(menu, "menu-result-light");
        Screen.run(() -> menu.getItems().get(1).fire());
        assertThat(shown.recorded.desk().watchlist().symbols()).hasSize(2);
        Screen.run(menu::hide);
    }

    private static List<String> texts(ContextMenu menu) {
        return menu.getItems().stream()
                .map(MenuItem::getText)
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    @Test
    void enterOpensTheCoinOfTheSelectedRow() {
        service.release(40);
        Screen.run(shown.model::run);
        Screen.await("the end", () -> shown.model.phase().get() == Phase.ENDED);
        Screen.run(() -> {
            table().getSelectionModel().select(ROWS.get(2));
            table().requestFocus();
        });
        robot.push(KeyCode.ENTER);
        Screen.await("the coin", () -> !shown.recorded.visited.isEmpty());
        assertThat(shown.recorded.visited).containsExactly("coin " + ROWS.get(2).symbol() + " 1d");
    }

    @Test
    void rowsComingInStealNeitherSelectionNorPlace() {
        service.release(35);
        Screen.run(shown.model::run);
        Screen.await("35 rows", () -> table().getItems().size() == 35);
        ResultRow chosen = Screen.call(() -> {
            TableColumn<ResultRow, ?> returns = table().getColumns().get(1);
            returns.setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(returns));
            table().getSelectionModel().select(7);
            return table().getSelectionModel().getSelectedItem();
        });
        service.release(5);
        Screen.await("the end", () -> shown.model.phase().get() == Phase.ENDED);
        assertThat(Screen.call(() -> List.copyOf(table().getSelectionModel().getSelectedItems())))
                .containsExactly(chosen);
    }

    @Test
    void aReopenedRunIsMarkedWithItsTimeInTheZoneThatIsChosen() {
        RunSpec spec = Screen.call(() -> shown.model.form().spec().orElseThrow());
        RunSummary summary = new RunSummary("id", RunSummary.Status.FINISHED, 40, 40, 0, 0, 900, 3);
        Screen.run(() -> shown.page.reopen(new ArchivedRun(
                new ArchivedRun.Header(1_700_000_000_000L, "", spec, summary, ReturnSummary.of(ROWS), "e"),
                ROWS,
                Map.of())));
        assertThat(shown.text("#as-of")).isEqualTo("as of 2023-11-14 22:13 UTC");
        Screen.run(() -> shown.recorded.desk().times().zone().set(ZoneId.of("Europe/Berlin")));
        assertThat(shown.text("#as-of")).isEqualTo("as of 2023-11-14 23:13 +01:00");
        assertThat(shown.text("#run-state")).isEqualTo("40 coins in 0.9 s");
        assertThat(Screen.call(() -> table().getItems().size())).isEqualTo(40);
    }

    @Test
    void aFieldResetsItselfAndItsMarkGoesWithTheProblem() {
        Screen.run(() -> ((TextField) shown.node("#param-period")).setText("1"));
        Screen.settle();
        assertThat(Screen.call(() -> shown.node("#param-period").lookup(".invalid-mark")))
                .isNotNull();
        assertThat(Screen.call(() -> shown.node("#run").isDisabled())).isTrue();
        Screen.run(() -> ((ButtonBase) shown.node("#param-period-reset")).fire());
        Screen.settle();
        assertThat(Screen.call(() -> ((TextField) shown.node("#param-period")).getText()))
                .isEqualTo("14");
        assertThat(Screen.call(() -> shown.node("#param-period").lookup(".invalid-mark")))
                .isNull();
        assertThat(Screen.call(() -> shown.node("#param-period-reset").isVisible()))
                .isFalse();
        assertThat(Screen.call(() -> shown.node("#run").isDisabled())).isFalse();
    }

    @Test
    void coinsAreSearchedAndTickedWithTheKeyboardAlone() {
        SymbolPicker picker = new SymbolPicker(shown.model.form().universe().listed());
        SymbolPickerPane pane = Screen.call(() -> new SymbolPickerPane(picker));
        Screen.run(() -> {
            picker.open(shown.model.contents().get());
            ((javafx.scene.layout.BorderPane) shown.stage.getScene().getRoot()).setRight(pane.node());
            pane.focus();
        });
        robot.write("sol");
        robot.push(KeyCode.ENTER);
        Screen.await("one coin", () -> picker.count().get().equals("1 of 40 coins"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.DOWN);
        assertThat(Screen.call(() -> ((ListView<?>) shown.node("#picker-list")).isFocused()))
                .isTrue();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        Screen.await("three coins", () -> picker.count().get().equals("3 of 40 coins"));
        assertThat(shown.model.form().universe().listed().text().get())
                .isEqualTo("1000PEPEUSDT, 1000SHIBUSDT, SOLUSDT");
    }

    @Test
    void theFocusGoesFromTheFormToTheRunAndThenToTheRows() {
        Screen.run(() -> {
            shown.model.form().universe().choice().set(UniverseChoice.ALL);
            shown.node("#use-cache").requestFocus();
        });
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            robot.push(KeyCode.TAB);
            String id = Screen.call(() -> shown.stage.getScene().getFocusOwner().getId());
            if (id != null) {
                order.add(id);
            }
        }
        assertThat(order).containsSubsequence("run", "run-every-fill", "results");
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        Set<String> silent = Screen.call(() -> {
            Set<String> found = new HashSet<>();
            for (Node node : shown.page.node().lookupAll("*")) {
                boolean text = node instanceof CheckBox box && !box.getText().isEmpty();
                boolean control = node instanceof Button
                        || node instanceof TextField
                        || node instanceof ToggleButton
                        || node instanceof ComboBox
                        || node instanceof CheckBox
                        || node instanceof TableView;
                if (control && !text && node.isFocusTraversable() && node.getAccessibleText() == null) {
                    found.add(node.toString());
                }
            }
            return found;
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void columnsAreFoundAgainAsTheyWereLeft() {
        Screen.run(() -> table().getColumns().get(3).setVisible(false));
        Screen.await(
                "kept",
                () -> !shown.recorded
                        .desk()
                        .preferences()
                        .list("backtest.columns")
                        .isEmpty());
        assertThat(shown.recorded.desk().preferences().list("backtest.columns"))
                .anyMatch(line -> line.startsWith("excess") && line.endsWith("hidden"));
    }

    @Test
    void nothingThatLivesOnRefersToAClosedPage() {
        RecordedDesk desk = new RecordedDesk(Runnable::run, PulseScheduler.javaFx(), Clock.systemUTC());
        List<WeakReference<Object>> gone = opened(desk);
        for (int i = 0; i < 100 && gone.stream().anyMatch(reference -> reference.get() != null); i++) {
            System.gc();
            Screen.settle();
        }
        assertThat(gone).extracting(WeakReference::get).containsOnlyNulls();
        assertThat(desk.desk().jobs().running()).isEmpty();
    }

    /** What a page that was shown, used and closed was made of. */
    private List<WeakReference<Object>> opened(RecordedDesk desk) {
        ShownPage own =
                new ShownPage(service, StoreContents.of(Rows.series(Rows.symbols(5), false)), Theme.LIGHT, desk);
        service.release(40);
        Screen.run(own.model::run);
        Screen.await("the end", () -> own.model.phase().get() == Phase.ENDED);
        own.close();
        return List.of(
                new WeakReference<>(own.page),
                new WeakReference<>(own.model),
                new WeakReference<>(own.model.shown()),
                new WeakReference<>(own.page.node()));
    }

    @SuppressWarnings("unchecked")
    private TableView<ResultRow> table() {
        return (TableView<ResultRow>) shown.node("#results");
    }
}
