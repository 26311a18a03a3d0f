package io.alphaforge.ui.kit;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Universe;
import java.nio.file.Path;
import java.util.List;

/** Leads from one page to another; to be called on the JavaFX thread. */
public interface Navigator {
    /** Opens a coin with its candles, and its backtest where the request has one. */
    void openCoin(CoinRequest coin);

    /** Opens a run of the archive in the backtest workspace, with its rows and with the form as it was. */
    void openRun(String runId);

    /** Shows two runs of the archive side by side. */
    void compareRuns(String first, String second);

    /** Opens the backtest workspace with these coins chosen. */
    void backtest(Universe universe);

    /** Opens the data page and imports these files. */
    void importFiles(List<Path> files);

    /** Shows the folder of the log in the file browser of the desktop. */
    void openLogFolder();
}
