package io.alphaforge.ui.guide;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Makes flowing text out of what stands in a paragraph. */
final class Inlines {
    private final TextFlow flow = new TextFlow();
    private final Consumer<String> follow;

    private Inlines(Consumer<String> follow) {
        this.follow = follow;
    }

    /**
     * The text of a paragraph, a heading or a cell.
     *
     * @param follow takes the target of a link that was clicked
     */
    static TextFlow of(Node parent, Consumer<String> follow) {
        Inlines inlines = new Inlines(follow);
        inlines.children(parent, "guide-text");
        inlines.flow.getStyleClass().add("guide-flow");
        return inlines.flow;
    }

    private void children(Node parent, String style) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
            add(at, style);
        }
    }

    private void add(Node node, String style) {
        switch (node) {
            case org.commonmark.node.Text text -> text(text.getLiteral(), style);
            case Code code -> text(code.getLiteral(), "guide-code");
            case Emphasis emphasis -> children(emphasis, "guide-emphasis");
            case StrongEmphasis strong -> children(strong, "guide-strong");
            case SoftLineBreak soft -> text(" ", style);
            case HardLineBreak hard -> text("\n", style);
            case Link link -> link(link);
            case Image image -> {}
            default -> children(node, style);
        }
    }

    private void text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }

    private void link(Link link) {
        StringBuilder words = new StringBuilder();
        for (Node at = link.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            } else if (at instanceof Code code) {
                words.append(code.getLiteral());
            } else if (at instanceof SoftLineBreak) {
                words.append(' ');
            }
        }
        Hyperlink shown = new Hyperlink(words.toString());
        shown.getStyleClass().add("guide-link");
        shown.setOnAction(e -> follow.accept(link.getDestination()));
        flow.getChildren().add(shown);
    }
}
