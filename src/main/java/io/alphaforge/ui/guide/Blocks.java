package io.alphaforge.ui.guide;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes what the window shows out of the blocks of a chapter: paragraphs, lists, tables, commands, pictures. */
final class Blocks {
    private static final String PICTURES = "/assets/screenshots/guide/";

    private final Consumer<String> follow;

    /** @param follow takes the target of a link that was clicked */
    Blocks(Consumer<String> follow) {
        this.follow = follow;
    }

    List<javafx.scene.Node> of(List<Node> blocks) {
        List<javafx.scene.Node> shown = new ArrayList<>();
        for (Node block : blocks) {
            javafx.scene.Node one = of(block);
            if (one != null) {
                shown.add(one);
            }
        }
        return shown;
    }

    private javafx.scene.@Nullable Node of(Node block) {
        return switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph ->
                paragraph.getFirstChild() instanceof Image image ? picture(image) : Inlines.of(paragraph, follow);
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case FencedCodeBlock code -> code(code.getLiteral());
            case TableBlock table -> new TableGrid(follow).of(table);
            default -> null;
        };
    }

    private javafx.scene.Node heading(Heading heading) {
        javafx.scene.Node shown = Inlines.of(heading, follow);
        shown.getStyleClass().add("guide-heading");
        shown.getProperties().put(Guide.class, Guide.anchor(Guide.words(heading)));
        return shown;
    }

    /** @param first number of the first item; 0 for bullets */
    private VBox list(Node list, int first) {
        VBox box = new VBox();
        box.getStyleClass().add("guide-list");
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(first == 0 ? "•" : number++ + ".");
            mark.getStyleClass().add("guide-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            List<Node> blocks = new ArrayList<>();
            for (Node at = item.getFirstChild(); at != null; at = at.getNext()) {
                blocks.add(at);
            }
            VBox content = new VBox();
            content.getStyleClass().add("guide-item");
            content.getChildren().setAll(of(blocks));
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox row = new HBox(mark, content);
            row.getStyleClass().add("guide-row");
            box.getChildren().add(row);
        }
        return box;
    }

    private static javafx.scene.Node code(String literal) {
        String commands = literal.stripTrailing();
        Label text = new Label(commands);
        text.getStyleClass().add("guide-block");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button copy = new Button("", new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "guide-copy");
        copy.setTooltip(new Tooltip("Copy"));
        copy.setAccessibleText("Copy these lines");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(commands);
            Clipboard.getSystemClipboard().setContent(content);
        });
        StackPane.setAlignment(copy, javafx.geometry.Pos.TOP_RIGHT);
        return new StackPane(text, copy);
    }

    private static javafx.scene.@Nullable Node picture(Image image) {
        String path = image.getDestination();
        URL url = Blocks.class.getResource(PICTURES + path.substring(path.lastIndexOf('/') + 1));
        if (url == null) {
            return null;
        }
        javafx.scene.image.Image pixels = new javafx.scene.image.Image(url.toExternalForm(), true);
        ImageView view = new ImageView(pixels);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("guide-picture");
        frame.setMinWidth(0);
        // The picture follows the width of the text and is never larger than it was taken.
        frame.widthProperty().subscribe(width -> view.setFitWidth(width.doubleValue() - 2));
        if (image.getFirstChild() instanceof org.commonmark.node.Text words) {
            view.setAccessibleText(words.getLiteral());
        }
        return frame;
    }
}
