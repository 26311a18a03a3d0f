package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the backtest workspace in both themes, to be looked at. */
@Timeout(180)
class BacktestPicturesTest {
    private static final int COINS = 243;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void beforeARunAndWithInvalidFields(Theme theme) {
        ShownPage shown = new ShownPage(new ScriptedBacktests(rows(), failures()), contents(), theme);
        pictures(shown, "ready", theme);
        Screen.run(() -> {
            BacktestForm form = shown.model.form();
            form.parameters().getFirst().text().set("1");
            form.parameters().get(1).text().set("thirty");
            form.universe().choice().set(UniverseChoice.LISTED);
            form.universe().listed().text().set("BTCUSDT, NOPEUSDT");
            form.range().from().text().set("31.1.2024");
            form.fee().text().set("60");
            shown.page.focus();
        });
        pictures(shown, "invalid", theme);
        assertThat(shown.text("#param-period-problem")).contains("from 2 to 1000");
        shown.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whileARunGoesOnAndWhenItIsDone(Theme theme) {
        ScriptedBacktests service = new ScriptedBacktests(rows(), failures());
        ShownPage shown = new ShownPage(service, contents(), theme);
        Screen.run(() -> {
            shown.model.form().universe().choice().set(UniverseChoice.ALL);
            shown.model.run();
        });
        service.release(97);
        Screen.await("97 rows", () -> shown.model.shown().rows().size() == 97);
        Screen.run(() -> sort(shown, 1));
        pictures(shown, "running", theme);
        service.release(COINS);
        Screen.await("the end", () -> shown.model.phase().get() == Phase.ENDED);
        pictures(shown, "done", theme);
        shown.picture(2560, 1440, "backtest-done-" + name(theme));
        Screen.run(() -> {
            TableView<ResultRow> table = table(shown);
            ResultRow idle = table.getItems().stream()
                    .filter(row -> !RowFilter.noteOf(row).isEmpty())
                    .findFirst()
                    .orElseThrow();
            table.getSelectionModel().select(idle);
            table.scrollTo(table.getItems().indexOf(idle) - 4);
            table.scrollToColumnIndex(17);
        });
        shown.picture(1280, 720, "backtest-right-" + name(theme));
        Screen.run(
                () -> ((TabPane) shown.node("#result-tabs")).getSelectionModel().select(1));
        shown.picture(1280, 720, "backtest-failed-" + name(theme));
        shown.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void choosingCoinsAndNamingAPreset(Theme theme) {
        ShownPage shown = new ShownPage(new ScriptedBacktests(rows(), failures()), contents(), theme);
        Screen.run(() -> {
            shown.model.presets().save("RSI daily, majors");
            shown.model.form().strategy().set(Strategies.named("sma-cross"));
            shown.model.form().universe().choice().set(UniverseChoice.LISTED);
        });
        Screen.await("the preset", () -> shown.model.presets().list().size() == 1);
        SymbolPicker picker = new SymbolPicker(shown.model.form().universe().listed());
        SymbolPickerPane pane = Screen.call(() -> new SymbolPickerPane(picker));
        Screen.run(() -> {
            picker.open(shown.model.contents().get());
            picker.tick("BTCUSDT").set(true);
            picker.tick("AAVEUSDT").set(true);
            picker.tick("ADAUSDT").set(true);
            shown.page.actions().getLast().run().run();
            over(shown, pane.node(), 300);
        });
        shown.picture(1280, 720, "backtest-picker-" + name(theme));
        shown.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theStrategiesWithWhatTheyDo(Theme theme) {
        ShownPage shown = new ShownPage(new ScriptedBacktests(rows(), failures()), contents(), theme);
        Screen.run(() -> {
            ComboBox<?> strategies = (ComboBox<?>) shown.node("#strategy");
            strategies.show();
            Node list = ((ComboBoxListViewSkin<?>) strategies.getSkin()).getPopupContent();
            strategies.hide();
            over(shown, list, 120);
        });
        shown.picture(1280, 720, "backtest-strategies-" + name(theme));
        shown.close();
    }

    /** Shows over the page what would be in a popup, beside the form. */
    private static void over(ShownPage shown, Node content, double y) {
        StackPane popup = new StackPane(content);
        popup.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        popup.setStyle("-fx-background-color: -color-border-default, -color-bg-overlay; -fx-background-insets: 0, 1;");
        StackPane.setAlignment(popup, Pos.TOP_LEFT);
        StackPane.setMargin(popup, new Insets(y - 48, 0, 0, 272));
        ((BorderPane) shown.stage.getScene().getRoot()).setCenter(new StackPane(shown.page.node(), popup));
    }

    private static void pictures(ShownPage shown, String what, Theme theme) {
        shown.picture(1280, 720, "backtest-" + what + "-" + name(theme));
        if (theme == Theme.DARK) {
            shown.picture(1920, 1080, "backtest-" + what + "-" + name(theme));
        }
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static void sort(ShownPage shown, int column) {
        TableColumn<ResultRow, ?> chosen = table(shown).getColumns().get(column);
        chosen.setSortType(TableColumn.SortType.DESCENDING);
        table(shown).getSortOrder().setAll(List.of(chosen));
    }

    @SuppressWarnings("unchecked")
    private static TableView<ResultRow> table(ShownPage shown) {
        return (TableView<ResultRow>) shown.node("#results");
    }

    private static List<ResultRow> rows() {
        List<ResultRow> rows = new ArrayList<>();
        for (String symbol : Rows.symbols(COINS)) {
            rows.add(Rows.lifelike(symbol, rows.size() % 5 == 0, false));
        }
        return rows;
    }

    private static List<RunEvent.Failed> failures() {
        return List.of(
                new RunEvent.Failed("", "LUNAUSDT", "No bars between 2024-01-01 and 2024-12-31."),
                new RunEvent.Failed(
                        "", "FTTUSDT", "The series is corrupt: close is −1.0 on 2022-11-09; import it again."),
                new RunEvent.Failed(
                        "",
                        "NEWUSDT",
                        "Too few bars: only the one of 2024-10-04 is in range; a backtest needs" + " at least 2."));
    }

    private static StoreContents contents() {
        return StoreContents.of(Rows.series(Rows.symbols(COINS), false));
    }
}
