package io.alphaforge.ui.kit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.stage.Window;

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

    /**
     * The toolkit waits for the picture of one frame before it hands over the next one that has something new, and shows it,
     * where the processor draws, by an event that is queued by then. That is the next frame here: a hint about what is not
     * even kept as a picture is news that changes nothing.
     */
    @Override
    public void afterPicture(Runnable work) {
        afterFrame(() -> request(() -> {
            for (Window window : Window.getWindows()) {
                if (window.getScene() != null) {
                    Node root = window.getScene().getRoot();
                    root.setCacheHint(root.getCacheHint() == CacheHint.DEFAULT ? CacheHint.SPEED : CacheHint.DEFAULT);
                }
            }
            afterFrame(() -> afterFrame(work));
        }));
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
