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
    private final StackPane top = room("header");
    private final StackPane left = room("rail");
    private final StackPane bottom = room("status-bar");
    private final StackPane root;
    private final Scene scene;

    /** A frame that has room for what is around a page, until {@link #furnish}. */
    WindowFrame(NoticePane notices, Overlay overlay) {
        frame.setTop(top);
        frame.setLeft(left);
        frame.setBottom(bottom);
        frame.setMinSize(0, 0);
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

    /** As high or wide as what will be there, which is what one comes by before the page with Tab. */
    private static StackPane room(String styleClass) {
        Region empty = new Region();
        empty.getStyleClass().add(styleClass);
        return new StackPane(empty);
    }

    /** Puts what is around a page into its room. */
    void furnish(Region header, Region rail, Region status) {
        // However much a page or a line asks for, rail, header and status bar stay where they can be seen.
        header.setMinWidth(0);
        status.setMinWidth(0);
        top.getChildren().setAll(header);
        left.getChildren().setAll(rail);
        bottom.getChildren().setAll(status);
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
