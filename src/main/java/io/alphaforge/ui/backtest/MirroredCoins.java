package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;

/**
 * Says in the form, while the server is away, how many coins there are without it: a run that is shown may have had more
 * of them than its mirror has.
 */
final class MirroredCoins {
    private final Desk desk;
    private final ShownRun shown;
    private final UniverseForm form;

    private MirroredCoins(Desk desk, ShownRun shown, UniverseForm form) {
        this.desk = desk;
        this.shown = shown;
        this.form = form;
    }

    /** Follows the desk until the subscription ends. */
    static Subscription follow(Desk desk, ShownRun shown, UniverseForm form) {
        MirroredCoins coins = new MirroredCoins(desk, shown, form);
        shown.rows().addListener((ListChangeListener<Object>) change -> coins.look());
        shown.failures().addListener((ListChangeListener<Object>) change -> coins.look());
        return Subscription.combine(
                desk.offline().subscribe(is -> coins.look()), desk.contents().subscribe(now -> coins.look()));
    }

    private void look() {
        form.note(desk.offline().getValue() ? sentence(ran(), desk.contents().get()) : "");
    }

    private Set<String> ran() {
        Set<String> symbols = new HashSet<>();
        shown.rows().forEach(row -> symbols.add(row.symbol()));
        shown.failures().forEach(coin -> symbols.add(coin.symbol()));
        return symbols;
    }

    /** @param ran the coins of the run that is shown; none before the first one */
    static String sentence(Set<String> ran, StoreContents mirror) {
        String here =
                "The server does not answer; its mirror on this computer has " + Formats.plural(mirror.coins(), "coin");
        if (ran.isEmpty()) {
            return here + ".";
        }
        long lacking = ran.stream()
                .filter(symbol -> !mirror.symbols().contains(symbol))
                .count();
        return here + " and "
                + (lacking == 0
                        ? "lacks none of the run that is shown."
                        : "lacks " + Formats.count(lacking) + " of the " + Formats.count(ran.size())
                                + " of the run that is shown.");
    }
}
