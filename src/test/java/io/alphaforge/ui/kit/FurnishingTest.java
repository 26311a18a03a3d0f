package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FurnishingTest {
    private final ManualPulse pulse = new ManualPulse();
    private final SimpleBooleanProperty reading = new SimpleBooleanProperty(true);
    private final List<String> done = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    private Subscription furnish() {
        return Screen.call(() -> Furnishing.after(reading, pulse, () -> done.add("furnished")));
    }

    @Test
    void whatIsReadIsWaitedFor() {
        furnish();
        Screen.run(pulse::frame);
        assertThat(done).isEmpty();
        Screen.run(() -> reading.set(false));
        Screen.run(pulse::frame);
        assertThat(done).containsExactly("furnished");
        Screen.run(() -> reading.set(true));
        Screen.run(() -> reading.set(false));
        Screen.run(pulse::frame);
        assertThat(done).as("once").hasSize(1);
    }

    @Test
    void nothingIsWaitedForThatIsThere() {
        reading.set(false);
        furnish();
        assertThat(done).isEmpty();
        Screen.run(pulse::frame);
        assertThat(done).containsExactly("furnished");
    }

    @Test
    void whatTakesLongIsWaitedForNoLonger() {
        furnish();
        Screen.await("the end of patience", () -> {
            pulse.frame();
            return !done.isEmpty();
        });
        assertThat(reading.get()).isTrue();
    }

    @Test
    void whatIsOverIsNotFurnished() {
        reading.set(false);
        Subscription furnishing = furnish();
        Screen.run(furnishing::unsubscribe);
        Screen.run(pulse::frame);
        assertThat(done).isEmpty();
    }

    @Test
    void afterThePictureOfAFrameIsAfterTheFrameThatFollowsIt() {
        PulseScheduler frames = PulseScheduler.javaFx();
        Stage stage = Screen.call(Stage::new);
        int[] laidOut = {0};
        int[] at = {0, 0};
        Screen.run(() -> {
            stage.setScene(new Scene(new StackPane(new Label("a window")), 300, 200));
            stage.getScene().addPostLayoutPulseListener(() -> laidOut[0]++);
            stage.show();
            frames.request(() -> {
                at[0] = laidOut[0];
                frames.afterPicture(() -> at[1] = laidOut[0]);
            });
        });
        Screen.await("the picture", () -> at[1] > 0);
        // The frame itself and at least the one that the toolkit hands over when the picture is there.
        assertThat(at[1]).isGreaterThanOrEqualTo(at[0] + 2);
        Screen.run(stage::hide);
    }
}
