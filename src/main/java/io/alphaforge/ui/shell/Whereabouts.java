package io.alphaforge.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the window shows and whether one can go elsewhere from there, whichever workspace is open. */
final class Whereabouts {
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<PageHost.@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private Subscription following = Subscription.EMPTY;

    /** Is where the pages of a workspace are, until {@link #leave}. */
    void follow(OpenWorkspace open) {
        leave();
        following = Subscription.combine(
                open.ready().subscribe(ready::set), open.host().shown().subscribe(shown::set));
    }

    /** Is nowhere. */
    void leave() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        ready.set(false);
        shown.set(null);
    }

    /** Whether there is data and one can go to every place. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** What is shown; null while no page is. */
    ReadOnlyObjectProperty<PageHost.@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }
}
