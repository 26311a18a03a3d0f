package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.settings.Appearance;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the top of the window: where one is, the search, and the switches for times and theme. */
final class Header {
    private final HBox root = new HBox();

    /** A line that says where one is. */
    Header(Appearance appearance, Whereabouts at, Runnable openPalette, Runnable goBack, Runnable openGuide) {
        ImageView mark = new ImageView(Assets.icon(48));
        mark.setFitWidth(24);
        mark.setFitHeight(24);
        Label name = new Label("AlphaForge", mark);
        name.getStyleClass().add("brand");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label();
        title.setId("page-title");
        title.getStyleClass().add("page-title");
        title.textProperty()
                .bind(at.shown().map(page -> page == null ? "" : page.title()).orElse(""));
        Button back = button("back", Feather.ARROW_LEFT, "Back (Alt+Left)");
        back.setOnAction(e -> goBack.run());
        // Nothing leads back from a place.
        back.visibleProperty()
                .bind(at.ready()
                        .flatMap(ready -> at.shown()
                                .map(page -> ready && page != null && page.place() == null)
                                .orElse(false)));
        back.managedProperty().bind(back.visibleProperty());
        HBox left = new HBox(name, back, title);
        left.getStyleClass().add("header-side");
        left.setAlignment(Pos.CENTER_LEFT);

        Button search = new Button("Search coins, views, actions", new FontIcon(Feather.SEARCH));
        search.setId("search");
        search.getStyleClass().add("search-button");
        search.setAccessibleText("Search coins, views, actions and strategies (Ctrl+K)");
        Hints.explain(search, "Search coins, views, actions and strategies (Ctrl+K)");
        search.setAlignment(Pos.CENTER_LEFT);
        search.setOnAction(e -> openPalette.run());
        search.disableProperty().bind(at.ready().not());

        Button zone = new Button();
        zone.setId("zone");
        zone.getStyleClass().add("flat");
        Hints.explain(zone, "Times in UTC or in the zone of this computer (Ctrl+Shift+U)");
        zone.textProperty()
                .bind(appearance.times().zone().map(z -> appearance.times().isUtc() ? "UTC" : "Local"));
        zone.setAccessibleText("Switch between UTC and local times");
        zone.setOnAction(e -> appearance.switchZone());
        Button theme = button("theme", Feather.MOON);
        Hints.explain(
                theme, appearance.theme().map(now -> (now == Theme.DARK ? "Light" : "Dark") + " theme (Ctrl+Shift+L)"));
        theme.setOnAction(e -> appearance.switchTheme());
        appearance.theme().subscribe(now -> {
            boolean dark = now == Theme.DARK;
            ((FontIcon) theme.getGraphic()).setIconCode(dark ? Feather.SUN : Feather.MOON);
            theme.setAccessibleText(dark ? "Switch to the light theme" : "Switch to the dark theme");
        });
        Button guide = button("guide-button", Feather.HELP_CIRCLE, "Guide (F1)");
        guide.setOnAction(e -> openGuide.run());
        HBox right = new HBox(zone, theme, guide);
        right.getStyleClass().add("header-side");
        right.setAlignment(Pos.CENTER_RIGHT);
        // Both sides take the same room, so that the search stays in the middle.
        left.setMinWidth(0);
        left.setPrefWidth(0);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        root.getChildren().addAll(left, search, right);
        root.getStyleClass().add("header");
    }

    HBox node() {
        return root;
    }

    private static Button button(String id, Feather icon, String tip) {
        Button button = button(id, icon);
        Hints.explain(button, tip);
        button.setAccessibleText(tip);
        return button;
    }

    private static Button button(String id, Feather icon) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }
}
