package io.alphaforge.ui.backtest;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.Universe;
import io.alphaforge.run.Workspace;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Page;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The backtest workspace: the form on the left, beside it the controls of the run, its summary and its rows. */
public final class BacktestPage implements Page {
    private final BorderPane root = new BorderPane();
    private final BacktestViewModel model;
    private final FormPane form;
    private final ResultsPane results;
    private final Subscription following;
    private Subscription lost = Subscription.EMPTY;

    /** A workspace with these strategies to choose from; it lets go of the desk in {@link #close}. */
    public BacktestPage(Workspace workspace, Desk desk, List<Strategy> strategies) {
        this(
                new BacktestViewModel(workspace.backtests(), workspace.presets(), desk, strategies),
                desk,
                FileDialogs.desktop(desk.preferences()));
        lost = LostServer.follow(model, workspace.bars(), workspace.mirror(), desk);
    }

    BacktestPage(BacktestViewModel model, Desk desk, FileDialogs dialogs) {
        this.model = model;
        root.getStyleClass().add("backtest");
        form = new FormPane(model);
        root.setLeft(form.node());
        results = new ResultsPane(model, desk, new CsvExport(desk, dialogs));
        Node rows = results.node();
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox work = new VBox(demoBanner(model), new RunBar(model).node(), new SummaryTiles(model.shown()).node(), rows);
        work.getStyleClass().add("work");
        work.setMinWidth(0);
        root.setCenter(work);
        following = desk.times().zone().subscribe(zone -> results.refresh());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        form.focus();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Run the backtest", "Shortcut+Enter", model::run),
                Action.of("Run under every fill policy", "Shortcut+Shift+Enter", model::runEveryFill),
                Action.of("Pause or resume the backtest", "Shortcut+P", model::pauseOrResume),
                Action.of("Cancel the backtest", "Esc", model::cancel),
                Action.of("Filter the results", "Shortcut+F", results::focusFilter),
                Action.of("Export the results as CSV", "Shortcut+E", results::export),
                Action.of("Save the form as a preset", "Shortcut+S", form::savePreset));
    }

    /**
     * Shows a run of the archive with its rows, marked with its time, and sets the form so that it describes that run.
     * While a backtest is going on, a notice says that this has to wait.
     */
    public void reopen(ArchivedRun run) {
        model.reopen(run);
    }

    /** Sets the universe. */
    public void choose(Universe universe) {
        model.form().universe().set(universe);
    }

    /** Sets the strategy. */
    public void choose(Strategy strategy) {
        model.form().choose(strategy);
    }

    @Override
    public void close() {
        following.unsubscribe();
        lost.unsubscribe();
        model.close();
    }

    private static Label demoBanner(BacktestViewModel model) {
        Label banner = new Label();
        banner.setId("demo-banner");
        banner.getStyleClass().add("banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.textProperty()
                .bind(model.contents()
                        .map(c -> c.syntheticCoins() == c.coins()
                                ? "Demo data: synthetic coins. Their prices are made up; results say nothing about a market."
                                : "Demo data: synthetic coins. " + Formats.count(c.syntheticCoins()) + " of "
                                        + Formats.plural(c.coins(), "coin")
                                        + " are made up; they are marked DEMO."));
        FormRows.showWhen(banner, model.contents().map(c -> c.syntheticCoins() > 0));
        return banner;
    }
}
