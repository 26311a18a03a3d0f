import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * What a table of JavaFX alone takes: 263 rows of twelve texts in the toolkit's own look, no database, no program around
 * it. How far the application is from that is its own doing; how far this is from an empty window is not.
 */
public final class TableWindow extends Application {
    private static final int ROWS = 263;
    private static final int COLUMNS = 12;

    public static void main(String[] arguments) {
        launch(TableWindow.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        TableView<List<String>> table = new TableView<>();
        for (int c = 0; c < COLUMNS; c++) {
            int column = c;
            TableColumn<List<String>, String> shown = new TableColumn<>("Column " + c);
            shown.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(column)));
            table.getColumns().add(shown);
        }
        for (int r = 0; r < ROWS; r++) {
            int row = r;
            table.getItems().add(IntStream.range(0, COLUMNS).mapToObj(c -> row + "." + c).toList());
        }
        stage.setScene(new Scene(table, 1280, 720));
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
