package io.alphaforge.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Loads something in the background and shows it on the thread of the pulse scheduler, to which it belongs. Only the
 * newest request is shown: what was asked for before, or cancelled, is thrown away when it comes.
 *
 * @param <T> what is loaded
 */
public final class Loading<T> {
    private final Executor background;
    private final PulseScheduler pulse;
    private final String what;
    private final Consumer<T> show;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Consumer<String> failed = sentence -> {};
    private int newest;

    /**
     * Loads with {@link #start}.
     *
     * @param what completes the sentence "… failed because of an error in the program"
     * @param show takes what was loaded
     */
    public Loading(Executor background, PulseScheduler pulse, String what, Consumer<T> show) {
        this.background = background;
        this.pulse = pulse;
        this.what = what;
        this.show = show;
    }

    /** Names who is told the sentence of every load that fails, also where it is the one of the load before. */
    public void whenFailed(Consumer<String> told) {
        failed = told;
    }

    /** Loads in the background; what is being loaded already is forgotten. */
    public void start(Callable<T> work) {
        int number = ++newest;
        busy.set(true);
        background.execute(() -> {
            try {
                T loaded = work.call();
                pulse.request(() -> finish(number, "", () -> show.accept(loaded)));
            } catch (Throwable e) {
                String sentence = ErrorText.logged(what, e);
                pulse.request(() -> finish(number, sentence, () -> {}));
            }
        });
    }

    /** What is being loaded is not wanted any more. */
    public void cancel() {
        newest++;
        busy.set(false);
    }

    private void finish(int number, String sentence, Runnable then) {
        if (number == newest) {
            busy.set(false);
            problem.set(sentence);
            if (!sentence.isEmpty()) {
                failed.accept(sentence);
            }
            then.run();
        }
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last load failed, in one sentence; empty when it did not. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
