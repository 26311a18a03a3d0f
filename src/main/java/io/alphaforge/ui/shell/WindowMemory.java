package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Preferences;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Restores where the window was and how large, if that place is still on a screen, and remembers it. */
final class WindowMemory {
    private static final String PLACE = "window.place";
    private static final String MAXIMIZED = "window.maximized";

    private WindowMemory() {}

    static void restore(Stage stage, Preferences preferences) {
        List<String> place = preferences.list(PLACE);
        if (place.size() == 4) {
            try {
                double x = Double.parseDouble(place.get(0));
                double y = Double.parseDouble(place.get(1));
                double width = Double.parseDouble(place.get(2));
                double height = Double.parseDouble(place.get(3));
                if (isVisible(x, y, width, height)) {
                    set(stage::setX, x);
                    set(stage::setY, y);
                    set(stage::setWidth, Math.max(width, stage.getMinWidth()));
                    set(stage::setHeight, Math.max(height, stage.getMinHeight()));
                }
            } catch (NumberFormatException e) {
                // Written by hand: the window opens where the desktop puts it.
                preferences.putList(PLACE, List.of());
            }
        }
        stage.setMaximized(preferences.get(MAXIMIZED).isPresent());
    }

    /** Keeps the place of a window that is about to close. */
    static void remember(Stage stage, Preferences preferences) {
        preferences.put(MAXIMIZED, stage.isMaximized() ? "yes" : "");
        if (!stage.isMaximized()) {
            preferences.putList(
                    PLACE,
                    List.of(
                            Double.toString(stage.getX()),
                            Double.toString(stage.getY()),
                            Double.toString(stage.getWidth()),
                            Double.toString(stage.getHeight())));
        }
    }

    private static void set(DoubleConsumer property, double value) {
        property.accept(value);
    }

    /** Whether enough of the title is on a screen to be taken hold of. */
    private static boolean isVisible(double x, double y, double width, double height) {
        Rectangle2D title = new Rectangle2D(x + 40, y, Math.max(0, width - 80), Math.min(40, Math.max(0, height)));
        return Double.isFinite(x)
                && Double.isFinite(y)
                && Screen.getScreens().stream()
                        .anyMatch(s -> s.getVisualBounds().intersects(title));
    }
}
