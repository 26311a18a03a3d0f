package io.alphaforge.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Makes what is not waited for when that is on the screen which is: what lies around rows is more work than the rows are.
 * Belongs to the JavaFX thread.
 */
public final class Furnishing {
    private static final Duration PATIENCE = Duration.millis(500);

    private final PulseScheduler pulse;
    private final Runnable work;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Subscription waiting = Subscription.EMPTY;
    private boolean begun;
    private boolean over;

    private Furnishing(PulseScheduler pulse, Runnable work) {
        this.pulse = pulse;
        this.work = work;
        patience.setOnFinished(event -> begin());
    }

    /**
     * Does the work once, after the picture that shows what was read, or when that takes long.
     *
     * @param reading true until what is waited for is there, or cannot be had
     * @return ends it, where it is not done yet
     */
    public static Subscription after(ObservableValue<Boolean> reading, PulseScheduler pulse, Runnable work) {
        Furnishing furnishing = new Furnishing(pulse, work);
        furnishing.patience.play();
        furnishing.waiting = reading.subscribe(is -> {
            if (!is) {
                furnishing.begin();
            }
        });
        if (furnishing.begun) {
            furnishing.waiting.unsubscribe();
        }
        return furnishing::end;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            patience.stop();
            waiting.unsubscribe();
            pulse.request(() -> pulse.afterPicture(this::work));
        }
    }

    private void work() {
        if (!over) {
            work.run();
        }
    }

    private void end() {
        over = true;
        patience.stop();
        waiting.unsubscribe();
    }
}
