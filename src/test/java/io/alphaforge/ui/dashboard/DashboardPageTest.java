package io.alphaforge.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.DashboardFields;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.TableText;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The dashboard as it is used, on a real database file, by keyboard. */
@Timeout(120)
class DashboardPageTest {
    private static final int COINS = 40;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-21T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private DashboardStage stage;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        stage = new DashboardStage(home, CLOCK);
        new DemoUniverse(CLOCK)
                .write(
                        stage.workspace().bars(),
                        new DemoOptions(COINS, 400, Interval.D1, 1),
                        DemoListener.NONE,
                        () -> false);
        stage.open(COINS);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void coinsAreSortedByTurnoverAtFirstAndByWhatTheUserChoosesAtTheNextStart() {
        List<String> expected = rows().stream()
                .sorted(Comparator.comparingDouble(DashboardRow::turnover30d).reversed())
                .map(DashboardRow::symbol)
                .toList();
        assertThat(shown()).isEqualTo(expected);
        Screen.run(() -> {
            TableColumn<CoinLine, ?> quality = ColumnFit.named(stage.table(), "symbol");
            quality.setSortType(SortType.ASCENDING);
            stage.table().getSortOrder().setAll(List.of(quality));
        });
        stage.closePage();
        stage.open(COINS);
        assertThat(shown()).isSorted();
    }

    @Test
    void theFilterIsReachedAndLeftByKeys() {
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        String first = rows().getFirst().instrument().base();
        robot.write(first.toLowerCase(Locale.ROOT));
        Screen.await("one coin", () -> stage.table().getItems().size() == 1);
        assertThat(stage.node(Label.class, "#count").getText()).isEqualTo("1 of 40 coins");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        Screen.await("the coin opens", () -> stage.recorded().visited.size() == 1);
        assertThat(stage.recorded().visited)
                .containsExactly("coin " + rows().getFirst().symbol() + " 1d");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.ESCAPE);
        Screen.await("all coins", () -> stage.table().getItems().size() == COINS);
        assertThat(stage.node(TextField.class, "#filter").getText()).isEmpty();
    }

    @Test
    void aBlankInTheFilterGivesNoStarAndTheMenuActsOnWhatIsSelected() {
        Screen.run(() -> stage.table().getSelectionModel().clearAndSelect(1));
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("usdt demo");
        Screen.await(
                "the text",
                () -> stage.node(TextField.class, "#filter").getText().equals("usdt demo"));
        assertThat(stage.desk().watchlist().symbols()).isEmpty();
        Screen.run(() -> {
            stage.table().getSelectionModel().selectIndices(3, 5);
            stage.table().getContextMenu().show(stage.table(), 100, 100);
            stage.table().getContextMenu().getItems().stream()
                    .filter(item -> "backtest-coins".equals(item.getId()))
                    .forEach(item -> {
                        assertThat(item.getText()).isEqualTo("Backtest 3 coins");
                        item.fire();
                    });
            stage.table().getContextMenu().hide();
        });
        List<String> shown = shown();
        assertThat(stage.recorded().visited)
                .containsExactly("backtest " + shown.get(1) + "," + shown.get(3) + "," + shown.get(5));
    }

    @Test
    void aStarIsDrawnAsSoonAsItIsGivenWhereverThatIs() {
        String coin = shown().get(2);
        Color without = star(2);
        Screen.run(() -> stage.desk().watchlist().toggle(coin));
        Screen.settle();
        assertThat(star(2)).isNotEqualTo(without);
        Screen.run(() -> stage.desk().watchlist().toggle(coin));
        Screen.settle();
        assertThat(star(2)).isEqualTo(without);
    }

    /** The colour in the middle of a star as the table has drawn it; a snapshot alone would not draw it anew. */
    private Color star(int row) {
        return Screen.call(() -> {
            Image cell = Drawn.picture(stage.table(), row, "star");
            return cell.getPixelReader().getColor((int) cell.getWidth() / 2, (int) cell.getHeight() / 2);
        });
    }

    @Test
    void spaceGivesAStarThatIsThereAtTheNextStart() {
        robot.push(KeyCode.SPACE);
        String starred = shown().getFirst();
        Screen.await("the star", () -> stage.desk().watchlist().contains(starred));
        stage.closePage();
        stage.open(COINS);
        Screen.run(() -> stage.node(ToggleButton.class, "#scope-watchlist").fire());
        assertThat(shown()).containsExactly(starred);
        robot.push(KeyCode.SPACE);
        Screen.await("no star", () -> stage.desk().watchlist().symbols().isEmpty());
        assertThat(stage.node(Label.class, "#empty").getText()).startsWith("No coin is on the watchlist.");
    }

    @Test
    void whatIsCopiedIsWhatIsSelected() {
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        Screen.await("a text", () -> Clipboard.getSystemClipboard().hasString());
        String text = Screen.call(() -> Clipboard.getSystemClipboard().getString());
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .isEqualTo("Coin\tPrice\t24 h %\t7 d %\tVolume 24 h\tTurnover 30 d\tFrom high %\tNewest bar\tQuality");
        assertThat(lines.get(1)).startsWith(shown().get(0) + "\t");
        assertThat(lines.get(2)).startsWith(shown().get(1) + "\t").contains("\t2025-11-20\t");
    }

    @Test
    void theExportHasTheShownRowsInTheirOrderWithEveryField() throws IOException {
        Path file = home.resolve("coins.csv");
        stage.exportTo(file);
        Screen.run(() -> stage.node(TextField.class, "#filter").setText("a"));
        List<String> shown = shown();
        assertThat(shown.size()).isBetween(2, COINS - 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        Screen.await("the notice", () -> !stage.recorded().notices.isEmpty());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .isEqualTo(String.join(
                        ",",
                        DashboardFields.all().stream()
                                .map(field -> field.name())
                                .toList()));
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .isEqualTo(shown);
        DashboardRow top = rows().stream()
                .filter(row -> row.symbol().equals(shown.getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(lines.get(1).split(",", -1)[4]).isEqualTo(Double.toString(top.price()));
    }

    @Test
    void columnsAreChosenByKeyboardAndKept() {
        Screen.run(() -> stage.node(Button.class, "#columns").requestFocus());
        robot.push(KeyCode.SPACE);
        Screen.await("the list", DashboardPageTest::choosing);
        // The list begins with star, symbol and name.
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        Screen.await("the column", () -> ColumnFit.named(stage.table(), "name").isVisible());
        robot.push(KeyCode.ESCAPE);
        Screen.await("the list is closed", () -> !choosing());
        stage.closePage();
        stage.open(COINS);
        assertThat(ColumnFit.named(stage.table(), "name").isVisible()).isTrue();
    }

    @Test
    void theLastColumnCannotBeHidden() {
        Screen.run(() -> {
            stage.table()
                    .getColumns()
                    .forEach(column -> column.setVisible(column.getId().equals("price")));
            stage.page().actions().stream()
                    .filter(action -> action.title().startsWith("Choose columns"))
                    .forEach(action -> action.run().run());
            CheckBox price = (CheckBox) popup().getScene().lookup("#column-price");
            CheckBox bars = (CheckBox) popup().getScene().lookup("#column-bars");
            assertThat(price.isDisabled()).isTrue();
            bars.fire();
            assertThat(price.isDisabled()).isFalse();
            popup().hide();
        });
    }

    @Test
    void tilesTellTheMarket() {
        MarketSummary summary = MarketSummary.of(rows());
        assertThat(stage.node(Label.class, "#breadth-up").getText())
                .isEqualTo(Integer.toString(summary.breadth().advancing()));
        assertThat(stage.node(Label.class, "#breadth-down").getText())
                .isEqualTo(Integer.toString(summary.breadth().declining()));
        assertThat(stage.node(Label.class, "#tile-newest").getText()).isEqualTo("9 h old");
        assertThat(stage.node(Label.class, "#tile-newest-detail").getText()).isEqualTo("2025-11-20 UTC");
        assertThat(stage.node(Label.class, "#tile-cache").getText()).isEqualTo("–");
        assertThat(stage.node(Label.class, "#demo-banner").isVisible()).isTrue();
    }

    @Test
    void rowsStayWhereTheyAreWhenTheTilesCome() {
        Screen.run(() -> {
            VBox page = (VBox) stage.page().node();
            HBox tiles = stage.node(HBox.class, "#market-tiles");
            double above = stage.table().getLayoutY();
            page.getChildren().set(page.getChildren().indexOf(tiles), MarketTiles.room());
            page.applyCss();
            page.layout();
            assertThat(stage.table().getLayoutY()).isEqualTo(above);
        });
    }

    @Test
    void dailyBarsKeepTheirDayOfUtcInTilesAndTableInEveryZone() {
        Screen.run(() -> stage.desk().times().zone().set(ZoneId.of("Asia/Tokyo")));
        Screen.settle();
        assertThat(stage.node(Label.class, "#tile-newest-detail").getText()).isEqualTo("2025-11-20 UTC");
        Screen.run(() -> assertThat(TableText.of(stage.table())).contains("\t2025-11-20\t"));
    }

    @Test
    void theSelectedCoinStaysSelectedWhenTheRowsAreReadAgain() {
        Screen.run(() -> stage.table().getSelectionModel().clearAndSelect(7));
        CoinLine before = Screen.call(() -> stage.table().getSelectionModel().getSelectedItem());
        robot.push(KeyCode.F5);
        Screen.await("new rows", () -> !stage.table().getItems().contains(before));
        CoinLine after = Screen.call(() -> stage.table().getSelectionModel().getSelectedItem());
        assertThat(after.symbol()).isEqualTo(before.symbol());
    }

    @Test
    void aClosedPageIsForgottenWithItsRows() throws InterruptedException {
        WeakReference<DashboardPage> page = new WeakReference<>(stage.page());
        WeakReference<Object> line =
                new WeakReference<>(stage.table().getItems().getFirst());
        WeakReference<Object> model = new WeakReference<>(stage.page().model());
        stage.closePage();
        for (int i = 0; i < 50 && (page.get() != null || line.get() != null || model.get() != null); i++) {
            System.gc();
            Screen.settle();
        }
        assertThat(page.get()).isNull();
        assertThat(model.get()).isNull();
        assertThat(line.get()).isNull();
    }

    private List<DashboardRow> rows() {
        return stage.workspace().bars().dashboard();
    }

    private List<String> shown() {
        return Screen.call(
                () -> stage.table().getItems().stream().map(CoinLine::symbol).toList());
    }

    private static boolean choosing() {
        return choosers().count() > 0;
    }

    private static PopupWindow popup() {
        return choosers().findFirst().orElseThrow();
    }

    private static Stream<PopupWindow> choosers() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(window -> window.isShowing() && window.getScene().lookup("#columns-reset") != null);
    }
}
