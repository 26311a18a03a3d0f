package io.alphaforge.ui.backtest;

import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The coins of the database to search and tick. Down leads from the search to the list, the space bar ticks, Enter in
 * the search ticks what it found when that is one coin, Esc closes.
 */
final class SymbolPickerPane {
    private final SymbolPicker picker;
    private final TextField search = new TextField();
    private final ListView<String> list = new ListView<>();
    private final VBox root = new VBox();
    private Runnable hide = () -> {};

    SymbolPickerPane(SymbolPicker picker) {
        this.picker = picker;
        search.setId("picker-search");
        search.setPromptText("Search");
        search.setAccessibleText("Search coins");
        search.textProperty().bindBidirectional(picker.search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::anyKey);
        list.setId("picker-list");
        list.setAccessibleText("Coins to tick");
        list.setItems(picker.shown());
        list.setFixedCellSize(28);
        list.setCellFactory(CheckBoxListCell.forListView(picker::tick));
        list.setPlaceholder(placeholder());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label count = new Label();
        count.setId("picker-count");
        count.getStyleClass().add("picker-count");
        count.textProperty().bind(picker.count());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                count,
                gap,
                button("picker-all", "All shown", "Tick every coin that is shown", () -> picker.tickShown(true)),
                button("picker-none", "None", "Take every tick away", picker::clear));
        line.getStyleClass().add("picker-line");
        root.getChildren().addAll(List.of(search, line, list));
        root.getStyleClass().add("picker");
    }

    Node node() {
        return root;
    }

    void focus() {
        search.requestFocus();
    }

    /** Shows the picker beside a control, which gets the focus back when it closes. */
    void open(Node owner) {
        Popover popover = new Popover(root);
        popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
        popover.setDetachable(false);
        popover.setTitle("Coins");
        popover.setOnHidden(e -> owner.requestFocus());
        hide = popover::hide;
        popover.show(owner);
        focus();
    }

    /** The list would swallow Esc; a key with Ctrl is meant for the page, which gets it once nothing lies over it. */
    private void anyKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            hide.run();
        }
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !picker.shown().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && picker.shown().size() == 1) {
            toggle(picker.shown().getFirst());
            search.selectAll();
            event.consume();
        }
    }

    private void listKey(KeyEvent event) {
        String chosen = list.getSelectionModel().getSelectedItem();
        boolean ticks = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
        if (ticks && !event.isShortcutDown() && chosen != null) {
            toggle(chosen);
            event.consume();
        } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
            search.requestFocus();
            event.consume();
        }
    }

    private void toggle(String symbol) {
        picker.tick(symbol).set(!picker.tick(symbol).get());
    }

    private static Label placeholder() {
        Label none = new Label("No coin of that name.", new FontIcon(Feather.SEARCH));
        none.getStyleClass().add("placeholder");
        return none;
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(tip);
        button.setTooltip(FormRows.tooltip(tip + "."));
        button.setOnAction(e -> action.run());
        return button;
    }
}
