package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import io.alphaforge.ui.kit.table.RowLook;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What cells look like: read from the pixels of their pictures, wherever the table is scrolled to, in both themes. */
class PaintersTest {
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
            TableColumn<Coin, Boolean> star = Columns.column(new Heading("Star", "d"), 48, coin -> coin.quality() > 50);
            Painters.set(star, new StarPainter<>(coin -> coin.quality() > 50, coin -> starred.add(coin.symbol())));
            star.setId("star");
            table.getColumns().add(star);
            table.getItems()
                    .setAll(IntStream.range(0, COINS)
                            .mapToObj(PaintersTest::coin)
                            .toList());
            PaintedTable.install(table, 28, RowLook.plain(coin -> {}));
            return TableFixture.window(table, 760, 300);
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
        double volume = new double[] {950, 12_345, 3.2e6, Double.NaN}[i % 4];
        return new Coin("C" + i, 1, i % 2 == 0 ? 1.5 : -2.5, volume, i % 5 == 4 ? Double.NaN : i % 101, closes);
    }

    @Test
    void scoresAreFiguresWithBarsOfTheirKindWhereverTheTableIsScrolledTo() {
        for (int top : new int[] {0, 57, 91, 120, 3}) {
            scroll(top);
            for (int row = top; row < top + 6; row++) {
                double quality = table.getItems().get(row).quality();
                assertThat(text(row, "quality")).isEqualTo(Formats.number(quality, 1));
                Image picture = picture(row, "quality");
                int bar = (int) picture.getWidth() - 8 - 40;
                Color begin = picture.getPixelReader().getColor(bar + 3, 13);
                Color end = picture.getPixelReader().getColor(bar + 37, 13);
                boolean known = quality > 15;
                // Where a bar is short or nearly full, the ends are round.
                if (!(quality <= 15) && (quality <= 85 || quality >= 97)) {
                    assertThat(!same(begin, end))
                            .as("%s: the bar ends before the track", quality)
                            .isEqualTo(known && quality <= 85);
                }
                if (known && quality < 60) {
                    assertThat(begin.getRed()).as("poor %s", quality).isGreaterThan(begin.getGreen() + 0.3);
                } else if (known && quality < 90) {
                    assertThat(begin.getGreen()).as("fair %s", quality).isGreaterThan(begin.getBlue() + 0.2);
                }
            }
        }
    }

    @Test
    void linesAndChangesHaveTheColourOfTheirDirectionInBothThemes() {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            scroll(theme == Theme.LIGHT ? 30 : 61);
            int top = theme == Theme.LIGHT ? 30 : 61;
            for (int row = top; row < top + 6; row++) {
                Image line = picture(row, "closes");
                assertThat(any(line, PaintersTest::green)).as("rising %d", row).isEqualTo(row % 3 == 0);
                assertThat(any(line, PaintersTest::red)).as("falling %d", row).isEqualTo(row % 3 == 1);
                Image change = picture(row, "change");
                assertThat(any(change, PaintersTest::green)).as("up %d", row).isEqualTo(row % 2 == 0);
                assertThat(any(change, PaintersTest::red)).as("down %d", row).isEqualTo(row % 2 == 1);
            }
        }
    }

    @Test
    void amountsEndBelowEachOtherWithAUnitAndWithout() {
        List<Integer> ends = IntStream.range(0, 3)
                .map(row -> {
                    Image cell = picture(row, "volume");
                    return lastColumn(cell, (int) cell.getWidth() - 8 - 13 - 2);
                })
                .boxed()
                .toList();
        assertThat(ends.stream().mapToInt(x -> x).max().orElseThrow()
                        - ends.stream().mapToInt(x -> x).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aClickOnAStarTellsWhichCoinItBelongsTo() {
        scroll(40);
        new FxRobot().clickOn(Screen.call(() -> Drawn.middle(table, 43, "star")));
        Screen.await("the star", () -> !starred.isEmpty());
        assertThat(starred).containsExactly("C43");
        assertThat(any(picture(43, "star"), PaintersTest::blue)).isFalse();
        scroll(60);
        assertThat(any(picture(61, "star"), PaintersTest::blue)).isTrue();
    }

    @Test
    void nothingIsDrawnBelowTheLastRow() {
        Screen.run(() -> table.getItems().remove(2, COINS));
        Screen.settle();
        for (String id : List.of("quality", "closes", "star", "volume", "symbol")) {
            Image empty = picture(3, id);
            Color first = empty.getPixelReader().getColor(0, 0);
            assertThat(any(empty, colour -> !same(colour, first))).as(id).isFalse();
            Image full = picture(1, id);
            assertThat(any(full, colour -> !same(colour, full.getPixelReader().getColor(1, 1))))
                    .as(id)
                    .isTrue();
        }
    }

    @Test
    void aTextWithoutRoomIsCutAndNotDrawnOverTheNextColumn() {
        Screen.run(() -> {
            table.getItems().set(0, new Coin("AVERYLONGSYMBOLOFACOINTHATHASNOROOM", 1, 0, 1, 100, Column.of()));
            table.getColumns().get(1).setMinWidth(10);
            table.getColumns().get(1).setPrefWidth(40);
        });
        Screen.settle();
        Image symbol = picture(0, "symbol");
        assertThat(lastColumn(symbol, (int) symbol.getWidth() - 1)).isLessThanOrEqualTo((int) symbol.getWidth() - 7);
        Image price = picture(0, "price");
        assertThat(lastColumn(price, 39)).isLessThanOrEqualTo(33);
    }

    private void scroll(int top) {
        Screen.run(() -> table.scrollTo(top));
        Screen.settle();
    }

    private String text(int row, String id) {
        return Screen.call(() -> Drawn.text(table, row, id));
    }

    private Image picture(int row, String id) {
        return Screen.call(() -> Objects.requireNonNull(Drawn.picture(table, row, id)));
    }

    /** The last column of pixels, up to one, with something in it; the first row of pixels says what is nothing. */
    private static int lastColumn(Image image, int upTo) {
        PixelReader pixels = image.getPixelReader();
        Color ground = pixels.getColor(3, 1);
        for (int x = upTo; x >= 0; x--) {
            for (int y = 2; y < 24; y++) {
                if (!same(pixels.getColor(x, y), ground)) {
                    return x;
                }
            }
        }
        return -1;
    }

    private static boolean any(Image image, Predicate<Color> wanted) {
        PixelReader pixels = image.getPixelReader();
        for (int x = 0; x < (int) image.getWidth(); x++) {
            for (int y = 0; y < 26; y++) {
                if (wanted.test(pixels.getColor(x, y))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean green(Color colour) {
        return colour.getGreen() > colour.getRed() + 0.2;
    }

    private static boolean red(Color colour) {
        return colour.getRed() > colour.getGreen() + 0.3;
    }

    private static boolean blue(Color colour) {
        return colour.getBlue() > colour.getRed() + 0.4;
    }

    private static boolean same(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed())
                        + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue())
                < 0.02;
    }
}
