package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.SteadyScroll;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a run as they arrive, in whatever order the user has chosen, without moving what the user looks at. */
final class ResultTable {
    private final TableView<ResultRow> table = new TableView<>();

    ResultTable(BacktestViewModel model) {
        table.setId("results");
        table.setAccessibleText("Results, one row per coin");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(ResultColumns.all());
        table.setTableMenuButtonVisible(true);
        table.setFixedCellSize(28);
        table.setPlaceholder(placeholder(model));
        table.setRowFactory(t -> new ExplainedRow());

        SortedList<ResultRow> sorted = new SortedList<>(model.results());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);

        SteadyScroll<ResultRow> steady = new SteadyScroll<>(table);
        model.appending().subscribe((was, is) -> {
            if (is) {
                steady.remember();
            } else {
                steady.restore();
            }
        });
    }

    Node node() {
        Label note = new Label();
        note.setId("note");
        note.getStyleClass().add("selection-note");
        note.setMaxWidth(Double.MAX_VALUE);
        note.textProperty()
                .bind(table.getSelectionModel().selectedItemProperty().map(ResultTable::note));
        FormRows.showWhen(note, note.textProperty().map(text -> !text.isEmpty()).orElse(false));
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(table, note);
    }

    private static String note(ResultRow row) {
        String reason = row.result().noTradeReason();
        return reason == null ? "" : row.symbol() + ": " + reason;
    }

    private static Label placeholder(BacktestViewModel model) {
        Label label = new Label();
        label.getStyleClass().add("placeholder");
        label.textProperty().bind(model.phase().map(phase -> switch (phase) {
            case IDLE -> "Choose a strategy and press Run (Ctrl+Enter): every coin's row appears here at once.";
            case ENDED -> "No coin has a result; see Failed for the reasons.";
            default -> "Waiting for the first result…";
        }));
        return label;
    }

    /** A row that says on hover why nothing was traded. */
    private static final class ExplainedRow extends TableRow<ResultRow> {
        private final Tooltip reason = new Tooltip();

        ExplainedRow() {
            reason.setWrapText(true);
            reason.setMaxWidth(420);
        }

        @Override
        protected void updateItem(@Nullable ResultRow row, boolean empty) {
            super.updateItem(row, empty);
            String sentence = empty || row == null ? null : row.result().noTradeReason();
            reason.setText(sentence);
            setTooltip(sentence == null ? null : reason);
        }
    }
}
