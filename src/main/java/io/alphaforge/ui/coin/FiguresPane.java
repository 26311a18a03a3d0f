package io.alphaforge.ui.coin;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Figures below each other, names at the left, values at the right; their definitions on hover. */
final class FiguresPane {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final int MOST_ROWS = 7;

    private FiguresPane() {}

    /** Groups side by side; one that is long continues in a column beside. */
    static HBox sideBySide(List<Figure.Group> groups) {
        HBox row = new HBox();
        row.getStyleClass().add("figure-groups");
        for (Figure.Group group : groups) {
            List<Figure> figures = group.figures();
            int columns = (figures.size() + MOST_ROWS - 1) / MOST_ROWS;
            int each = (figures.size() + columns - 1) / columns;
            for (int i = 0; i < columns; i++) {
                List<Figure> part = figures.subList(i * each, Math.min(figures.size(), (i + 1) * each));
                row.getChildren().add(group(i == 0 ? group.title() : "", part));
            }
        }
        return row;
    }

    /** Groups below each other. */
    static VBox below(List<Figure.Group> groups) {
        VBox box = new VBox();
        box.getStyleClass().add("figure-list");
        groups.forEach(group -> box.getChildren().add(group(group.title(), group.figures())));
        return box;
    }

    private static VBox group(String title, List<Figure> figures) {
        Label heading = new Label(title);
        heading.getStyleClass().add("figure-group-title");
        List<Region> rows = new ArrayList<>(List.of(heading));
        figures.forEach(figure -> rows.add(row(figure)));
        VBox box = new VBox(rows.toArray(new Region[0]));
        box.getStyleClass().add("figure-group");
        return box;
    }

    private static HBox row(Figure figure) {
        Label name = new Label(figure.name());
        name.getStyleClass().add("figure-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap, value(figure));
        row.getStyleClass().add("figure-row");
        Tooltip tooltip = new Tooltip(figure.definition());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(row, tooltip);
        return row;
    }

    /** The value with an arrow where it is a change; screen readers hear its name and definition too. */
    static Label value(Figure figure) {
        Label value = new Label(figure.text());
        value.getStyleClass().addAll("figure-value", "change");
        value.setAccessibleText(figure.name() + " " + figure.text());
        value.setAccessibleHelp(figure.definition());
        if (figure.direction() != 0) {
            Region arrow = new Region();
            arrow.getStyleClass().add("change-arrow");
            value.setGraphic(arrow);
        }
        value.pseudoClassStateChanged(UP, figure.direction() > 0);
        value.pseudoClassStateChanged(DOWN, figure.direction() < 0);
        return value;
    }
}
