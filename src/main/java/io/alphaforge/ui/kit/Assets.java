package io.alphaforge.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The icons, fonts and stylesheets that come with the application. */
public final class Assets {
    private static final String FOLDER = "/assets/";
    private static final List<String> FONTS = List.of("InterFigures-Regular.otf", "InterFigures-Bold.otf");
    private static final List<String> STYLESHEETS = List.of(
            "alphaforge", "shell", "dashboard", "backtest", "coin", "runs", "data", "performance", "settings", "guide");
    /** What a window is given: the toolkit shows one of these, for one, two and four pixels a point. */
    private static final int[] ICON_SIZES = {32, 64, 128};

    private Assets() {}

    /** Makes the fonts known to the toolkit; once, before the first window. */
    public static void loadFonts() {
        for (String file : FONTS) {
            try (InputStream stream = open("fonts/" + file)) {
                Objects.requireNonNull(Font.loadFont(stream, 13), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What every page shares, then what each page adds. */
    public static List<String> stylesheets() {
        return STYLESHEETS.stream()
                .map(name -> Objects.requireNonNull(Assets.class.getResource(FOLDER + "css/" + name + ".css"), name)
                        .toExternalForm())
                .toList();
    }

    public static List<Image> icons() {
        return IntStream.of(ICON_SIZES).mapToObj(Assets::icon).toList();
    }

    /** The icon of this size in pixels. */
    public static Image icon(int size) {
        return new Image(open("icons/alphaforge-" + size + ".png"));
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + path), path);
    }
}
