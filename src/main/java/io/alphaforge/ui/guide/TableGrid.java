package io.alphaforge.ui.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table of a document, as wide as the text; each column gets room by the longest of its cells, within bounds. */
final class TableGrid {
    private static final int LEAST = 7;
    private static final int MOST = 64;

    private final Consumer<String> follow;

    TableGrid(Consumer<String> follow) {
        this.follow = follow;
    }

    GridPane of(TableBlock table) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow cells) {
                    rows.add(cells(cells));
                }
            }
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] room = new int[columns];
        Arrays.fill(room, LEAST);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                TableCell cell = rows.get(r).get(c);
                room[c] = Math.max(room[c], Math.min(MOST, length(cell)));
                StackPane box = new StackPane(Inlines.of(cell, follow));
                box.getStyleClass().add(r == 0 ? "guide-table-head" : "guide-table-cell");
                box.setMinWidth(0);
                grid.add(box, c, r);
            }
        }
        int all = Arrays.stream(room).sum();
        for (int width : room) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 * width / all);
            constraints.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(constraints);
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        return grid;
    }

    private static List<TableCell> cells(TableRow row) {
        List<TableCell> cells = new ArrayList<>();
        for (Node at = row.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof TableCell cell) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Characters a cell takes, were it in one line. */
    private static int length(TableCell cell) {
        return Guide.words(cell).length() + 3;
    }
}
