package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Theme;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window consists of: header, rail and status bar around a page or a message, notices and overlay above them. */
final class WindowFrame {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private final BorderPane frame = new BorderPane();
    private final StackPane root;
    private final Scene scene;
    private final Header header;
    private final Rail rail;

    WindowFrame(Header header, Rail rail, Region status, NoticePane notices, Overlay overlay) {
        this.header = header;
        this.rail = rail;
        frame.setTop(header.node());
        frame.setLeft(rail.node());
        frame.setBottom(status);
        // However much a page or a line asks for, rail, header and status bar stay where they can be seen.
        frame.setMinSize(0, 0);
        header.node().setMinWidth(0);
        status.setMinWidth(0);
        root = new StackPane(frame, notices.node(), overlay.node());
        StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
        scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Assets.stylesheets());
    }

    Scene scene() {
        return scene;
    }

    StackPane root() {
        return root;
    }

    /** Shows the pages of a workspace. */
    void show(Node pages) {
        frame.setCenter(pages);
    }

    /** Shows that something is going on, during which one can go nowhere. */
    void waiting(String title, String sentence) {
        message(new ProgressIndicator(), title, sentence);
    }

    /** Shows how far a backup is restored. */
    void restoring(WorkspaceSession.Restoring now) {
        waiting("", "");
        frame.setCenter(RestorePane.of(now.progress(), now.cancel()));
    }

    /**
     * Shows why there is no database.
     *
     * @param again tries once more
     * @param toAnother leads to another one
     */
    void unusable(String sentence, Runnable again, Runnable toAnother) {
        Button retry = new Button("_Try again", new FontIcon(Feather.REFRESH_CW));
        retry.setId("try-again");
        retry.setOnAction(e -> again.run());
        Button other = new Button("Open _another database…", new FontIcon(Feather.FOLDER));
        other.setId("other-database");
        other.setOnAction(e -> toAnother.run());
        FontIcon picture = new FontIcon(Feather.ALERT_TRIANGLE);
        picture.getStyleClass().add("message-problem");
        message(picture, "The database cannot be used", sentence, retry, other);
    }

    private void message(Node picture, String title, String sentence, Node... actions) {
        rail.mark(null);
        rail.enable(false);
        header.rest();
        frame.setCenter(MessagePane.of(picture, title, sentence, actions));
    }

    void apply(Theme theme) {
        if (!theme.stylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.stylesheet());
        }
        root.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        root.getStyleClass().add(theme.styleClass());
    }
}
