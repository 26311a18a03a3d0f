package io.alphaforge.ui.kit;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
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
    private @Nullable Label demoTag;
    private @Nullable Label staleTag;

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
        setText(suffixed ? symbol.substring(0, symbol.length() - SUFFIX.length()) : symbol);
        setGraphic(tags(made ? suffixed ? SUFFIX : "DEMO" : "", old));
        pseudoClassStateChanged(STALE, old);
        setAccessibleText(symbol + (old ? ", stale" : ""));
    }

    /** What stands beside the symbol; made when it is wanted, as most coins have no tag. */
    private @Nullable Node tags(String demo, boolean old) {
        if (!demo.isEmpty()) {
            demoTag = demoTag == null ? tag(demo) : demoTag;
            demoTag.setText(demo);
        }
        if (old && staleTag == null) {
            staleTag = tag("STALE");
        }
        if (demo.isEmpty() || !old) {
            return old ? staleTag : demo.isEmpty() ? null : demoTag;
        }
        HBox both = new HBox(demoTag, staleTag);
        both.getStyleClass().add("tags");
        return both;
    }

    private static Label tag(String text) {
        Label tag = new Label(text);
        tag.getStyleClass().add("tag");
        return tag;
    }
}
