package io.alphaforge.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/**
 * Whom Esc belongs to. The page takes it wherever the keyboard is, because tables, lists and fields would swallow it for
 * nothing; what is nearer to the user, an edit or a search that it clears, has to say so.
 */
public final class Escape {
    private static final Object TAKEN = "esc-belongs-to-it";

    private Escape() {}

    /** Esc belongs to this node, when the keyboard is in it, as long as this holds. */
    public static void belongsTo(Node node, BooleanSupplier when) {
        node.getProperties().put(TAKEN, when);
    }

    /** Whether something wants Esc that is nearer to the keyboard than the page. */
    public static boolean isTaken(@Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            boolean editing = at instanceof Cell<?> cell && cell.isEditing();
            boolean open = (at instanceof ComboBoxBase<?> box && box.isShowing())
                    || (at instanceof MenuButton menu && menu.isShowing());
            boolean wanted = at.hasProperties()
                    && at.getProperties().get(TAKEN) instanceof BooleanSupplier when
                    && when.getAsBoolean();
            if (editing || open || wanted) {
                return true;
            }
        }
        return false;
    }
}
