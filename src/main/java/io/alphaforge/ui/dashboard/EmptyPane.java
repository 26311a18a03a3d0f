package io.alphaforge.ui.dashboard;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in place of rows: why there are none, and what can be done about it. */
final class EmptyPane {
    private final VBox root = new VBox();

    EmptyPane(DashboardViewModel model) {
        CoinFilter filter = model.filter();
        Label sentence = new Label();
        sentence.setId("empty");
        sentence.getStyleClass().add("placeholder");
        sentence.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(model),
                        model.lines(),
                        model.read(),
                        model.problem(),
                        filter.text(),
                        filter.watchlistOnly(),
                        filter.staleHidden()));
        Button clear = new Button("Show all coins");
        clear.setId("clear-filter");
        clear.setOnAction(event -> filter.clear());
        Bindings.isNotEmpty(model.lines()).subscribe(there -> show(clear, there));
        Button again = new Button("Try again");
        again.setId("try-again");
        again.setOnAction(event -> model.refresh());
        Bindings.isEmpty(model.lines()).and(model.problem().isNotEmpty()).subscribe(failed -> show(again, failed));
        root.getChildren().addAll(sentence, clear, again);
        root.getStyleClass().add("empty-pane");
    }

    private static String text(DashboardViewModel model) {
        if (!model.lines().isEmpty()) {
            return model.filter().emptyText();
        }
        if (!model.problem().get().isEmpty()) {
            return model.problem().get();
        }
        return model.read().get()
                ? "The database has no coins yet. Import files or create demo data on the page Data."
                : "Reading the dashboard…";
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    VBox node() {
        return root;
    }
}
