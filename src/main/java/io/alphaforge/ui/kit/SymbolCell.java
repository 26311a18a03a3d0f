package io.alphaforge.ui.kit;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * The symbol of a coin, with a tag where its bars are made up and one where it is stale; a symbol that ends in .DEMO has
 * that end in the tag.
 *
 * @param <S> rows
 */
public final class SymbolCell<S> extends TableCell<S, String> {
    private static final String SUFFIX = ".DEMO";
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Predicate<S> synthetic;
    private final Predicate<S> stale;
    private final Label demoTag = tag("");
    private final Label staleTag = tag("STALE");
    private final HBox tags = new HBox();

    /** A cell of rows that are never stale. */
    public SymbolCell(Predicate<S> synthetic) {
        this(synthetic, row -> false);
    }

    /**
     * A cell.
     *
     * @param synthetic whether the bars of a row's coin are made up
     * @param stale whether a row's coin ends long before the newest bar of the store
     */
    public SymbolCell(Predicate<S> synthetic, Predicate<S> stale) {
        this.synthetic = synthetic;
        this.stale = stale;
        getStyleClass().add("symbol");
        tags.getStyleClass().add("tags");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String symbol, boolean empty) {
        super.updateItem(symbol, empty);
        S row = empty || getTableRow() == null ? null : getTableRow().getItem();
        if (symbol == null || row == null) {
            setText(symbol);
            setGraphic(null);
            return;
        }
        boolean made = synthetic.test(row);
        boolean old = stale.test(row);
        boolean suffixed = made && symbol.endsWith(SUFFIX);
        demoTag.setText(suffixed ? SUFFIX : "DEMO");
        tags.getChildren().clear();
        if (made) {
            tags.getChildren().add(demoTag);
        }
        if (old) {
            tags.getChildren().add(staleTag);
        }
        setText(suffixed ? symbol.substring(0, symbol.length() - SUFFIX.length()) : symbol);
        setGraphic(made || old ? tags : null);
        pseudoClassStateChanged(STALE, old);
        setAccessibleText(symbol + (old ? ", stale" : ""));
    }

    private static Label tag(String text) {
        Label tag = new Label(text);
        tag.getStyleClass().add("tag");
        return tag;
    }
}
