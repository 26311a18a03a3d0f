package io.alphaforge.ui.backtest;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Formats;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The column of fields beside the results. */
final class FormPane {
    private final BacktestForm form;
    private final ScrollPane root;
    private final VBox fields = new VBox();
    private final VBox parameters = new VBox();
    private final Map<Strategy, List<Node>> parameterRows = new LinkedHashMap<>();
    private final ValidationMarks marks = new ValidationMarks();
    private final ComboBox<Strategy> strategy;
    private final PresetBar presets;

    FormPane(BacktestViewModel model) {
        this.form = model.form();
        fields.getStyleClass().add("form");
        presets = new PresetBar(model.presets());
        fields.getChildren().add(presets.node());
        strategy = FormRows.choice("strategy", form.strategies(), Strategy::name, Strategy::description);
        strategy();
        fields.getChildren().addAll(new UniversePane(model).nodes(model, marks));
        data(model);
        execution();
        root = new ScrollPane(ValidationMarks.around(fields));
        root.getStyleClass().add("form-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
    }

    ScrollPane node() {
        return root;
    }

    /** Puts the keyboard at the first field. */
    void focus() {
        strategy.requestFocus();
    }

    /** Asks for the name under which to keep what is in the form. */
    void savePreset() {
        presets.save();
    }

    private void strategy() {
        strategy.valueProperty().bindBidirectional(form.strategy());
        Hyperlink reset = new Hyperlink("Reset");
        reset.setId("reset-parameters");
        reset.setTooltip(FormRows.tooltip("Set every parameter to its default."));
        reset.setAccessibleText("Reset parameters to their defaults");
        reset.setOnAction(e -> {
            form.resetParameters();
            reset.setVisited(false);
        });
        reset.visibleProperty().bind(form.strategy().map(s -> !s.parameters().isEmpty()));
        parameters.getStyleClass().add("form-group");
        for (Strategy each : form.strategies()) {
            parameterRows.put(
                    each,
                    form.parameters(each).stream()
                            .<Node>map(field -> FormRows.text("param-" + field.label(), field, marks))
                            .toList());
        }
        form.strategy().subscribe(now -> parameters.getChildren().setAll(parameterRows.getOrDefault(now, List.of())));
        fields.getChildren()
                .addAll(
                        FormRows.section("Strategy", reset),
                        FormRows.row("_Strategy", strategy, "What decides when to enter and when to leave."),
                        FormRows.description(
                                "strategy-description", form.strategy().map(Strategy::description)),
                        parameters);
    }

    private void data(BacktestViewModel model) {
        ComboBox<Interval> interval = FormRows.choice("interval", Arrays.asList(Interval.values()), Interval::code);
        interval.valueProperty().bindBidirectional(form.interval());
        ComboBox<RangeChoice> range = FormRows.choice("range", Arrays.asList(RangeChoice.values()), RangeChoice::title);
        range.setVisibleRowCount(RangeChoice.values().length);
        range.valueProperty().bindBidirectional(form.range().choice());
        VBox from = FormRows.text("from", form.range().from(), marks);
        VBox to = FormRows.text("to", form.range().to(), marks);
        TextField first = FormRows.field(from);
        TextField last = FormRows.field(to);
        model.contents().subscribe(contents -> {
            // The days of the form are UTC days, whatever zone times are written in.
            first.setPromptText(contents.isEmpty() ? "first bar" : Formats.date(contents.first()));
            last.setPromptText(contents.isEmpty() ? "last bar" : Formats.date(contents.last()));
        });
        fields.getChildren()
                .addAll(
                        FormRows.section("Data", null),
                        FormRows.row("_Interval", interval, "Length of a bar; made of shorter ones where not stored."),
                        FormRows.row(
                                "Ran_ge",
                                range,
                                "Which days count. Ranges are counted back from the newest bar in the database."),
                        from,
                        to);
    }

    private void execution() {
        ComboBox<FillPolicy> fill = FormRows.choice(
                "fill", Arrays.asList(FillPolicy.values()), FillPolicy::code, policy -> sentence(policy.description()));
        fill.valueProperty().bindBidirectional(form.fill());
        Label meaning =
                FormRows.description("fill-description", form.fill().map(policy -> sentence(policy.description())));
        CheckBox cache = new CheckBox("Use results of earlier runs");
        cache.setId("use-cache");
        cache.selectedProperty().bindBidirectional(form.useCache());
        cache.setTooltip(FormRows.tooltip("A coin whose bars, parameters and settings are those of an earlier run is"
                + " answered by it at once. New results are kept either way."));
        fields.getChildren()
                .addAll(
                        FormRows.section("Execution", null),
                        FormRows.text("capital", form.capital(), marks),
                        FormRows.text("fee", form.fee(), marks),
                        FormRows.text("slippage", form.slippage(), marks),
                        FormRows.row("Fi_ll", fill, "At which price a signal is filled."),
                        meaning,
                        cache);
    }

    private static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }
}
