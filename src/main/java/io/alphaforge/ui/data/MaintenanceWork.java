package io.alphaforge.ui.data;

import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notice.Kind;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Does one piece of maintenance at a time in the background, as a job of the status bar, and tells how it ended. */
final class MaintenanceWork {
    private final Desk desk;
    private final Runnable afterwards;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param afterwards done after every piece, however it ended */
    MaintenanceWork(Desk desk, Runnable afterwards) {
        this.desk = desk;
        this.afterwards = afterwards;
    }

    /**
     * Begins.
     *
     * @param work told whom to tell its progress; gives the sentence that says what was done
     * @param well done when it ended well, before the user is told
     */
    void start(String title, Runnable cancel, Function<Consumer<String>, String> work, Runnable well) {
        busy.set(true);
        new JobWork(desk.background(), desk.pulse(), desk.jobs())
                .start(
                        title,
                        cancel,
                        job -> Notice.success(work.apply(
                                words -> desk.pulse().request(() -> job.text().set(words)))),
                        outcome -> ended(outcome, well));
    }

    private void ended(Notice outcome, Runnable well) {
        busy.set(false);
        if (outcome.kind() == Kind.SUCCESS) {
            well.run();
        }
        desk.notices().tell(outcome);
        desk.storeChanged().run();
        afterwards.run();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
