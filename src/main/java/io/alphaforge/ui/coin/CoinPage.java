package io.alphaforge.ui.coin;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.chart.ChartView;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** One coin in full: its candles, and with a backtest its trades, statistics and monthly returns. */
public final class CoinPage implements Page {
    private final BorderPane root = new BorderPane();
    private final CoinViewModel model;
    private final CoinBody body;
    private final CoinHeader header;
    private final WaitingPane waiting;

    /** A page that begins to load what is asked for. */
    public CoinPage(Workspace workspace, Desk desk, CoinRequest request) {
        model = new CoinViewModel(workspace.backtests(), desk, request);
        body = new CoinBody(model, desk, root);
        header = new CoinHeader(model, desk, body.chart());
        waiting = new WaitingPane(model);
        root.getStyleClass().add("coin");
        root.setTop(header.node());
        root.setCenter(new StackPane(body.node(), waiting.node()));
        model.reload();
    }

    /** Shows another coin, or the same one at another interval or with another backtest. */
    public void show(CoinRequest request) {
        model.show(request);
    }

    /** "BTCUSDT  1d". */
    public String title() {
        return model.title();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        body.focus();
    }

    @Override
    public List<Action> actions() {
        ChartView chart = body.chart();
        return List.of(
                Action.of("Reload the coin", "F5", model::reload),
                Action.of("Stop loading the coin", "Esc", model::cancel),
                Action.of("Backtest this coin", "Shortcut+Enter", model::backtest),
                Action.of("Put the coin on the watchlist, or take it off", model::toggleStar),
                Action.of("Zoom in", chart::zoomIn),
                Action.of("Zoom out", chart::zoomOut),
                Action.of("Show the whole chart", chart::showAll),
                Action.of("Go to the newest bars", chart::showEnd),
                Action.of(
                        "Logarithmic prices, or not",
                        () -> chart.logarithmic().set(!chart.logarithmic().get())));
    }

    CoinViewModel model() {
        return model;
    }

    ChartView chart() {
        return body.chart();
    }

    @Override
    public void close() {
        waiting.close();
        header.close();
        body.close();
        model.close();
    }
}
