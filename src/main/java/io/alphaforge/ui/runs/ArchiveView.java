package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.ConfirmBar;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.EmptyState;
import io.alphaforge.ui.kit.Formats;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The archive as a table, with what can be done with its runs. */
final class ArchiveView implements ArchiveTable.Keys {
    private final RunsViewModel model;
    private final Desk desk;
    private final CsvExport export;
    private final ArchiveTable table;
    private final TextField filter = Controls.filter("runs-filter", "Filter runs (Ctrl+F)");
    private final ConfirmBar confirm = new ConfirmBar("runs-confirm");
    private final Label detail = new Label();
    private final BooleanBinding isEmpty;
    private final StackPane root = new StackPane();
    private final Button toBacktest;
    private final Subscription zone;

    /** @param compare shows the two selected runs side by side */
    ArchiveView(RunsViewModel model, Desk desk, CsvExport export, Runnable compare) {
        this.model = model;
        this.desk = desk;
        this.export = export;
        table = new ArchiveTable(model, desk, this);
        RunMenu.install(table.node(), new RunMenu.Work(this::open, compare, table::rename, this::delete, this::export));
        toBacktest = Controls.button(
                "runs-backtest",
                "Go to the backtest",
                Feather.ARROW_RIGHT,
                "Choose a strategy and run it",
                this::backtest);
        filter.textProperty().bindBidirectional(model.filter());
        detail.setId("runs-detail");
        detail.getStyleClass().add("runs-detail");
        detail.setMaxWidth(Double.MAX_VALUE);
        table.selection().addListener((ListChangeListener<Header>) change -> describe());
        zone = desk.times().zone().subscribe((was, is) -> {
            table.node().refresh();
            describe();
        });
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox full = new VBox(
                bar(compare), confirm.node(), Controls.problem("runs-problem", model.problem()), table.node(), detail);
        toBacktest.getStyleClass().add("accent");
        VBox empty = EmptyState.of(
                "runs-empty",
                Feather.ARCHIVE,
                "No runs yet",
                "Every backtest over your coins is kept here with all its rows: open it again exactly as it was, give it a"
                        + " name, or put two of them side by side, coin by coin.",
                toBacktest);
        isEmpty = Bindings.createBooleanBinding(
                () -> model.loaded().get() && model.runs().isEmpty(), model.loaded(), model.runs());
        isEmpty.subscribe(none -> {
            boolean here = table.node().isFocused() || toBacktest.isFocused();
            root.getChildren().setAll(none ? empty : full);
            if (here) {
                focus();
            }
        });
        describe();
    }

    private Node bar(Runnable compare) {
        Label count =
                Controls.count("runs-count", Bindings.createStringBinding(this::count, model.shown(), model.runs()));
        Button open = Controls.button(
                "runs-open",
                "Open",
                Feather.EXTERNAL_LINK,
                "Open the selected run exactly as it was (Enter)",
                this::open);
        Button comparing = Controls.button(
                "runs-compare",
                "Compare",
                Feather.COLUMNS,
                "Show the two selected runs side by side (Ctrl+D)",
                compare);
        Button rename = Controls.button(
                "runs-rename", "Rename", Feather.EDIT_2, "Give the selected run a name (F2)", table::rename);
        Button delete = Controls.button(
                "runs-delete", "Delete", Feather.TRASH_2, "Delete the selected runs (Del)", this::delete);
        Button csv = Controls.button(
                "runs-export", "Export", Feather.DOWNLOAD, "Save these runs as CSV (Ctrl+E)", this::export);
        IntegerBinding selected = Bindings.size(table.selection());
        open.disableProperty().bind(selected.isNotEqualTo(1));
        comparing.disableProperty().bind(selected.isNotEqualTo(2));
        rename.disableProperty().bind(selected.isNotEqualTo(1));
        delete.disableProperty().bind(selected.isEqualTo(0));
        return Controls.bar(
                filter,
                count,
                Controls.busy("Reading the archive", model.busy()),
                Controls.gap(),
                open,
                comparing,
                rename,
                delete,
                csv,
                table.chooser().node());
    }

    private String count() {
        int all = model.runs().size();
        int shown = model.shown().size();
        return shown == all ? Formats.plural(all, "run") : Formats.count(shown) + " of " + Formats.plural(all, "run");
    }

    /** The line below the table: all that was asked for, which the columns have no room for. */
    private void describe() {
        List<Header> chosen = table.selection();
        detail.setText(
                switch (chosen.size()) {
                    case 0 -> "Select a run to see what it was; select two to compare them.";
                    case 1 ->
                        RunWords.spec(chosen.getFirst().spec(), desk.times()) + "  ·  "
                                + RunWords.coins(chosen.getFirst().summary());
                    case 2 -> "2 runs selected; Compare shows them side by side, coin by coin.";
                    default -> Formats.count(chosen.size()) + " runs selected.";
                });
    }

    private void backtest() {
        desk.navigator().backtest(new Universe.All());
    }

    /** Opens the one selected run. */
    @Override
    public void open() {
        if (table.selection().size() == 1) {
            desk.navigator().openRun(table.selection().getFirst().runId());
        }
    }

    /** Asks whether the selected runs are to be deleted. */
    @Override
    public void delete() {
        List<Header> which = List.copyOf(table.selection());
        if (!which.isEmpty() && !table.isRenaming()) {
            confirm.ask(
                    model.describe(which),
                    which.size() == 1 ? "Delete the run" : "Delete " + Formats.plural(which.size(), "run"),
                    () -> model.delete(which));
        }
    }

    void rename() {
        table.rename();
    }

    void export() {
        export.ask(root, "run", "runs.csv", RunFields.all(), table.rows());
    }

    void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Takes a question back, or empties the filter. */
    void escape() {
        if (confirm.isAsking()) {
            confirm.dismiss();
        } else {
            model.filter().set("");
        }
    }

    void focus() {
        if (isEmpty.get()) {
            toBacktest.requestFocus();
        } else {
            table.focus();
        }
    }

    /** The selected runs, older ones first. */
    List<Header> selection() {
        return table.selection().stream()
                .sorted((a, b) -> Long.compare(a.startedAt(), b.startedAt()))
                .toList();
    }

    void close() {
        zone.unsubscribe();
    }

    Node node() {
        return root;
    }
}
