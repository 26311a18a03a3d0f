package io.alphaforge.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** A place that the navigation rail leads to. */
enum Place {
    DASHBOARD(1, "Dashboard", Feather.GRID, "The whole market at a glance", "dashboard"),
    BACKTEST(2, "Backtest", Feather.PLAY_CIRCLE, "Run a strategy over many coins", "backtest"),
    RUNS(3, "Runs", Feather.LAYERS, "Earlier runs, reopened and compared", "runs"),
    DATA(4, "Data", Feather.DATABASE, "What is stored, import and quality", "data"),
    PERFORMANCE(6, "Performance", Feather.ACTIVITY, "What runs took and where their time went", "performance"),
    SETTINGS(5, "Settings", Feather.SETTINGS, "Theme, times, cache, log", "settings");

    private final int digit;
    private final String title;
    private final Feather icon;
    private final String description;
    private final String chapter;

    Place(int digit, String title, Feather icon, String description, String chapter) {
        this.digit = digit;
        this.title = title;
        this.icon = icon;
        this.description = description;
        this.chapter = chapter;
    }

    /** The place of this id; the dashboard for any other text. */
    static Place of(String id) {
        return Arrays.stream(values())
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElse(DASHBOARD);
    }

    String title() {
        return title;
    }

    Feather icon() {
        return icon;
    }

    String description() {
        return description;
    }

    /** The chapter of the guide about it, as links name it. */
    String chapter() {
        return chapter;
    }

    /** The name under which tests and preferences know it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its key as people read it. */
    String keyText() {
        return KeyCombination.keyCombination(key()).getDisplayText();
    }

    /** As {@code KeyCombination.keyCombination} reads it. */
    String key() {
        return "Shortcut+" + digit;
    }
}
