package io.alphaforge.ui.kit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Frames of the JavaFX toolkit. A timer is told of every frame, while {@link Platform#runLater} alone would run as often
 * as events come and starve layout and painting.
 */
final class FxPulseScheduler implements PulseScheduler {
    @Override
    public void request(Runnable work) {
        Runnable start = () -> new OneFrame(work).start();
        if (Platform.isFxApplicationThread()) {
            start.run();
        } else {
            Platform.runLater(start);
        }
    }

    /** Styles and layout of a frame are done behind its timers, in the same event; what is queued now comes after it. */
    @Override
    public void afterFrame(Runnable work) {
        Platform.runLater(work);
    }

    private static final class OneFrame extends AnimationTimer {
        private final Runnable work;

        OneFrame(Runnable work) {
            this.work = work;
        }

        @Override
        public void handle(long now) {
            stop();
            work.run();
        }
    }
}
