package io.alphaforge.ui.scripted;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.Theme;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** A page in a window of its own, with as much room as the workstation leaves it. */
public final class Framed {
    private static final double RAIL = 56;
    private static final double HEADER = 48;
    private static final double STATUS = 28;

    private final BorderPane root = new BorderPane();
    private final Stage stage;

    /** Shows a page; to be called on the JavaFX thread. */
    public Framed(Page page, Theme theme) {
        root.getStyleClass().add("root");
        root.setLeft(space(RAIL, 0, "-color-bg-subtle"));
        root.setTop(space(0, HEADER, "-color-bg-default"));
        root.setBottom(space(0, STATUS, "-color-bg-subtle"));
        root.setCenter(page.node());
        Scene scene = new Scene(root, 1280, 720);
        scene.getStylesheets().setAll(Assets.stylesheets());
        stage = new Stage();
        stage.setScene(scene);
        show(theme);
        stage.show();
        page.focus();
    }

    /** Changes the looks. */
    public void show(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        root.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        root.getStyleClass().add(theme.styleClass());
    }

    /** Pictures of it under this name: small in both themes, large in the dark one. */
    public void pictures(String name) {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> show(theme));
            picture(1280, 720, name + "-" + theme.styleClass());
        }
        Screen.run(() -> show(Theme.DARK));
        picture(1920, 1080, name + "-" + Theme.DARK.styleClass());
    }

    public Path picture(int width, int height, String name) {
        return Screen.picture(stage, width, height, name);
    }

    /** A picture of the page alone, at the size that it has in a window of 1280 by 720. */
    public Path alone(String name) {
        Node[] frame = Screen.call(() -> {
            Node[] parts = {root.getLeft(), root.getTop(), root.getBottom()};
            root.getChildren().removeAll(parts);
            return parts;
        });
        Path file = picture((int) (1280 - RAIL), (int) (720 - HEADER - STATUS), name);
        Screen.run(() -> {
            root.setLeft(frame[0]);
            root.setTop(frame[1]);
            root.setBottom(frame[2]);
        });
        return file;
    }

    public Stage stage() {
        return stage;
    }

    /** Takes the page out and the window away; not to be called on the JavaFX thread. */
    public void close() {
        Screen.run(() -> {
            root.requestFocus();
            root.setCenter(new Region());
        });
        // A scene forgets what was taken out of it with its next frame.
        Screen.settle();
        Screen.run(stage::hide);
    }

    private static Region space(double width, double height, String colour) {
        Region region = new Region();
        region.setMinSize(width, height);
        region.setStyle("-fx-background-color: " + colour);
        return region;
    }
}
