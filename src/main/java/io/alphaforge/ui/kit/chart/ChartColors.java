package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.Theme;
import javafx.scene.paint.Color;

/**
 * The colours of charts, matched to the themes.
 *
 * @param onTag text on a tag of the colours {@code cross}, {@code up} or {@code down}
 */
public record ChartColors(
        Color background,
        Color grid,
        Color border,
        Color text,
        Color strongText,
        Color up,
        Color down,
        Color entry,
        Color exit,
        Color cross,
        Color onTag,
        Color selection,
        Color gap,
        Color first,
        Color second,
        Color third,
        Color equity,
        Color reference,
        Color drawdown) {
    private static final ChartColors LIGHT = new ChartColors(
            Color.web("#ffffff"),
            Color.web("#eef1f4"),
            Color.web("#d8dee4"),
            Color.web("#57606a"),
            Color.web("#24292f"),
            Color.web("#1a7f52"),
            Color.web("#cf3b44"),
            Color.web("#0969da"),
            Color.web("#bc4c00"),
            Color.web("#57606a"),
            Color.web("#ffffff"),
            Color.web("#0969da", 0.10),
            Color.web("#9a6700", 0.55),
            Color.web("#0969da"),
            Color.web("#bc4c00"),
            Color.web("#8250df"),
            Color.web("#0969da"),
            Color.web("#8c959f"),
            Color.web("#cf3b44"));
    private static final ChartColors DARK = new ChartColors(
            Color.web("#0d1117"),
            Color.web("#1b2129"),
            Color.web("#30363d"),
            Color.web("#8b949e"),
            Color.web("#c9d1d9"),
            Color.web("#2ea36a"),
            Color.web("#e5534b"),
            Color.web("#58a6ff"),
            Color.web("#f0883e"),
            Color.web("#8b949e"),
            Color.web("#0d1117"),
            Color.web("#58a6ff", 0.14),
            Color.web("#d29922", 0.6),
            Color.web("#58a6ff"),
            Color.web("#f0883e"),
            Color.web("#bc8cff"),
            Color.web("#58a6ff"),
            Color.web("#6e7681"),
            Color.web("#e5534b"));

    public static ChartColors of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    /** The colour of a line. */
    Color of(LineRole role) {
        return switch (role) {
            case FIRST -> first;
            case SECOND -> second;
            case THIRD -> third;
            case EQUITY -> equity;
            case REFERENCE -> reference;
            case DRAWDOWN -> drawdown;
        };
    }
}
