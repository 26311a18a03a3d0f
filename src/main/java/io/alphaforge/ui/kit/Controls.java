package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The controls of a page above its table, all of one kind: buttons with icon and tip, a filter, signs of work and trouble. */
public final class Controls {
    /** The least room in which a filter can be read. */
    private static final double FILTER = 120;

    private Controls() {}

    /**
     * A button with an icon and a text.
     *
     * @param tip what it does in a sentence, with its key
     */
    public static Button button(String id, String text, Feather icon, String tip, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        Hints.explain(button, tip);
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A field in which a part of what is to be shown is typed. */
    public static TextField filter(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("page-filter");
        return field;
    }

    /**
     * A small sign that something is going on.
     *
     * @param what "Reading the archive"
     */
    public static Node busy(String what, ObservableValue<Boolean> when) {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.getStyleClass().add("page-busy");
        indicator.setAccessibleText(what);
        return shown(indicator, when);
    }

    /** One sentence about what is wrong; takes no room when nothing is. */
    public static Label problem(String id, ObservableValue<String> sentence) {
        Label label = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        label.setId(id);
        label.getStyleClass().add("page-problem");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(sentence);
        return shown(label, sentence.map(text -> !text.isEmpty()));
    }

    /** How much is shown, beside the filter. */
    public static Label count(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("page-count");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        return label;
    }

    /** Takes the room that is left between what is on the left and what is on the right. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** The line of controls at the top of a page; where it is narrow its filter gives way first, then buttons from the right. */
    public static HBox bar(Node... nodes) {
        return bar("page-bar", nodes);
    }

    /** Such a line that looks as this style class says. */
    public static HBox bar(String styleClass, Node... nodes) {
        List<Node> givingWay = new ArrayList<>();
        List<Node> texts = new ArrayList<>();
        for (Node node : Arrays.asList(nodes).reversed()) {
            if (node instanceof TextField field) {
                field.setMinWidth(FILTER);
                givingWay.addFirst(field);
            } else if (node instanceof ButtonBase) {
                givingWay.add(node);
            } else if (node instanceof Label label) {
                Hints.explain(label, label.textProperty());
                texts.add(label);
            }
        }
        givingWay.addAll(texts);
        HBox bar = new TightLine(givingWay, nodes);
        bar.getStyleClass().add(styleClass);
        return bar;
    }

    /** A node that is there, and takes room, only while this holds. */
    public static <N extends Node> N shown(N node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }
}
