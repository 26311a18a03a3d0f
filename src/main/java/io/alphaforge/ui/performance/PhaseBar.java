package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.PhaseTimes;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A bar as wide as there is room, divided as the phases of a run shared its time. */
final class PhaseBar extends Region {
    private static final double HEIGHT = 14;
    private static final double GAP = 1;
    private static final double LEAST = 2;

    private final Map<Phase, Region> parts = new EnumMap<>(Phase.class);
    private @Nullable PhaseTimes times;

    PhaseBar() {
        getStyleClass().add("phase-bar");
        for (Phase phase : Phase.values()) {
            Region part = new Region();
            part.getStyleClass().addAll("phase", style(phase));
            part.setManaged(false);
            Hints.explain(part, phase.title() + ": " + phase.definition());
            parts.put(phase, part);
            getChildren().add(part);
        }
    }

    static String style(Phase phase) {
        return "phase-" + phase.name().toLowerCase(Locale.ROOT);
    }

    void show(@Nullable PhaseTimes now) {
        times = now;
        StringBuilder words = new StringBuilder("Where the time went:");
        if (now != null) {
            for (Phase phase : Phase.values()) {
                words.append(' ')
                        .append(phase.title())
                        .append(' ')
                        .append(Formats.percent(100 * now.share(phase), 0))
                        .append(';');
            }
        }
        setAccessibleText(words.toString());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double total = times == null ? 0 : times.total();
        double at = 0;
        double sum = 0;
        for (Phase phase : Phase.values()) {
            Region part = parts.get(phase);
            if (part == null) {
                continue;
            }
            double value = times == null ? 0 : times.of(phase);
            sum += value;
            part.setVisible(total > 0 && value > 0);
            if (part.isVisible()) {
                double end = snapPositionX(getWidth() * sum / total);
                double width = Math.max(LEAST, end - at);
                part.resizeRelocate(at, 0, Math.max(LEAST, width - (end < getWidth() ? GAP : 0)), HEIGHT);
                at += width;
            }
        }
    }
}
