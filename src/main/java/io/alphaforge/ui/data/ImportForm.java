package io.alphaforge.ui.data;

import io.alphaforge.feed.Layout;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Controls;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A line of fields in which a user says about files what cannot be told from them. */
final class ImportForm {
    private final VBox root;
    private final TextField symbol;

    ImportForm(ImportChoices choices) {
        ComboBox<@Nullable Layout> layout =
                choice("import-layout", "Layout of every file", choices.layout(), Layout.values(), l -> l.code());
        ComboBox<@Nullable Interval> interval = choice(
                "import-interval", "Interval of every file", choices.interval(), Interval.values(), i -> i.code());
        symbol = field("import-symbol", "Symbol of every file, such as BTC/USDT", "as found", choices.symbol());
        TextField suffix =
                field("import-suffix", "Put behind every symbol, such as .P for perpetuals", "none", choices.suffix());
        suffix.setPrefColumnCount(5);
        CheckBox replace = new CheckBox("Replace");
        replace.setId("import-replace");
        tip(replace, "Take the new bars even where most of the overlap with stored ones differs");
        replace.selectedProperty().bindBidirectional(choices.replace());
        CheckBox trial = new CheckBox("Trial run");
        trial.setId("import-trial");
        tip(trial, "Read and report, but store nothing");
        trial.selectedProperty().bindBidirectional(choices.trial());
        Hyperlink reset = new Hyperlink("Reset");
        reset.setId("import-reset");
        reset.setAccessibleText("Reset the options");
        reset.setOnAction(event -> choices.reset());
        HBox line = new HBox(
                labelled("Layout", layout),
                labelled("Interval", interval),
                labelled("Symbol", symbol),
                labelled("Suffix", suffix),
                replace,
                trial,
                reset);
        line.getStyleClass().add("data-form-line");
        Label problem =
                Controls.problem("import-problem", Bindings.createStringBinding(choices::problem, choices.changes()));
        root = new VBox(line, problem);
        root.getStyleClass().add("data-form");
    }

    private static <T> ComboBox<@Nullable T> choice(
            String id, String what, ObjectProperty<@Nullable T> chosen, T[] all, Function<T, String> name) {
        ComboBox<@Nullable T> box = new ComboBox<>(FXCollections.observableArrayList());
        box.setId(id);
        box.getItems().add(null);
        for (T each : all) {
            box.getItems().add(each);
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "auto" : name.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return box.getItems().stream()
                        .filter(Objects::nonNull)
                        .filter(value -> toString(value).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        box.setPromptText("auto");
        tip(box, what);
        return box;
    }

    private static TextField field(String id, String what, String prompt, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(9);
        field.textProperty().bindBidirectional(text);
        tip(field, what);
        return field;
    }

    private static void tip(Control control, String what) {
        control.setTooltip(new Tooltip(what));
        control.setAccessibleText(what);
        control.setMinWidth(Region.USE_PREF_SIZE);
    }

    static HBox labelled(String text, Node control) {
        Label label = new Label(text);
        label.getStyleClass().add("data-form-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(label, control);
        box.getStyleClass().add("data-form-field");
        return box;
    }

    void focus() {
        symbol.requestFocus();
    }

    Node node() {
        return root;
    }
}
