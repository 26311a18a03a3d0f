package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FactFieldTest {
    private static final String SENTENCE =
            "PostgreSQL 18.6 with TimescaleDB 2.23.1 community on x86_64-pc-linux-gnu, compiled by gcc 14.2.0, 64-bit";
    private static final String PATH = "/home/ann/.local/share/alphaforge/mirrors/db.example.com/crypto/mirror.duckdb";

    @BeforeAll
    static void toolkit() {
        Screen.start();
        Screen.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsisUntilTheKeyboardIsInIt() {
        AtomicReference<FactField> sentence = new AtomicReference<>();
        AtomicReference<FactField> path = new AtomicReference<>();
        Stage stage = Screen.call(() -> {
            sentence.set(new FactField("version", SENTENCE));
            path.set(new FactField("file", PATH));
            VBox root = new VBox(new Button("First"), sentence.get(), path.get());
            root.getStyleClass().addAll("root", "light");
            Scene scene = new Scene(root, 360, 120);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        Screen.settle();
        for (FactField field : new FactField[] {sentence.get(), path.get()}) {
            double width = Screen.call(() -> width(field));
            assertThat(width).isBetween(300.0, field.getWidth());
        }
        assertThat(text(sentence.get())).startsWith("PostgreSQL 18.6 with").endsWith("…");
        assertThat(text(path.get())).startsWith("/home/ann/").contains("…").endsWith("/mirror.duckdb");
        assertThat(sentence.get().getAccessibleHelp()).isEqualTo(SENTENCE);
        Screen.picture(stage, 360, 120, "facts-narrow");
        Screen.run(() -> sentence.get().requestFocus());
        Screen.settle();
        assertThat(text(sentence.get())).as("to be copied").isEqualTo(SENTENCE);
        Screen.run(() -> {
            path.get().requestFocus();
            stage.setWidth(1000);
        });
        Screen.settle();
        assertThat(text(sentence.get())).as("there is room").isEqualTo(SENTENCE);
        Screen.run(stage::hide);
    }

    private static String text(FactField field) {
        return Screen.call(() -> field.getText());
    }

    private static double width(FactField field) {
        Text text = new Text(field.getText());
        text.setFont(field.getFont());
        return text.getLayoutBounds().getWidth();
    }
}
