package io.alphaforge.ui.settings;

import io.alphaforge.ui.kit.Hints;
import javafx.geometry.Insets;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * A value that can be selected and copied, but not changed. Where there is no room for all of it, it ends in an ellipsis,
 * a path or an address has it in the middle, and a tip says the whole; with the keyboard in it, it is whole.
 */
final class FactField extends TextField {
    private static final String ELLIPSIS = "…";
    /** The field itself keeps a little room for its caret. */
    private static final double CARET = 2;

    private final String whole;

    FactField(String name, String whole) {
        super(whole);
        this.whole = whole;
        setEditable(false);
        getStyleClass().add("fact-value");
        setAccessibleText(name + ": " + whole);
        Hints.explain(this, whole);
        widthProperty().subscribe(width -> fit());
        insetsProperty().subscribe(insets -> fit());
        fontProperty().subscribe(font -> fit());
        focusedProperty().subscribe(is -> fit());
    }

    private void fit() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight() - CARET;
        String text = isFocused() || getWidth() <= 0 || width(whole) <= room ? whole : shortened(room);
        if (!text.equals(getText())) {
            setText(text);
        }
    }

    /** As much as there is room for, found by halving. */
    private String shortened(double room) {
        int fits = 0;
        int tooMuch = whole.length();
        while (tooMuch - fits > 1) {
            int middle = (fits + tooMuch) / 2;
            if (width(shortened(middle)) <= room) {
                fits = middle;
            } else {
                tooMuch = middle;
            }
        }
        return shortened(fits);
    }

    /** So many characters of it, and what stands for the others. */
    private String shortened(int length) {
        boolean isPlace = whole.indexOf(' ') < 0;
        int end = isPlace ? length / 2 : 0;
        return whole.substring(0, length - end).stripTrailing() + ELLIPSIS + whole.substring(whole.length() - end);
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(getFont());
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
