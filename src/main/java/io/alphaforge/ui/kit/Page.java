package io.alphaforge.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/** One place of the workstation that the navigation leads to. Belongs to the JavaFX thread. */
public interface Page {
    Parent node();

    /** Puts the keyboard where work begins; called whenever the page is shown. */
    void focus();

    /**
     * What can be done here beside what every page offers. Keys of the shown page work everywhere in the window. By
     * convention F5 refreshes, Ctrl+F goes to the filter, Ctrl+E exports, Ctrl+Enter runs and Esc cancels.
     */
    List<Action> actions();

    /** True until what the page shows first is there or could not be read. */
    default ObservableValue<Boolean> reading() {
        return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /**
     * Lets go of everything that outlives the page: subscriptions to the {@link Desk}, timers, bars. Afterwards nothing
     * that lives on refers to the page.
     */
    void close();
}
