package io.alphaforge.ui.shell;

import io.alphaforge.catalog.StoreException;
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
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.runs.RunsPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leads from page to page of one open workspace. */
final class WindowNavigator implements Navigator {
    private final Workspace workspace;
    private final PageHost host;
    private final Consumer<Path> openFolder;
    private @Nullable Desk desk;
    private @Nullable Loading<ArchivedRun> opening;

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
        opening = new Loading<>(
                at.background(),
                at.pulse(),
                "Opening the run",
                run -> show(Place.BACKTEST, BacktestPage.class, page -> page.reopen(run)));
        opening.whenFailed(sentence -> at.notices().tell(Notice.problem(sentence)));
    }

    /** What is being opened is not shown any more. */
    void close() {
        if (opening != null) {
            opening.cancel();
        }
    }

    private <P extends Page> void show(Place place, Class<P> type, Consumer<P> before) {
        host.show(place, page -> before.accept(type.cast(page)));
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
        Objects.requireNonNull(opening, "at a desk")
                .start(() -> workspace
                        .archive()
                        .find(runId)
                        .orElseThrow(
                                () -> new StoreException("The run " + runId + " is not in the archive any more.")));
    }

    @Override
    public void compareRuns(String first, String second) {
        show(Place.RUNS, RunsPage.class, page -> page.compare(first, second));
    }

    @Override
    public void backtest(Universe universe) {
        show(Place.BACKTEST, BacktestPage.class, page -> page.choose(universe));
    }

    /** Opens the backtest workspace with a strategy chosen. */
    void backtest(Strategy strategy) {
        show(Place.BACKTEST, BacktestPage.class, page -> page.choose(strategy));
    }

    @Override
    public void importFiles(List<Path> files) {
        show(Place.DATA, DataPage.class, page -> page.importFiles(files));
    }

    /** Opens the data page, which asks whether these files are to be imported. */
    void offerFiles(List<Path> files) {
        show(Place.DATA, DataPage.class, page -> page.offerFiles(files));
    }

    @Override
    public void openLogFolder() {
        openFolder.accept(workspace.home().resolve("logs"));
    }
}
