package io.alphaforge.ui.backtest;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column of fields beside the results. */
final class FormPane {
    private final BacktestForm form;
    private final ScrollPane root;
    private final VBox fields = new VBox();
    private final VBox parameters = new VBox();
    private final ComboBox<Strategy> strategy;

    FormPane(BacktestViewModel model) {
        this.form = model.form();
        fields.getStyleClass().add("form");
        strategy = FormRows.choice("strategy", form.strategies(), Strategy::name);
        strategy();
        universe();
        data(model);
        execution();
        root = new ScrollPane(fields);
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

    private void strategy() {
        strategy.valueProperty().bindBidirectional(form.strategy());
        Label description = new Label();
        description.setId("strategy-description");
        description.getStyleClass().add("form-description");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        description.textProperty().bind(form.strategy().map(Strategy::description));
        Hyperlink reset = new Hyperlink("Reset");
        reset.setId("reset-parameters");
        reset.setTooltip(new Tooltip("Set every parameter to its default"));
        reset.setAccessibleText("Reset parameters to their defaults");
        reset.setOnAction(e -> form.resetParameters());
        reset.visibleProperty().bind(form.strategy().map(s -> !s.parameters().isEmpty()));
        parameters.getStyleClass().add("form-group");
        form.parameters().addListener((ListChangeListener<InputField<Double>>) change -> showParameters());
        showParameters();
        fields.getChildren()
                .addAll(
                        FormRows.section("Strategy", reset),
                        FormRows.row("_Strategy", strategy, "What decides when to enter and when to leave."),
                        description,
                        parameters);
    }

    private void showParameters() {
        List<Node> rows = form.parameters().stream()
                .<Node>map(field -> FormRows.text("param-" + field.label(), field))
                .toList();
        parameters.getChildren().setAll(rows);
    }

    private void universe() {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (UniverseChoice choice : UniverseChoice.values()) {
            ToggleButton button = new ToggleButton(choice.title());
            button.setId("universe-" + choice.title().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(choice.description() + "."));
            button.setAccessibleText("Universe: " + choice.description());
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass()
                    .add(
                            choice == UniverseChoice.TOP
                                    ? "left-pill"
                                    : choice == UniverseChoice.LISTED ? "right-pill" : "center-pill");
            HBox.setHgrow(button, Priority.ALWAYS);
            segments.getChildren().add(button);
        }
        form.universe()
                .subscribe(choice -> group.getToggles().stream()
                        .filter(t -> t.getUserData() == choice)
                        .forEach(group::selectToggle));
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                form.universe().set((UniverseChoice) now.getUserData());
            }
        });
        VBox top = FormRows.text("top-count", form.top());
        VBox listed = FormRows.text("symbols", form.listed());
        FormRows.showWhen(top, form.universe().map(c -> c == UniverseChoice.TOP));
        FormRows.showWhen(listed, form.universe().map(c -> c == UniverseChoice.LISTED));
        fields.getChildren().addAll(FormRows.section("Universe", null), segments, top, listed);
    }

    private void data(BacktestViewModel model) {
        ComboBox<Interval> interval = FormRows.choice("interval", Arrays.asList(Interval.values()), Interval::code);
        interval.valueProperty().bindBidirectional(form.interval());
        VBox from = FormRows.text("from", form.from());
        VBox to = FormRows.text("to", form.to());
        TextField first = FormRows.field(from);
        TextField last = FormRows.field(to);
        model.contents().subscribe(contents -> {
            first.setPromptText(contents.isEmpty() ? "first bar" : Formats.date(contents.first()));
            last.setPromptText(contents.isEmpty() ? "last bar" : Formats.date(contents.last()));
        });
        fields.getChildren()
                .addAll(
                        FormRows.section("Data", null),
                        FormRows.row("_Interval", interval, "Length of a bar; made of shorter ones where not stored."),
                        from,
                        to);
    }

    private void execution() {
        ComboBox<FillPolicy> fill = FormRows.choice("fill", Arrays.asList(FillPolicy.values()), FillPolicy::code);
        fill.valueProperty().bindBidirectional(form.fill());
        Node row = FormRows.row("Fi_ll", fill, "A signal is filled at the next open, or optimistically at its close.");
        fields.getChildren()
                .addAll(
                        FormRows.section("Execution", null),
                        FormRows.text("capital", form.capital()),
                        FormRows.text("fee", form.fee()),
                        FormRows.text("slippage", form.slippage()),
                        row);
    }
}
