package io.alphaforge.ui.coin;

import java.util.List;

/**
 * One figure with its name.
 *
 * @param definition one or two sentences for the tooltip, with the unit
 * @param direction 1 or −1 for a change upwards or downwards, 0 for anything else
 */
record Figure(String name, String text, String definition, int direction) {

    static Figure plain(String name, String text, String definition) {
        return new Figure(name, text, definition, 0);
    }

    /** Figures that belong together. */
    record Group(String title, List<Figure> figures) {
        Group {
            figures = List.copyOf(figures);
        }
    }
}
