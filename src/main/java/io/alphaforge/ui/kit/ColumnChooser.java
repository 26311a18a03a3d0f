package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button that lists the columns of a table with a tick for each, by groups; the list stays open until Esc or a click
 * elsewhere, and works by keyboard alone. The last visible column cannot be hidden.
 */
public final class ColumnChooser {
    private final Button button = new Button("Columns", new FontIcon(Feather.COLUMNS));
    private final List<Group> groups;
    private final Runnable reset;
    private final List<CheckBox> ticks = new ArrayList<>();
    private @Nullable Popup popup;

    /**
     * A chooser.
     *
     * @param reset arranges the table as it is by default
     */
    public ColumnChooser(List<Group> groups, Runnable reset) {
        this.groups = List.copyOf(groups);
        this.reset = reset;
        button.setId("columns");
        button.setAccessibleText("Choose columns");
        button.setOnAction(event -> toggle());
    }

    /** The button, to be placed near the table. */
    public Button node() {
        return button;
    }

    /** Opens the list, or closes it. */
    public void toggle() {
        Popup list = popup == null ? make() : popup;
        popup = list;
        if (list.isShowing()) {
            list.hide();
            return;
        }
        Bounds at = button.localToScreen(button.getLayoutBounds());
        list.show(button, at.getMinX(), at.getMaxY() + 4);
        // As far right as the button, so that the list stays inside the window.
        list.setX(Math.max(0, at.getMaxX() - list.getWidth()));
        ticks.getFirst().requestFocus();
    }

    private Popup make() {
        List<TableColumn<?, ?>> all = groups.stream()
                .<TableColumn<?, ?>>flatMap(group -> group.columns().stream())
                .toList();
        HBox lists = new HBox();
        lists.getStyleClass().add("column-groups");
        for (Group group : groups) {
            Label title = new Label(group.title());
            title.getStyleClass().add("column-group-title");
            VBox list = new VBox(title);
            list.getStyleClass().add("column-group");
            group.columns().forEach(column -> list.getChildren().add(tick(column, all)));
            lists.getChildren().add(list);
        }
        Hyperlink standard = new Hyperlink("Reset columns and sort");
        standard.setId("columns-reset");
        standard.setOnAction(event -> {
            reset.run();
            standard.setVisited(false);
        });
        VBox panel = new VBox(lists, standard);
        panel.getStyleClass().add("column-chooser");
        Popup made = new Popup();
        made.getContent().add(panel);
        made.setAutoHide(true);
        return made;
    }

    private CheckBox tick(TableColumn<?, ?> column, List<TableColumn<?, ?>> all) {
        CheckBox tick = new CheckBox();
        tick.textProperty().bind(column.textProperty());
        tick.setId("column-" + column.getId());
        tick.selectedProperty().bindBidirectional(column.visibleProperty());
        BooleanBinding last = new BooleanBinding() {
            {
                all.forEach(each -> bind(each.visibleProperty()));
            }

            @Override
            protected boolean computeValue() {
                return column.isVisible()
                        && all.stream().filter(TableColumn::isVisible).count() == 1;
            }
        };
        tick.disableProperty().bind(last);
        ticks.add(tick);
        return tick;
    }

    /** Columns that belong together, with a title of one or two words. */
    public record Group(String title, List<? extends TableColumn<?, ?>> columns) {}
}
