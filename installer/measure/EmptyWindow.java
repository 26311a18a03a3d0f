import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/** The least that a window of this stack can be: the floor that the start of the application is compared with. */
public final class EmptyWindow extends Application {
    public static void main(String[] arguments) {
        launch(EmptyWindow.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 1280, 720, Color.WHITE));
        stage.show();
        if (getParameters().getRaw().contains("train")) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(3_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                Platform.exit();
            });
        }
    }
}
