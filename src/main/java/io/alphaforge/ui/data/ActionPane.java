package io.alphaforge.ui.data;

import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.ui.data.MaintenanceViewModel.Planned;
import io.alphaforge.ui.kit.Controls;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done to what is selected: a button an action, then what it would do, then the button that does it. */
final class ActionPane {
    private static final String NONE = "Select something to see what can be done";

    private final MaintenanceViewModel model;
    private final BiConsumer<String, Consumer<Path>> askForFile;
    private final HBox actions = new HBox(8);
    private final Label effects = new Label();
    private final Label statements = new Label();
    private final Button apply = new Button();
    private final VBox root;

    /** @param askForFile asks for a file that a backup of the table of this name is written to */
    ActionPane(MaintenanceViewModel model, BiConsumer<String, Consumer<Path>> askForFile) {
        this.model = model;
        this.askForFile = askForFile;
        Label title = new Label();
        title.setId("maintenance-selected");
        title.getStyleClass().add("maintenance-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.textProperty().bind(model.selected().map(ActionPane::title).orElse(NONE));
        actions.setAlignment(Pos.CENTER_LEFT);
        HBox heading = new HBox(16, title, actions, Controls.gap(), Controls.busy("Working", model.planningBusy()));
        heading.getStyleClass().add("maintenance-heading");
        effects.setId("maintenance-effects");
        effects.setWrapText(true);
        effects.setMinHeight(Region.USE_PREF_SIZE);
        statements.setId("maintenance-statements");
        statements.getStyleClass().add("maintenance-statements");
        statements.setWrapText(true);
        statements.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(
                8, effects, Controls.shown(statements, statements.textProperty().map(t -> !t.isEmpty())));
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What would be done");
        scroll.getStyleClass().add("maintenance-preview");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // Above the text, since notices lie over the lower right corner for a while.
        root = new VBox(heading, applyLine(), scroll);
        root.getStyleClass().add("maintenance-action");
        root.setMinHeight(184);
        model.selected().subscribe(this::offer);
        model.planned().subscribe(this::show);
    }

    private HBox applyLine() {
        TextField name = new TextField();
        name.setId("maintenance-confirm");
        name.setPromptText("Type the table's name");
        name.setAccessibleText("Type the name of the table to drop it");
        name.textProperty().bindBidirectional(model.confirmed());
        Label kept = new Label();
        kept.setId("maintenance-backup");
        kept.getStyleClass().add("maintenance-note");
        kept.textProperty().bind(model.backup().map(ActionPane::described).orElse("No backup yet"));
        Button backUp = Controls.button(
                "maintenance-back-up",
                "Back up…",
                Feather.SAVE,
                "Write all rows of the table into a file, and read it back",
                () -> askForFile.accept(title(model.selected().get()), model::backUp));
        backUp.disableProperty().bind(model.work().busy());
        HBox dropping = new HBox(8, backUp, kept, name);
        dropping.setAlignment(Pos.CENTER_LEFT);
        apply.setId("maintenance-apply");
        apply.setAccessibleText("Do what is shown");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setOnAction(event -> model.apply());
        apply.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.missing().isEmpty() || model.work().busy().get(),
                        model.planned(),
                        model.confirmed(),
                        model.backup(),
                        model.work().busy()));
        Label missing = new Label();
        missing.setId("maintenance-missing");
        missing.getStyleClass().add("maintenance-note");
        missing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.planned().get() == null ? "" : model.missing(),
                        model.planned(),
                        model.confirmed(),
                        model.backup()));
        Button discard = new Button("Discard");
        discard.setId("maintenance-discard");
        discard.setAccessibleText("Discard: nothing is done");
        discard.setTooltip(new Tooltip("Nothing is done (Esc)"));
        discard.setMinWidth(Region.USE_PREF_SIZE);
        discard.setOnAction(event -> model.discard());
        HBox line = new HBox(
                8,
                Controls.shown(dropping, model.planned().map(ActionPane::isDrop).orElse(false)),
                Controls.gap(),
                missing,
                discard,
                apply);
        line.getStyleClass().add("maintenance-apply-line");
        return Controls.shown(line, model.planned().map(ActionPane::isPossible).orElse(false));
    }

    private static String title(@Nullable MaintenanceItem item) {
        return item == null ? NONE : item.name();
    }

    private static String described(@Nullable Path backup) {
        return backup == null ? "" : "Backup: " + backup.getFileName();
    }

    private static boolean isPossible(@Nullable Planned planned) {
        return planned != null && planned.plan().possible();
    }

    private static boolean isDrop(@Nullable Planned planned) {
        return planned != null && planned.request().action() == MaintenanceAction.DROP_TABLE;
    }

    private void offer(@Nullable MaintenanceItem item) {
        actions.getChildren().clear();
        // What is shown of an action stays while the database is looked through again.
        show(model.planned().get());
        if (item == null) {
            return;
        }
        for (MaintenanceAction action : item.actions()) {
            if (action == MaintenanceAction.RETENTION) {
                TextField days = new TextField();
                days.setId("maintenance-days");
                days.setPrefColumnCount(5);
                days.setAccessibleText("How many days bars are kept");
                days.textProperty().bindBidirectional(model.days());
                Label unit = new Label("days");
                unit.getStyleClass().add("maintenance-note");
                actions.getChildren().addAll(days, unit);
            }
            Button button = new Button(action.title() + "…");
            button.setId("maintenance-" + action.code());
            button.setTooltip(new Tooltip("Show what this would do: it " + action.meaning()));
            button.setAccessibleText(action.title() + " " + item.name() + ": show what it would do");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> model.preview(action));
            button.disableProperty().bind(model.work().busy());
            actions.getChildren().add(button);
        }
    }

    private void show(@Nullable Planned planned) {
        if (planned == null) {
            MaintenanceItem item = model.selected().get();
            effects.setText(item == null ? "" : item.note());
            statements.setText("");
            return;
        }
        List<String> lines = planned.plan().possible()
                ? planned.plan().effects()
                : List.of(planned.plan().refusal());
        effects.setText(lines.stream().collect(Collectors.joining("\n")));
        statements.setText(String.join(";\n", planned.plan().statements()));
        apply.setText(planned.request().action().title());
        apply.setAccessibleText(
                planned.request().action().title() + " " + planned.request().name() + " now");
        apply.getStyleClass().removeAll("danger", "accent");
        apply.getStyleClass().add(loses(planned.request().action()) ? "danger" : "accent");
    }

    private static boolean loses(MaintenanceAction action) {
        return switch (action) {
            case DROP_INDEX, DROP_TABLE, RETENTION -> true;
            default -> false;
        };
    }

    Node node() {
        return root;
    }
}
