package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Notice;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of maintenance at a time in the background, as a job of the status bar, and tells how it ended. */
final class MaintenanceWork {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceWork.class);

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
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        Job job = new Job(title, false, cancel, over::join);
        desk.jobs().begin(job);
        busy.set(true);
        desk.background().execute(() -> {
            Notice notice;
            Runnable then = () -> {};
            try {
                notice = Notice.success(work.apply(
                        words -> desk.pulse().request(() -> job.text().set(words))));
                then = well;
            } catch (StoreException | IllegalArgumentException e) {
                LOG.warn("{} failed.", title, e);
                notice = Notice.problem(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("{} failed.", title, e);
                notice = Notice.problem(title + " failed because of an error in the program; see the log.");
            } finally {
                over.complete(null);
            }
            Notice end = notice;
            Runnable first = then;
            desk.pulse().request(() -> {
                desk.jobs().end(job);
                busy.set(false);
                first.run();
                desk.notices().tell(end);
                desk.storeChanged().run();
                afterwards.run();
            });
        });
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
