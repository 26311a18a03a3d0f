package io.alphaforge.ui.backtest;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The part of the form about the coins: the kind of universe, and what that kind wants to know. */
final class UniversePane {
    private final UniverseForm form;
    private final SymbolPickerPane picking;
    private final SymbolPicker picker;

    UniversePane(BacktestViewModel model) {
        form = model.form().universe();
        picker = new SymbolPicker(form.listed());
        picking = new SymbolPickerPane(picker);
    }

    /** The nodes from top to bottom. */
    List<Node> nodes(BacktestViewModel model, ValidationMarks marks) {
        VBox top = FormRows.text("top-count", form.top(), marks);
        VBox bars = FormRows.text("bar-count", form.bars(), marks);
        VBox listed = FormRows.text("symbols", form.listed(), marks);
        Button pick = new Button("Search and tick…", new FontIcon(Feather.CHECK_SQUARE));
        pick.setId("pick-symbols");
        pick.setAccessibleText("Search and tick coins");
        pick.setMaxWidth(Double.MAX_VALUE);
        pick.setOnAction(e -> {
            picker.open(model.contents().get());
            picking.open(pick);
        });
        Label summary = FormRows.description("universe-summary", form.summary());
        Label problem = new Label();
        problem.setId("universe-problem");
        problem.getStyleClass().addAll("form-problem", "form-problem-wide");
        problem.setWrapText(true);
        problem.textProperty().bind(form.problem());
        FormRows.showWhen(top, form.choice().map(c -> c == UniverseChoice.TOP));
        FormRows.showWhen(bars, form.choice().map(c -> c == UniverseChoice.BARS));
        FormRows.showWhen(listed, form.choice().map(c -> c == UniverseChoice.LISTED));
        FormRows.showWhen(pick, form.choice().map(c -> c == UniverseChoice.LISTED));
        FormRows.showWhen(summary, form.summary().map(text -> !text.isEmpty()));
        FormRows.showWhen(
                problem,
                form.problem()
                        .flatMap(text -> form.choice().map(c -> c == UniverseChoice.WATCHLIST && !text.isEmpty())));
        return List.of(FormRows.section("Universe", null), segments(), top, bars, listed, pick, summary, problem);
    }

    private HBox segments() {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (UniverseChoice choice : UniverseChoice.values()) {
            ToggleButton button = new ToggleButton(choice.title());
            button.setId("universe-" + id(choice));
            button.setTooltip(FormRows.tooltip(choice.description() + "."));
            button.setAccessibleText("Universe: " + choice.description());
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass()
                    .add(
                            choice == UniverseChoice.TOP
                                    ? "left-pill"
                                    : choice == UniverseChoice.BARS ? "right-pill" : "center-pill");
            HBox.setHgrow(button, Priority.ALWAYS);
            segments.getChildren().add(button);
        }
        form.choice()
                .subscribe(choice -> group.getToggles().stream()
                        .filter(t -> t.getUserData() == choice)
                        .forEach(group::selectToggle));
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                form.choice().set((UniverseChoice) now.getUserData());
            }
        });
        return segments;
    }

    private static String id(UniverseChoice choice) {
        return choice == UniverseChoice.LISTED ? "list" : choice.name().toLowerCase(Locale.ROOT);
    }
}
