package io.alphaforge.ui.shell;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Cards over each other, the newest at the bottom. Each is as high as its text wants; older ones for which there is no room
 * wait, not shown, until newer ones are gone.
 */
final class NoticeStack extends VBox {

    /** It takes what room there is, and no more. */
    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double bottom = getHeight() - insets.getBottom();
        boolean room = true;
        List<Node> cards = getManagedChildren();
        for (Node card : cards.reversed()) {
            double height = snapSizeY(card.prefHeight(width));
            // The newest is shown wherever there is a window at all.
            room &= card.equals(cards.getLast()) || bottom - height >= insets.getTop();
            card.setVisible(room);
            if (room) {
                layoutInArea(card, insets.getLeft(), bottom - height, width, height, 0, null, HPos.RIGHT, VPos.BOTTOM);
                bottom -= height + snapSpaceY(getSpacing());
            }
        }
    }
}
