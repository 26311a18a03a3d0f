package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells that draw: what they show follows the row, however often a cell is used again. */
class PictureCellsTest {
    private static final int COINS = 200;

    private final List<String> starred = new ArrayList<>();
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
            TableColumn<Coin, Boolean> star =
                    Columns.column(new Columns.Heading("Star", "d"), 48, coin -> coin.quality() > 50);
            star.setCellFactory(c -> new StarCell<>(coin -> starred.add(coin.symbol())));
            star.setId("star");
            table.getColumns().add(star);
            table.setFixedCellSize(28);
            table.getItems()
                    .setAll(IntStream.range(0, COINS)
                            .mapToObj(PictureCellsTest::coin)
                            .toList());
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(table, 760, 300);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        Screen.settle();
    }

    @AfterEach
    void close() {
        Screen.run(stage::close);
    }

    /** Rising, falling and without values in turn; qualities of every kind. */
    private static Coin coin(int i) {
        Column closes = i % 3 == 0 ? Column.of(1, 2) : i % 3 == 1 ? Column.of(2, 1) : Column.of();
        return new Coin("C" + i, 1, 0, 1, i % 5 == 4 ? Double.NaN : i % 101, closes);
    }

    @Test
    void scoresAreFiguresWithBarsWhereverTheTableIsScrolledTo() {
        for (int top : new int[] {0, 57, 120, 3}) {
            scroll(top);
            Screen.run(() -> {
                List<TableCell<?, ?>> cells = cells("quality");
                assertThat(cells).hasSizeGreaterThan(5);
                for (TableCell<?, ?> cell : cells) {
                    double quality = table.getItems().get(cell.getIndex()).quality();
                    assertThat(cell.getText()).isEqualTo(Formats.number(quality, 1));
                    assertThat(cell.getGraphic()).isNotNull();
                    List<String> states = cell.getPseudoClassStates().stream()
                            .map(Object::toString)
                            .toList();
                    assertThat(states.contains("poor")).isEqualTo(quality < 60);
                    assertThat(states.contains("fair")).isEqualTo(quality >= 60 && quality < 90);
                }
            });
        }
    }

    @Test
    void linesHaveTheColourOfTheirTrendInBothThemesAndNothingIsDrawnWithoutValues() {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            scroll(theme == Theme.LIGHT ? 30 : 61);
            Screen.run(() -> {
                for (TableCell<?, ?> cell : cells("closes")) {
                    Color drawn = strongest((Canvas) cell.getGraphic());
                    switch (cell.getIndex() % 3) {
                        case 0 -> assertThat(drawn.getGreen()).isGreaterThan(drawn.getRed());
                        case 1 -> assertThat(drawn.getRed()).isGreaterThan(drawn.getGreen());
                        default -> assertThat(drawn).isEqualTo(Color.TRANSPARENT);
                    }
                }
            });
        }
    }

    @Test
    void aClickOnAStarTellsWhichCoinItBelongsTo() {
        scroll(40);
        Screen.run(() -> {
            TableCell<?, ?> cell = cells("star").get(3);
            cell.fireEvent(click());
            assertThat(starred).containsExactly("C" + cell.getIndex());
        });
    }

    @Test
    void cellsBelowTheLastRowAreEmpty() {
        Screen.run(() -> table.getItems().remove(2, COINS));
        Screen.settle();
        Screen.run(() -> {
            for (String id : List.of("quality", "closes", "star", "volume", "symbol")) {
                List<TableCell<?, ?>> empty =
                        all(id).stream().filter(TableCell::isEmpty).toList();
                assertThat(empty).allMatch(cell -> cell.getGraphic() == null && cell.getText() == null);
            }
        });
    }

    private void scroll(int top) {
        Screen.run(() -> table.scrollTo(top));
        Screen.settle();
    }

    private List<TableCell<?, ?>> cells(String id) {
        return all(id).stream().filter(cell -> !cell.isEmpty()).toList();
    }

    private List<TableCell<?, ?>> all(String id) {
        return table.lookupAll(".table-cell").stream()
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell ->
                        cell.isVisible() && id.equals(cell.getTableColumn().getId()))
                .toList();
    }

    private static Color strongest(Canvas canvas) {
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        PixelReader pixels = canvas.snapshot(transparent, null).getPixelReader();
        Color found = Color.TRANSPARENT;
        for (int x = 0; x < canvas.getWidth(); x++) {
            for (int y = 0; y < canvas.getHeight(); y++) {
                Color pixel = pixels.getColor(x, y);
                found = pixel.getOpacity() > found.getOpacity() ? pixel : found;
            }
        }
        return found;
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
