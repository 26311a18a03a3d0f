package io.alphaforge.ui.kit.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts of one font are: the sum of their characters, each measured once. */
final class TextWidths {
    private static final int DIRECT = 256;

    private final Text probe = new Text();
    private final double[] direct = new double[DIRECT];
    private final Map<Character, Double> others = new HashMap<>();

    TextWidths(Font font) {
        probe.setFont(font);
        Arrays.fill(direct, Double.NaN);
    }

    double of(CharSequence text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += of(text.charAt(i));
        }
        return width;
    }

    private double of(char c) {
        if (c >= DIRECT) {
            return others.computeIfAbsent(c, this::measure);
        }
        if (Double.isNaN(direct[c])) {
            direct[c] = measure(c);
        }
        return direct[c];
    }

    private double measure(char c) {
        // Twice between marks: a blank alone would have no bounds.
        probe.setText("||");
        double marks = probe.getLayoutBounds().getWidth();
        probe.setText("|" + c + c + "|");
        return (probe.getLayoutBounds().getWidth() - marks) / 2;
    }

    /** The text, or as much of it as there is room for with an ellipsis at its end. */
    String fitted(String text, double room) {
        // Half a pixel is no reason to cut.
        if (of(text) <= room + 0.5) {
            return text;
        }
        double left = room - of('…');
        int end = 0;
        while (end < text.length() && left >= of(text.charAt(end))) {
            left -= of(text.charAt(end++));
        }
        return left < 0 ? "" : text.substring(0, end).stripTrailing() + "…";
    }
}
