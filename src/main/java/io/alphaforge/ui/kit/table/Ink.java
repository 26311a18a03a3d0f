package io.alphaforge.ui.kit.table;

import java.util.Locale;
import javafx.scene.paint.Color;

/** What a table draws with; the stylesheet says which colour each has, as {@code -af-ink-<name>}. */
public enum Ink {
    TEXT("black"),
    MUTED("dimgray"),
    FAINT("gray"),
    UP("green"),
    DOWN("red"),
    WARNING("orange"),
    DANGER("red"),
    ACCENT("blue"),
    /** What a bar is measured against. */
    TRACK("lightgray"),
    OUTLINE("lightgray"),
    TAG("brown"),
    TAG_GROUND("lightyellow"),
    GROUND("white"),
    SELECTED("whitesmoke"),
    LINE("lightgray"),
    HEADER("whitesmoke");

    private final String initial;

    Ink(String initial) {
        this.initial = initial;
    }

    /** Until a stylesheet says something else. */
    Color initial() {
        return Color.web(initial);
    }

    /** As in a stylesheet. */
    String property() {
        return "-af-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
