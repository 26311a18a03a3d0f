package io.alphaforge.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The command palette: type to find a coin, a view, an action or a strategy, Enter to go there. */
final class PalettePane {
    private static final int SHOWN = 12;
    private static final double ROW = 32;

    private final Overlay overlay;
    private final List<PaletteEntry> entries;
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> found = new ListView<>();

    private PalettePane(Overlay overlay, List<PaletteEntry> entries) {
        this.overlay = overlay;
        this.entries = entries;
    }

    /** Opens the palette over these entries. */
    static void open(Overlay overlay, List<PaletteEntry> entries) {
        PalettePane palette = new PalettePane(overlay, entries);
        overlay.show(palette.card(), Pos.TOP_CENTER, () -> {});
        palette.query.requestFocus();
    }

    private VBox card() {
        query.setId("palette-query");
        query.setPromptText("Coin, view, action or strategy");
        query.setAccessibleText("Search coins, views, actions and strategies");
        query.textProperty().subscribe(text -> search(text));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setId("palette-found");
        found.setAccessibleText("What was found");
        found.setFixedCellSize(ROW);
        found.setFocusTraversable(false);
        found.setCellFactory(list -> new EntryCell());
        found.setPlaceholder(new Label("Nothing has that name."));
        found.setOnMouseClicked(e -> go());
        VBox card = new VBox(query, found);
        card.getStyleClass().addAll("card", "palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private void search(String text) {
        found.getItems().setAll(PaletteSearch.find(entries, text, 50));
        found.setPrefHeight(ROW * Math.clamp(found.getItems().size(), 2, SHOWN) + 2);
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int size = found.getItems().size();
            int step = code == KeyCode.DOWN ? 1 : -1;
            if (size > 0) {
                int next = Math.floorMod(found.getSelectionModel().getSelectedIndex() + step, size);
                found.getSelectionModel().select(next);
                found.scrollTo(Math.max(0, next - SHOWN + 2));
            }
            event.consume();
        } else if (code == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            go();
        }
    }

    private void go() {
        PaletteEntry chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.hide();
            chosen.run().run();
        }
    }

    /** Title, detail, and at the right what it is or its key. */
    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label end = new Label();
        private final HBox row = new HBox(title, detail, end);

        EntryCell() {
            row.getStyleClass().add("palette-row");
            title.setMinWidth(Region.USE_PREF_SIZE);
            title.getStyleClass().add("palette-title");
            detail.getStyleClass().add("palette-detail");
            detail.setMaxWidth(Double.MAX_VALUE);
            detail.setMinWidth(0);
            HBox.setHgrow(detail, Priority.ALWAYS);
            end.getStyleClass().add("palette-kind");
            end.setMinWidth(Region.USE_PREF_SIZE);
            row.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            detail.setText(entry.detail());
            end.setText(entry.key().isEmpty() ? entry.kind().title() : entry.key());
            setAccessibleText(entry.kind().title() + " " + entry.title() + " " + entry.detail());
            setGraphic(row);
        }
    }
}
