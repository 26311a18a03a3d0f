package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Preferences;
import java.util.Comparator;
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
                    Rectangle2D fitting = within(
                            screen(x, y, width, height),
                            x,
                            y,
                            Math.max(width, stage.getMinWidth()),
                            Math.max(height, stage.getMinHeight()));
                    set(stage::setX, fitting.getMinX());
                    set(stage::setY, fitting.getMinY());
                    set(stage::setWidth, fitting.getWidth());
                    set(stage::setHeight, fitting.getHeight());
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

    /** The screen that shows most of the window. */
    private static Rectangle2D screen(double x, double y, double width, double height) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .max(Comparator.comparingDouble(bounds -> shared(bounds, x, y, width, height)))
                .orElseThrow();
    }

    private static double shared(Rectangle2D bounds, double x, double y, double width, double height) {
        double wide = Math.min(bounds.getMaxX(), x + width) - Math.max(bounds.getMinX(), x);
        double high = Math.min(bounds.getMaxY(), y + height) - Math.max(bounds.getMinY(), y);
        return Math.max(0, wide) * Math.max(0, high);
    }

    /** A place of this size within these bounds, as near to where it was as they allow. */
    static Rectangle2D within(Rectangle2D bounds, double x, double y, double width, double height) {
        double wide = Math.min(width, bounds.getWidth());
        double high = Math.min(height, bounds.getHeight());
        return new Rectangle2D(
                Math.clamp(x, bounds.getMinX(), bounds.getMaxX() - wide),
                Math.clamp(y, bounds.getMinY(), bounds.getMaxY() - high),
                wide,
                high);
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
