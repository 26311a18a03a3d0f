package io.alphaforge.ui.data;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Controls;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of fields for the making of synthetic coins, with the warning what they are. */
final class DemoForm {
    private final VBox root;
    private final TextField symbols;

    /**
     * A form.
     *
     * @param idle whether coins could be made now
     * @param create takes what was chosen
     */
    DemoForm(DemoChoices choices, ObservableValue<Boolean> idle, Consumer<DemoOptions> create) {
        symbols = field("demo-symbols", "How many synthetic coins, up to 1,600", choices.symbols());
        TextField days = field("demo-days", "How many days back, up to 10,000", choices.days());
        TextField seed = field("demo-seed", "Another seed makes another universe", choices.seed());
        ComboBox<Interval> interval = new ComboBox<>(FXCollections.observableArrayList(Interval.D1, Interval.H1));
        interval.setId("demo-interval");
        interval.setAccessibleText("Interval of the bars");
        interval.valueProperty().bindBidirectional(choices.interval());
        Button make =
                Controls.button("create-demo", "Create", Feather.SHUFFLE, "Make synthetic coins and store them", () -> {
                    DemoOptions options = choices.options();
                    if (options != null) {
                        create.accept(options);
                    }
                });
        make.getStyleClass().add("accent");
        make.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> choices.options() == null || !Boolean.TRUE.equals(idle.getValue()),
                        choices.changes(),
                        idle));
        HBox line = new HBox(
                ImportForm.labelled("Coins", symbols),
                ImportForm.labelled("Days", days),
                ImportForm.labelled("Interval", interval),
                ImportForm.labelled("Seed", seed),
                make);
        line.getStyleClass().add("data-form-line");
        Label warning = new Label(
                "Demo coins are synthetic: their prices are made up. They are marked DEMO everywhere, and those of another"
                        + " seed replace the ones that are there.",
                new FontIcon(Feather.ALERT_TRIANGLE));
        warning.setId("demo-warning");
        warning.getStyleClass().add("data-form-warning");
        Label problem =
                Controls.problem("demo-problem", Bindings.createStringBinding(choices::problem, choices.changes()));
        root = new VBox(line, warning, problem);
        root.getStyleClass().add("data-form");
    }

    private static TextField field(String id, String what, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(5);
        field.setTooltip(new Tooltip(what));
        field.setAccessibleText(what);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    void focus() {
        symbols.requestFocus();
    }

    Node node() {
        return root;
    }
}
