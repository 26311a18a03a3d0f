package io.alphaforge.ui.backtest;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of the form: a label, a control, and below it the sentence about what is wrong with it. */
final class FormRows {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private FormRows() {}

    static HBox section(String title, @Nullable Node action) {
        Label label = new Label(title);
        label.getStyleClass().add("form-section");
        HBox line = new HBox(label);
        line.getStyleClass().add("form-section-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        if (action != null) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().addAll(gap, action);
        }
        return line;
    }

    static HBox row(String title, Control control, String description) {
        return row(title, control, control, description);
    }

    private static HBox row(String title, Control control, Region shown, String description) {
        Label label = new Label(title);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.getStyleClass().add("form-label");
        label.setTooltip(tooltip(description));
        control.setTooltip(tooltip(description));
        control.setAccessibleText(title.replace("_", ""));
        control.setAccessibleHelp(description);
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(label, shown);
        row.getStyleClass().add("form-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(shown, Priority.ALWAYS);
        return row;
    }

    /** A text field with its problem below it, marked while it is invalid, and with a button that resets it. */
    static VBox text(String id, InputField<?> input, ValidationMarks marks) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(input.text());
        StackPane resettable = new StackPane(field, reset(id, input, field));
        resettable.getStyleClass().add("resettable");
        HBox row = row(input.label(), field, resettable, input.description());
        ((Label) row.getChildren().getFirst()).setMnemonicParsing(false);
        Label problem = new Label();
        problem.setId(id + "-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(input.problem());
        showWhen(problem, input.problem().map(sentence -> !sentence.isEmpty()));
        Tooltip tip = Objects.requireNonNull(field.getTooltip());
        input.problem().subscribe(sentence -> {
            String help = sentence.isEmpty() ? input.description() : sentence;
            field.pseudoClassStateChanged(INVALID, !sentence.isEmpty());
            field.setAccessibleHelp(help);
            tip.setText(help);
        });
        marks.watch(field, input);
        VBox box = new VBox(row, problem);
        box.getStyleClass().add("form-field");
        box.setUserData(field);
        return box;
    }

    /** A button inside the field, there as long as it would change something. */
    private static Button reset(String id, InputField<?> input, TextField field) {
        Button reset = new Button("", new FontIcon(Feather.ROTATE_CCW));
        reset.setId(id + "-reset");
        reset.getStyleClass().add("field-reset");
        reset.setTooltip(tooltip("Set " + input.label() + " back to " + input.initialText() + "."));
        reset.setAccessibleText("Reset " + input.label());
        reset.setOnAction(e -> {
            input.reset();
            field.requestFocus();
        });
        reset.visibleProperty().bind(input.changed());
        StackPane.setAlignment(reset, Pos.CENTER_RIGHT);
        return reset;
    }

    /** The text field of a row made by {@link #text}. */
    static TextField field(VBox row) {
        return (TextField) Objects.requireNonNull(row.getUserData());
    }

    static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return values.stream()
                        .filter(v -> name.apply(v).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
        return box;
    }

    /** A choice whose list says below each name what it means. */
    static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> name, Function<T, String> meaning) {
        ComboBox<T> box = choice(id, values, name);
        box.setCellFactory(list -> new DescribedCell<>(name, meaning));
        return box;
    }

    /** A sentence below a choice about what is chosen. */
    static Label description(String id, ObservableValue<String> text) {
        Label description = new Label();
        description.setId(id);
        description.getStyleClass().add("form-description");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        description.textProperty().bind(text);
        return description;
    }

    /** Takes no room while it is not shown. */
    static void showWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }
}
