package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.table.RowLook;
import io.alphaforge.ui.kit.table.Tone;
import java.util.function.Consumer;

/** The rows of coins: grey with the reason on hover where a coin is stale, opened by a double click. */
final class CoinRows {
    private static final String STALE =
            "Stale: this coin ends over 48 h before the newest bar in the database. It counts"
                    + " neither in breadth nor among the strongest and weakest, nor in a universe of the top N.";

    private CoinRows() {}

    static RowLook<CoinLine> look(Consumer<CoinLine> open) {
        return new RowLook<>(
                line -> line.row().stale() ? Tone.FAINT : Tone.PLAIN,
                line -> line.row().stale() ? STALE : "",
                open);
    }
}
