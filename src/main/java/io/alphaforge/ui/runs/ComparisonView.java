package io.alphaforge.ui.runs;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.RowMenu;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.table.RowLook;
import io.alphaforge.ui.kit.table.Tone;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Two runs side by side: what they are, in what they differ, and every coin of both. */
final class ComparisonView {
    private final ComparisonViewModel model;
    private final Desk desk;
    private final CsvExport export;
    private final TableView<Pair> table = new TableView<>();
    private final TextField filter = Controls.filter("comparison-filter", "Filter coins (Ctrl+F)");
    private final StackPane header = new StackPane();
    private final PairColumns columns = new PairColumns(this::note);
    private final VBox root;
    private final Subscription zone;

    /** @param back leads to all runs */
    ComparisonView(ComparisonViewModel model, Desk desk, CsvExport export, Runnable back) {
        this.model = model;
        this.desk = desk;
        this.export = export;
        filter.textProperty().bindBidirectional(model.filter());
        ColumnChooser chooser = table();
        Label problem = Controls.problem("comparison-problem", model.problem());
        VBox.setVgrow(table, Priority.ALWAYS);
        root = new VBox(bar(back, chooser), problem, header, table);
        root.setId("comparison");
        model.compared().subscribe(now -> show(now));
        zone = desk.times().zone().subscribe((was, is) -> show(model.compared().get()));
    }

    private Node bar(Runnable back, ColumnChooser chooser) {
        Button all = Controls.button("comparison-back", "All runs", Feather.ARROW_LEFT, "Back to all runs (Esc)", back);
        CheckBox only = new CheckBox("Differences only");
        only.setId("comparison-differences-only");
        only.setAccessibleText("Leave out coins that are the same in both runs");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.selectedProperty().bindBidirectional(model.differencesOnly());
        Label count = Controls.count(
                "comparison-count", Bindings.size(model.shown()).map(size -> Formats.plural(size.longValue(), "coin")));
        Button csv = Controls.button(
                "comparison-export", "Export", Feather.DOWNLOAD, "Save these coins as CSV (Ctrl+E)", this::export);
        return Controls.bar(
                all,
                filter,
                only,
                count,
                Controls.busy("Reading the archive", model.busy()),
                Controls.gap(),
                csv,
                chooser.node());
    }

    private ColumnChooser table() {
        table.setId("comparison-table");
        table.setAccessibleText("Coins of both runs");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        table.getSortOrder().setAll(List.of(columns.returnDifference()));
        PaintedTable.install(table, 28, RowLook.toned(pair -> pair.inBoth() ? Tone.PLAIN : Tone.MUTED, pair -> open()));
        Label placeholder = new Label();
        placeholder
                .textProperty()
                .bind(model.busy().map(busy -> busy ? "Reading both runs…" : "No coin passes the filters."));
        table.setPlaceholder(placeholder);
        SortedList<Pair> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
                open();
            }
        });
        MenuItem open = RowMenu.item("open-pair", "Open (Enter)", this::open);
        ContextMenu menu =
                new ContextMenu(open, new SeparatorMenuItem(), RowMenu.copy(table), RowMenu.export(this::export));
        menu.setOnShowing(event -> {
            Pair pair = table.getSelectionModel().getSelectedItem();
            open.setDisable(pair == null || model.coin(pair) == null);
        });
        RowMenu.install(table, menu);
        TableMemory<Pair> memory = TableMemory.of(table, desk.preferences(), "comparison");
        return new ColumnChooser(columns.groups(), memory::reset);
    }

    private void show(@Nullable Compared compared) {
        if (compared == null) {
            header.getChildren().clear();
            return;
        }
        columns.name(model.firstName(), model.secondName());
        header.getChildren()
                .setAll(ComparisonHeader.of(
                        compared, model.firstName(), model.secondName(), model.differences(), desk.times()));
        table.refresh();
    }

    private String note(Pair pair) {
        Compared compared = model.compared().get();
        return compared == null ? "" : compared.note(pair, model.firstName(), model.secondName());
    }

    private void open() {
        Pair pair = table.getSelectionModel().getSelectedItem();
        CoinRequest coin = pair == null ? null : model.coin(pair);
        if (coin != null) {
            desk.navigator().openCoin(coin);
        }
    }

    void export() {
        export.ask(root, "coin", "comparison.csv", PairFields.all(), List.copyOf(table.getItems()));
    }

    void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void focus() {
        table.requestFocus();
    }

    void close() {
        zone.unsubscribe();
    }

    Node node() {
        return root;
    }
}
