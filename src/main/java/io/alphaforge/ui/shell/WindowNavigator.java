package io.alphaforge.ui.shell;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Universe;
import io.alphaforge.run.Workspace;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.backtest.BacktestPage;
import io.alphaforge.ui.coin.CoinPage;
import io.alphaforge.ui.data.DataPage;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Navigator;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.runs.RunsPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leads from page to page of one open workspace. */
final class WindowNavigator implements Navigator {
    private final Workspace workspace;
    private final PageHost host;
    private final Consumer<Path> openFolder;
    private @Nullable Desk desk;

    /**
     * Leads through the pages of a host.
     *
     * @param openFolder shows a folder in the file browser of the desktop
     */
    WindowNavigator(Workspace workspace, PageHost host, Consumer<Path> openFolder) {
        this.workspace = workspace;
        this.host = host;
        this.openFolder = openFolder;
    }

    /** To be called once, before anything else: the desk and its navigator know each other. */
    void at(Desk at) {
        desk = at;
    }

    private Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("The navigator has no desk yet.");
        }
        return desk;
    }

    @Override
    public void openCoin(CoinRequest coin) {
        host.visit(coin.symbol(), () -> new CoinPage(workspace, desk(), coin));
    }

    @Override
    public void openRun(String runId) {
        Desk at = desk();
        Loading<Optional<ArchivedRun>> loading = new Loading<>(
                at.background(),
                at.pulse(),
                "Opening the run",
                found -> found.ifPresentOrElse(
                        this::reopen,
                        () -> at.notices()
                                .tell(Notice.problem("The run " + runId + " is not in the archive any more."))));
        loading.problem().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                at.notices().tell(Notice.problem(sentence));
            }
        });
        loading.start(() -> workspace.archive().find(runId));
    }

    private void reopen(ArchivedRun run) {
        backtests().reopen(run);
        host.show(Place.BACKTEST);
    }

    @Override
    public void compareRuns(String first, String second) {
        ((RunsPage) host.page(Place.RUNS)).compare(first, second);
        host.show(Place.RUNS);
    }

    @Override
    public void backtest(Universe universe) {
        backtests().choose(universe);
        host.show(Place.BACKTEST);
    }

    /** Opens the backtest workspace with a strategy chosen. */
    void backtest(Strategy strategy) {
        backtests().choose(strategy);
        host.show(Place.BACKTEST);
    }

    private BacktestPage backtests() {
        return (BacktestPage) host.page(Place.BACKTEST);
    }

    @Override
    public void importFiles(List<Path> files) {
        ((DataPage) host.page(Place.DATA)).importFiles(files);
        host.show(Place.DATA);
    }

    /** Opens the data page, which asks whether these files are to be imported. */
    void offerFiles(List<Path> files) {
        ((DataPage) host.page(Place.DATA)).offerFiles(files);
        host.show(Place.DATA);
    }

    @Override
    public void openLogFolder() {
        openFolder.accept(workspace.home().resolve("logs"));
    }
}
