package io.alphaforge.ui.backtest;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of a drop-down list: a name, and below it in smaller letters what it means. */
final class DescribedCell<T> extends ListCell<T> {
    private static final double WIDTH = 376;

    private final Function<T, String> name;
    private final Function<T, String> meaning;
    private final Label title = new Label();
    private final Label text = new Label();
    private final VBox box = new VBox(title, text);

    DescribedCell(Function<T, String> name, Function<T, String> meaning) {
        this.name = name;
        this.meaning = meaning;
        getStyleClass().add("described");
        title.getStyleClass().add("described-title");
        text.getStyleClass().add("described-text");
        text.setWrapText(true);
        text.setPrefWidth(WIDTH);
        text.setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            title.setText(name.apply(item));
            text.setText(meaning.apply(item));
            setGraphic(box);
            setAccessibleText(title.getText() + ": " + text.getText());
        }
    }
}
