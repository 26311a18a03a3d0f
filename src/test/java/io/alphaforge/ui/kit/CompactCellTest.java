package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.scripted.Screen;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompactCellTest {
    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void figuresEndBelowEachOtherWithAUnitAndWithout() {
        List<Double> ends = Screen.call(() -> {
            TableView<Coin> table = TableFixture.table();
            Scene scene = new Scene(table, 700, 300);
            scene.getStylesheets().setAll(Assets.stylesheets());
            table.applyCss();
            table.layout();
            return table.lookupAll(".compact").stream()
                    .filter(cell -> cell instanceof TableCell<?, ?> shown && shown.getText() != null)
                    .map(CompactCellTest::endOfFigure)
                    .toList();
        });
        assertThat(ends).hasSize(3);
        // Whole pixels are for the eye; the rest is rounding of the layout.
        assertThat(Collections.max(ends) - Collections.min(ends)).isLessThan(1);
    }

    private static double endOfFigure(Node cell) {
        TableCell<?, ?> shown = (TableCell<?, ?>) cell;
        Text figure = cell.lookupAll(".text").stream()
                .filter(node -> !node.equals(shown.getGraphic()) && node instanceof Text)
                .map(node -> (Text) node)
                .findFirst()
                .orElseThrow();
        return figure.getBoundsInParent().getMaxX();
    }
}
