package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardFields;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Furnishing;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.RowMenu;
import io.alphaforge.ui.kit.TableText;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The dashboard: what the market did in tiles, over a table of all coins. */
public final class DashboardPage implements Page {
    private final Desk desk;
    private final DashboardViewModel model;
    private final CsvExport export;
    private final CoinTable coins;
    private final HBox tilesRoom = MarketTiles.room();
    private final HBox barRoom = DashboardBar.room();
    private final VBox root = new VBox();
    private final Timeline minutes;
    /** Null until what is above the rows is made. */
    private @Nullable DashboardBar bar;

    private Subscription subscriptions = Subscription.EMPTY;
    private final Subscription furnishing;

    /**
     * A page that begins to read the coins at once.
     *
     * @param first what it shows from the beginning where that is there
     */
    public DashboardPage(Workspace workspace, Desk desk, FirstLook first) {
        this(workspace, desk, first, FileDialogs.desktop(desk.preferences()));
    }

    DashboardPage(Workspace workspace, Desk desk, FirstLook first, FileDialogs dialogs) {
        this.desk = desk;
        this.export = new CsvExport(desk, dialogs);
        this.model = new DashboardViewModel(workspace, desk, first);
        this.coins = new CoinTable(model, desk);
        RowMenu.install(coins.node(), CoinMenu.of(coins, model, this::export));
        VBox.setVgrow(coins.node(), Priority.ALWAYS);
        root.getStyleClass().add("dashboard");
        root.getChildren().addAll(banner(), tilesRoom, barRoom, problem(), coins.node());
        minutes = new Timeline(new KeyFrame(Duration.minutes(1), event -> model.tick()));
        minutes.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                minutes.stop();
            } else {
                model.tick();
                minutes.play();
            }
        });
        subscriptions = desk.times().zone().subscribe(zone -> coins.node().refresh());
        // At the end: what is being read meanwhile is in the first picture.
        model.begin();
        furnishing = Furnishing.after(model.busy(), desk.pulse(), this::furnish);
    }

    /** Puts tiles and bar into the room that is kept for them, and what is said instead of rows where there are none. */
    private void furnish() {
        coins.node().setPlaceholder(new EmptyPane(model).node());
        MarketTiles tiles = new MarketTiles(this::open);
        model.summary().subscribe(tiles::show);
        model.cache().subscribe(tiles::show);
        Runnable age = () -> tiles.showAge(model.summary().get(), model.now().get(), desk.times());
        model.summary().subscribe(summary -> age.run());
        model.now().subscribe(now -> age.run());
        subscriptions = subscriptions.and(desk.times().zone().subscribe(zone -> age.run()));
        DashboardBar made = new DashboardBar(model, coins.chooser(), coins::focus, this::export);
        bar = made;
        root.getChildren().set(root.getChildren().indexOf(tilesRoom), tiles.node());
        root.getChildren().set(root.getChildren().indexOf(barRoom), made.node());
    }

    private void focusFilter() {
        if (bar != null) {
            bar.focusFilter();
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        coins.focus();
    }

    @Override
    public ObservableValue<Boolean> reading() {
        return model.busy();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Refresh the dashboard", "F5", model::refresh),
                Action.of("Filter coins", "Shortcut+F", this::focusFilter),
                Action.of("Export coins as CSV", "Shortcut+E", this::export),
                Action.of("Copy coins as text", () -> TableText.copy(coins.node())),
                Action.of("Choose columns of the dashboard", coins.chooser()::toggle),
                Action.of(
                        "Show all coins or the watchlist",
                        () -> model.filter()
                                .watchlistOnly()
                                .set(!model.filter().watchlistOnly().get())),
                Action.of(
                        "Show or hide stale coins",
                        () -> model.filter()
                                .staleHidden()
                                .set(!model.filter().staleHidden().get())));
    }

    @Override
    public void close() {
        minutes.stop();
        furnishing.unsubscribe();
        subscriptions.unsubscribe();
        model.close();
    }

    DashboardViewModel model() {
        return model;
    }

    private void open(String symbol) {
        model.lines().stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst()
                .ifPresent(model::open);
    }

    private void export() {
        String day = Formats.date(desk.clock().millis());
        export.ask(
                root,
                "coin",
                "coins-" + day + ".csv",
                DashboardFields.all(),
                coins.node().getItems().stream().map(CoinLine::row).toList());
    }

    private Label banner() {
        Label banner = new Label();
        banner.setId("demo-banner");
        banner.getStyleClass().add("banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        model.summary().subscribe(summary -> {
            banner.setText(
                    summary.synthetic() == summary.coins()
                            ? "Demo data: synthetic coins. Their prices are made up and say nothing about a market."
                            : "Demo data: " + Formats.count(summary.synthetic()) + " of "
                                    + Formats.plural(summary.coins(), "coin")
                                    + " are synthetic. They are marked DEMO; figures of the whole market count them too.");
            show(banner, summary.synthetic() > 0);
        });
        return banner;
    }

    /** Why the rows shown are not the newest, when reading them again failed. */
    private HBox problem() {
        Label sentence = new Label();
        sentence.setId("problem");
        sentence.textProperty().bind(model.problem());
        Button again = new Button("Try again");
        again.setId("refresh-again");
        again.getStyleClass().add("small");
        again.setOnAction(event -> model.refresh());
        HBox line = new HBox(sentence, again);
        line.getStyleClass().add("problem-line");
        model.problem()
                .subscribe(text -> show(line, !text.isEmpty() && !model.lines().isEmpty()));
        return line;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
