package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.SteadyScroll;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.table.RowLook;
import io.alphaforge.ui.kit.table.Tone;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rows of a run as they arrive, in whatever order the user has chosen, without moving what the user looks at. */
final class ResultTable {
    private final BacktestViewModel model;
    private final TableView<ResultRow> table = new TableView<>();
    private final ColumnChooser chooser;
    private final CsvExport export;

    ResultTable(BacktestViewModel model, Desk desk, CsvExport export) {
        this.model = model;
        this.export = export;
        ResultColumns columns = new ResultColumns(desk.times());
        table.setId("results");
        table.setAccessibleText("Results, one row per coin");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        PaintedTable.install(table, 28, new RowLook<>(ResultTable::tone, RowFilter::noteOf, model::open));
        table.setPlaceholder(placeholder(model));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            ResultRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row != null) {
                model.open(row);
                event.consume();
            }
        });
        ResultMenu.install(table, model, desk, this::export);
        TableMemory<ResultRow> memory = TableMemory.of(table, desk.preferences(), "backtest");
        chooser = new ColumnChooser(columns.groups(), memory::reset);

        SortedList<ResultRow> sorted = new SortedList<>(model.filter().rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        SteadyScroll<ResultRow> steady = new SteadyScroll<>(table);
        model.shown().appending().subscribe((was, is) -> {
            if (is) {
                steady.remember();
            } else {
                steady.restore();
            }
        });
    }

    /** Writes the times again. */
    void refresh() {
        table.refresh();
    }

    ColumnChooser chooser() {
        return chooser;
    }

    /** Asks for a file and writes the rows to it as they are filtered and sorted now, every field of each. */
    void export() {
        export.ask(table, "coin", "backtest.csv", ResultFields.all(), List.copyOf(table.getItems()));
    }

    Node node() {
        Label note = new Label();
        note.setId("note");
        note.getStyleClass().add("selection-note");
        note.setMaxWidth(Double.MAX_VALUE);
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        this::note,
                        table.getSelectionModel().selectedItemProperty(),
                        model.shown().idle()));
        FormRows.showWhen(note, note.textProperty().map(text -> !text.isEmpty()));
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(table, note);
    }

    /** What the selected row has to say, else what all rows without a trade have to say. */
    private String note() {
        ResultRow row = table.getSelectionModel().getSelectedItem();
        String note = row == null ? "" : RowFilter.noteOf(row);
        return row == null || note.isEmpty() ? model.shown().idle().get().text() : row.symbol() + ": " + note;
    }

    private static Label placeholder(BacktestViewModel model) {
        Label label = new Label();
        label.getStyleClass().add("placeholder");
        label.textProperty()
                .bind(model.filter()
                        .text()
                        .flatMap(filter -> model.phase().map(phase -> switch (phase) {
                            case IDLE ->
                                "Choose a strategy and press Run (Ctrl+Enter): every coin's row appears here at once.";
                            case ENDED ->
                                filter.isBlank() || model.shown().rows().isEmpty()
                                        ? "No coin has a result; see Failed for the reasons."
                                        : "No result matches '" + filter.strip() + "'.";
                            default -> filter.isBlank() ? "Waiting for the first result…" : "No result matches yet.";
                        })));
        return label;
    }

    /** A row without a trade stands back. */
    private static Tone tone(ResultRow row) {
        boolean idle = !RowFilter.noteOf(row).isEmpty()
                && row.result().statistics().trades().numTrades() == 0;
        return idle ? Tone.MUTED : Tone.PLAIN;
    }
}
