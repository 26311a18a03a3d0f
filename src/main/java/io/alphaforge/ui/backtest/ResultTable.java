package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.SteadyScroll;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.TableText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a run as they arrive, in whatever order the user has chosen, without moving what the user looks at. */
final class ResultTable {
    private static final double ROW = 28;

    private final BacktestViewModel model;
    private final TableView<ResultRow> table = new TableView<>();
    private final ColumnChooser chooser;
    private final CsvExport export;
    private final StackPane frame = new StackPane(table);
    private boolean warm;

    ResultTable(BacktestViewModel model, Desk desk, CsvExport export) {
        this.model = model;
        this.export = export;
        ResultColumns columns = new ResultColumns(desk.times());
        table.setId("results");
        table.setAccessibleText("Results, one row per coin");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        table.setFixedCellSize(ROW);
        StackPane.setAlignment(table, Pos.TOP_LEFT);
        model.shown().beforeExchange(new Unfolding(frame, table, ROW, desk.pulse())::fold);
        table.setPlaceholder(placeholder(model));
        table.setRowFactory(t -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            ResultRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row != null) {
                model.open(row);
                event.consume();
            }
        });
        TableText.install(table);
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

    /**
     * Makes the cells that fit on screen before there is anything to show in them: loading their classes and style sheets
     * takes long in a virtual machine that has just been started, and the first rows should not wait for it.
     */
    void warm() {
        if (!warm
                && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && table.getItems().isEmpty()
                && flow.getCellCount() == 0) {
            warm = true;
            flow.setVisible(true);
            flow.resize(table.getWidth(), table.getHeight());
            flow.setCellCount(1);
            flow.applyCss();
            flow.layout();
            flow.setCellCount(0);
            flow.setVisible(false);
            table.requestLayout();
        }
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
        VBox.setVgrow(frame, Priority.ALWAYS);
        return new VBox(frame, note);
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

    /** A row that opens its coin on double click, and one without a trade says on hover why. */
    private final class Row extends TableRow<ResultRow> {
        private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

        private final Tooltip reason = FormRows.tooltip("");

        Row() {
            setOnMouseClicked(event -> {
                ResultRow row = getItem();
                if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && row != null) {
                    model.open(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ResultRow row, boolean empty) {
            super.updateItem(row, empty);
            String sentence = empty || row == null ? "" : RowFilter.noteOf(row);
            reason.setText(sentence);
            setTooltip(sentence.isEmpty() ? null : reason);
            pseudoClassStateChanged(
                    IDLE,
                    !sentence.isEmpty()
                            && row != null
                            && row.result().statistics().trades().numTrades() == 0);
        }
    }
}
