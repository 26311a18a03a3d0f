package io.alphaforge.ui.guide;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The guide as one reads it: chapters and a search at the left, one chapter at the right. Up and Down choose a chapter from
 * the field of the search; Page up and Page down turn the page.
 */
public final class GuidePane {
    private static final double PAGE = 0.85;

    private final Guide guide;
    private final TextField query = new TextField();
    private final ListView<Chapter> list = new ListView<>();
    private final Label title = new Label();
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);
    private final BorderPane root = new BorderPane();

    public GuidePane(Guide guide) {
        this.guide = guide;
        query.setId("guide-query");
        query.setPromptText("Search the guide");
        query.setAccessibleText("Search the guide");
        query.textProperty().subscribe(words -> search(words));
        list.setId("guide-chapters");
        list.setAccessibleText("Chapters");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ChapterCell());
        list.setPlaceholder(new Label("No chapter has these words."));
        list.getSelectionModel().selectedItemProperty().subscribe(chapter -> show(chapter));
        VBox side = new VBox(query, list);
        side.getStyleClass().add("guide-side");
        VBox.setVgrow(list, Priority.ALWAYS);
        title.setId("guide-title");
        title.getStyleClass().add("message-title");
        text.getStyleClass().add("guide-body");
        scroll.setId("guide-scroll");
        scroll.getStyleClass().add("guide-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        root.setId("guide");
        root.getStyleClass().addAll("card", "guide");
        root.setLeft(side);
        root.setCenter(scroll);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectFirst();
    }

    public BorderPane node() {
        return root;
    }

    /** Puts the keyboard into the search. */
    public void focus() {
        query.requestFocus();
    }

    /** Opens the chapter of the guide with this heading, as links name it; stays where it is when there is none. */
    public void open(String anchor) {
        guide.chapter(Book.GUIDE, anchor).ifPresent(chapter -> open(chapter, anchor));
    }

    private void open(Chapter chapter, String anchor) {
        if (!list.getItems().contains(chapter)) {
            query.clear();
        }
        list.getSelectionModel().select(chapter);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
        // A heading has a place only once the chapter has been laid out.
        Platform.runLater(() -> scrollTo(anchor));
    }

    private void scrollTo(String anchor) {
        for (Node block : text.getChildren()) {
            if (anchor.equals(block.getProperties().get(Guide.class))) {
                root.applyCss();
                root.layout();
                Bounds bounds = block.getBoundsInParent();
                double hidden = text.getHeight() - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((bounds.getMinY() - 16) / hidden, 0, 1));
            }
        }
    }

    private void search(String words) {
        Chapter before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(guide.about(words));
        if (before != null && list.getItems().contains(before)) {
            list.getSelectionModel().select(before);
        } else {
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    private void show(@Nullable Chapter chapter) {
        if (chapter == null) {
            return;
        }
        title.setText(chapter.title());
        Blocks blocks = new Blocks(target -> guide.linked(chapter.book(), target)
                .ifPresent(next -> open(next, target.contains("#") ? target.substring(target.indexOf('#') + 1) : "")));
        text.getChildren().setAll(title);
        text.getChildren().addAll(blocks.of(chapter.blocks()));
        scroll.setVvalue(0);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int size = list.getItems().size();
            int step = code == KeyCode.DOWN ? 1 : -1;
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, Math.max(0, size - 1));
            if (size > 0) {
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - 4));
            }
            event.consume();
        } else if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            double seen = scroll.getViewportBounds().getHeight();
            double hidden = Math.max(1, text.getHeight() - seen);
            double step = (code == KeyCode.PAGE_DOWN ? PAGE : -PAGE) * seen / hidden;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + step, 0, 1));
            event.consume();
        }
    }

    /** A chapter under the name of its document where that begins. */
    private static final class ChapterCell extends ListCell<Chapter> {
        private static final double ROW = 32;
        private static final double BOOK = 32;

        private final Label book = new Label();
        private final Label name = new Label();
        private final VBox box = new VBox(book, name);

        ChapterCell() {
            book.getStyleClass().add("guide-book");
            name.getStyleClass().add("guide-chapter");
            book.managedProperty().bind(book.visibleProperty());
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Chapter chapter, boolean empty) {
            super.updateItem(chapter, empty);
            if (empty || chapter == null) {
                setGraphic(null);
                return;
            }
            int index = getIndex();
            boolean first =
                    index == 0 || getListView().getItems().get(index - 1).book() != chapter.book();
            book.setText(chapter.book().title());
            book.setVisible(first);
            setPrefHeight(first ? ROW + BOOK : ROW);
            name.setText(chapter.title());
            setAccessibleText(chapter.title());
            setGraphic(box);
        }
    }
}
