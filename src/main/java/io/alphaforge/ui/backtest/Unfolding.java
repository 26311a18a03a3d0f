package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.PulseScheduler;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Lets a table whose rows are all exchanged at once show a few of them first and more with every frame. To fill a cell
 * costs a tenth of a millisecond, ten times that in a virtual machine that has just been started; all cells on screen
 * at once would hold a frame up.
 */
final class Unfolding {
    private static final double HEADING = 48;
    private static final int FIRST = 2;
    /** So many frames add one row each, as many then two rows each, and so on. */
    private static final int FRAMES_A_STEP = 4;

    private final StackPane frame;
    private final Region table;
    private final double row;
    private final PulseScheduler pulse;
    private boolean unfolding;
    private double limit;
    private int steps;

    /**
     * Unfolds a table.
     *
     * @param frame holds the table at its upper edge, and nothing else
     * @param row height of a row
     */
    Unfolding(StackPane frame, Region table, double row, PulseScheduler pulse) {
        this.frame = frame;
        this.table = table;
        this.row = row;
        this.pulse = pulse;
    }

    /** To be called before the rows are exchanged: from now on there is room for few of them, and more with every frame. */
    void fold() {
        limit = HEADING + FIRST * row;
        steps = 0;
        table.setMaxHeight(limit);
        // At once, while the old rows are there: the table lets go of cells that it need not fill then.
        frame.layout();
        if (!unfolding) {
            unfolding = true;
            pulse.request(this::unfold);
        }
    }

    private void unfold() {
        limit += (1 + steps++ / FRAMES_A_STEP) * row;
        unfolding = limit < frame.getHeight();
        table.setMaxHeight(unfolding ? limit : Double.MAX_VALUE);
        if (unfolding) {
            pulse.request(this::unfold);
        }
    }
}
