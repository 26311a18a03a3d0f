package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.kit.table.PaintedSkin;
import io.alphaforge.ui.kit.table.RowLook;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A table that draws its rows is used like any other: with mouse and keyboard, in a real window. */
class PaintedTableTest {
    private static final int COINS = 50;

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private TableView<Coin> table;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void show() {
        table = Screen.call(TableFixture::table);
        stage = Screen.call(() -> {
            SortedList<Coin> sorted = new SortedList<>(FXCollections.observableArrayList(IntStream.range(0, COINS)
                    .mapToObj(i -> new Coin("C%02d".formatted(i), 1, i % 7, i, i % 3, Column.of()))
                    .toList()));
            sorted.comparatorProperty().bind(table.comparatorProperty());
            table.setItems(sorted);
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            PaintedTable.install(table, 28, RowLook.plain(coin -> opened.add(coin.symbol())));
            return TableFixture.window(new VBox(new Button("before"), table, new Button("after")), 560, 360);
        });
        Screen.settle();
    }

    @AfterEach
    void close() {
        Screen.run(stage::close);
    }

    @Test
    void clicksSelectAsInEveryTableAndADoubleClickOpens() {
        click(2);
        assertThat(selected()).containsExactly("C02");
        assertThat(Screen.call(table::isFocused)).isTrue();
        click(place(5), true, false);
        assertThat(selected()).containsExactly("C02", "C03", "C04", "C05");
        click(place(3), false, true);
        click(place(7), false, true);
        assertThat(selected()).containsExactly("C02", "C04", "C05", "C07");
        robot.clickOn(place(7), MouseButton.SECONDARY);
        assertThat(selected()).as("the menu is about what is selected").hasSize(4);
        robot.clickOn(place(1), MouseButton.SECONDARY);
        assertThat(selected()).containsExactly("C01");
        robot.doubleClickOn(place(4));
        Screen.await("the coin", () -> !opened.isEmpty());
        assertThat(opened).containsExactly("C04");
        assertThat(selected()).containsExactly("C04");
    }

    @Test
    void keysMoveSelectAndScroll() {
        click(0);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        assertThat(selected()).containsExactly("C02");
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(selected()).containsExactly("C02", "C03");
        robot.push(KeyCode.END);
        assertThat(selected()).containsExactly("C49");
        assertThat(onScreen(49)).isTrue();
        robot.push(KeyCode.UP);
        assertThat(selected()).containsExactly("C48");
        robot.push(KeyCode.HOME);
        assertThat(selected()).containsExactly("C00");
        assertThat(Screen.call(() -> PaintedSkin.of(table).scrolled())).isZero();
        robot.push(KeyCode.UP);
        assertThat(selected()).as("there is none above").containsExactly("C00");
        robot.push(KeyCode.PAGE_DOWN);
        int page = Screen.call(() -> table.getSelectionModel().getSelectedIndex());
        assertThat(page).isBetween(4, 12);
        robot.push(KeyCode.PAGE_UP);
        assertThat(selected()).containsExactly("C00");
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        assertThat(selected()).as("the keyboard moves alone").containsExactly("C00");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(selected()).containsExactly("C00", "C02");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).hasSize(COINS);
        robot.push(KeyCode.TAB);
        assertThat(Screen.call(table::isFocused)).as("Tab leaves").isFalse();
    }

    @Test
    void clicksOnAHeadingSortInItsOwnWayThenTheOtherThenNotAtAll() {
        robot.clickOn(heading("volume"));
        assertThat(first()).as("figures: the highest first").isEqualTo("C49");
        robot.clickOn(heading("volume"));
        assertThat(first()).isEqualTo("C00");
        assertThat(Screen.call(() -> table.getSortOrder().size())).isEqualTo(1);
        robot.clickOn(heading("volume"));
        assertThat(Screen.call(() -> table.getSortOrder().isEmpty())).isTrue();
        robot.clickOn(heading("change"));
        assertThat(first()).isEqualTo("C06");
        click(heading("volume"), true, false);
        assertThat(Screen.call(() ->
                        table.getSortOrder().stream().map(TableColumn::getId).toList()))
                .containsExactly("change", "volume");
        assertThat(first()).as("of equal changes the highest volume").isEqualTo("C48");
        robot.clickOn(heading("symbol"));
        assertThat(first()).isEqualTo("C00");
        assertThat(Screen.call(() -> table.getSortOrder().size())).isEqualTo(1);
        robot.clickOn(heading("closes"));
        assertThat(Screen.call(() -> table.getSortOrder().getFirst().getId()))
                .as("lines have no order")
                .isEqualTo("symbol");
    }

    @Test
    void anEdgeOfAHeadingIsDraggedForTheWidthAndADoubleClickThereFits() {
        Bounds heading =
                Screen.call(() -> table.localToScreen(PaintedSkin.of(table).heading(Drawn.column(table, "symbol"))));
        Point2D edge = new Point2D(heading.getMaxX() - 1, heading.getCenterY());
        robot.drag(edge).dropBy(60, 0);
        Screen.settle();
        assertThat(width("symbol")).isEqualTo(180);
        robot.drag(edge.add(60, 0)).dropBy(-400, 0);
        Screen.settle();
        assertThat(width("symbol")).as("no narrower than it may be").isEqualTo(48);
        robot.doubleClickOn(new Point2D(heading.getMinX() + 47, heading.getCenterY()));
        Screen.settle();
        assertThat(width("symbol")).as("as wide as what is in it").isBetween(49.0, 100.0);
        assertThat(Screen.call(() -> table.getSortOrder().isEmpty()))
                .as("nothing was sorted")
                .isTrue();
    }

    @Test
    void aHeadingIsDraggedToAnotherPlace() {
        robot.drag(heading("symbol")).dropTo(heading("change").add(30, 0));
        Screen.settle();
        assertThat(Screen.call(() ->
                        table.getColumns().stream().map(TableColumn::getId).toList()))
                .containsExactly("price", "change", "symbol", "volume", "closes", "quality");
        assertThat(Screen.call(() -> table.getSortOrder().isEmpty()))
                .as("nothing was sorted")
                .isTrue();
        robot.drag(heading("symbol")).dropTo(heading("symbol").add(20, 0));
        Screen.settle();
        assertThat(Screen.call(() -> table.getColumns().get(2).getId())).isEqualTo("symbol");
    }

    @Test
    void whatIsSaidOfARowIsAllThatItsColumnsSay() {
        click(3);
        String spoken = Screen.call(() -> {
            Node row = (Node) table.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
            return row.getAccessibleText();
        });
        assertThat(spoken).startsWith("Coin C03, Price 1.0000, 24 h % +3.00, Volume 3.00");
    }

    @Test
    void thePlaceholderStandsWhereThereAreNoRowsAndTheBarsGo() {
        Label none = new Label("Nothing here");
        Screen.run(() -> {
            table.setPlaceholder(none);
            table.setItems(FXCollections.observableArrayList());
        });
        Screen.settle();
        assertThat(Screen.call(() -> none.getScene() != null && none.isVisible() && none.getWidth() > 0))
                .isTrue();
        assertThat(Screen.call(() -> bars().stream().noneMatch(bar -> bar.isVisible() && bar.getWidth() < 20)))
                .isTrue();
        Screen.run(() -> table.getItems().add(TableFixture.COINS.getFirst()));
        Screen.settle();
        assertThat(Screen.call(() -> none.getScene() == null)).isTrue();
        robot.clickOn(place(0));
        assertThat(selected()).containsExactly("BTCUSDT");
    }

    @Test
    void rowsThatComeIntoAnEmptyTableTakeThePlaceOfThePlaceholder() {
        ObservableList<Coin> source = FXCollections.observableArrayList();
        FilteredList<Coin> filtered = new FilteredList<>(source);
        SortedList<Coin> sorted = new SortedList<>(filtered);
        Label none = new Label("Nothing here");
        Screen.run(() -> {
            sorted.comparatorProperty().bind(table.comparatorProperty());
            table.setPlaceholder(none);
            table.setItems(FXCollections.observableArrayList());
        });
        Screen.settle();
        // One empty list takes the place of another.
        Screen.run(() -> table.setItems(sorted));
        for (int i = 0; i < COINS; i++) {
            int n = i;
            Screen.run(() -> source.add(new Coin("D" + n, 1, 1, n, 50, Column.of())));
        }
        Screen.settle();
        assertThat(Screen.call(() -> none.getScene() == null)).isTrue();
        assertThat(Screen.call(
                        () -> bars().stream().filter(ScrollBar::isVisible).count()))
                .as("both bars")
                .isEqualTo(2);
    }

    @Test
    void theWheelScrollsAndTheEndIsTheEnd() {
        robot.moveTo(place(2));
        robot.scroll(40, VerticalDirection.DOWN);
        Screen.settle();
        assertThat(Screen.call(() -> PaintedSkin.of(table).scrolled())).isPositive();
        Screen.run(() -> PaintedSkin.of(table).scroll(1e9));
        Screen.settle();
        double most = Screen.call(() -> PaintedSkin.of(table).scrolled());
        assertThat(onScreen(49)).isTrue();
        Screen.run(() -> table.setItems(
                FXCollections.observableArrayList(List.copyOf(table.getItems()).subList(0, 20))));
        Screen.settle();
        assertThat(Screen.call(() -> PaintedSkin.of(table).scrolled()))
                .as("fewer rows are not scrolled farther than there are rows")
                .isLessThan(most);
        assertThat(onScreen(19)).isTrue();
    }

    @Test
    void aTableIsAsNarrowAsItsWindow() {
        Screen.run(() -> stage.setWidth(700));
        Screen.settle();
        Screen.run(() -> stage.setWidth(300));
        Screen.settle();
        assertThat(Screen.call(() -> table.minWidth(-1))).isLessThan(200);
        assertThat(Screen.call(() -> table.getWidth())).isLessThanOrEqualTo(300);
        assertThat(Screen.call(
                        () -> bars().stream().filter(ScrollBar::isVisible).count()))
                .isEqualTo(2);
    }

    private List<ScrollBar> bars() {
        return table.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .toList();
    }

    private boolean onScreen(int row) {
        return Screen.call(() -> {
            Bounds cell = PaintedSkin.of(table).cell(row, Drawn.column(table, "symbol"));
            return cell.getMinY() >= 32 && cell.getMaxY() <= table.getHeight() + 1;
        });
    }

    private double width(String id) {
        return Screen.call(() -> Drawn.column(table, id).getWidth());
    }

    private String first() {
        return Screen.call(() -> table.getItems().getFirst().symbol());
    }

    private Point2D heading(String id) {
        return Screen.call(() -> Drawn.heading(table, id));
    }

    private Point2D place(int row) {
        return Screen.call(() -> Drawn.middle(table, row, "symbol"));
    }

    private void click(int row) {
        robot.clickOn(place(row));
    }

    /** A click with keys held: the robot's mouse knows nothing of its keyboard. */
    private void click(Point2D at, boolean shift, boolean control) {
        Screen.run(() -> {
            Node surface = table.lookup(".table-surface");
            // Without a source these are places of the scene.
            Point2D local = surface.localToScene(surface.screenToLocal(at));
            List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                    .forEach(type -> surface.fireEvent(new MouseEvent(
                            type,
                            local.getX(),
                            local.getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            1,
                            shift,
                            control,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null)));
        });
    }

    private List<String> selected() {
        return Screen.call(() -> table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> table.getItems().get(index).symbol())
                .toList());
    }
}
