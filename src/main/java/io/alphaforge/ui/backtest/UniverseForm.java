package io.alphaforge.ui.backtest;

import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Watchlist;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;

/** Which coins: the kind of universe and what each kind wants to know. */
final class UniverseForm {
    static final String DEFAULT_TOP = "10";
    static final String DEFAULT_BARS = "500";

    private final Watchlist watchlist;
    private final SetChangeListener<String> starred = change -> review();
    private final ObjectProperty<UniverseChoice> choice = new SimpleObjectProperty<>(UniverseChoice.TOP);
    private final InputField<Universe> top = new InputField<>(
            "Coins", UniverseChoice.TOP.description() + ", stale ones left out.", DEFAULT_TOP, Readers::top);
    private final InputField<Universe> bars = new InputField<>(
            "At least",
            "Bars that a coin must have at the interval, over everything stored.",
            DEFAULT_BARS,
            Readers::atLeastBars);
    private final InputField<Universe> listed;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private String note = "";
    private Optional<Universe> value = Optional.empty();
    private StoreContents contents = StoreContents.EMPTY;
    private Runnable whenChanged = () -> {};

    /** Follows the watchlist until {@link #close}. */
    UniverseForm(Watchlist watchlist) {
        this.watchlist = watchlist;
        this.listed = new InputField<>(
                "Symbols",
                "Symbols separated by commas or blanks, for example BTCUSDT, ETHUSDT.",
                "",
                text -> Readers.listed(text, contents));
        for (InputField<?> field : List.of(top, bars, listed)) {
            field.text().subscribe(text -> review());
        }
        choice.subscribe(now -> review());
        watchlist.symbols().addListener(starred);
    }

    /** Calls this after every change of what is chosen. */
    void whenChanged(Runnable action) {
        whenChanged = action;
    }

    void close() {
        watchlist.symbols().removeListener(starred);
    }

    /** Checks what was typed against what the database holds now. */
    void show(StoreContents now) {
        contents = now;
        listed.check();
        review();
    }

    /** What there is to say of the coins whatever is chosen; empty when there is nothing. */
    void note(String sentence) {
        note = sentence;
        summarize();
    }

    /** Chooses a universe with everything that it says. */
    void set(Universe universe) {
        switch (universe) {
            case Universe.All all -> choice.set(UniverseChoice.ALL);
            case Universe.Top first -> {
                top.text().set(Integer.toString(first.count()));
                choice.set(UniverseChoice.TOP);
            }
            case Universe.AtLeastBars atLeast -> {
                bars.text().set(Integer.toString(atLeast.bars()));
                choice.set(UniverseChoice.BARS);
            }
            case Universe.Listed named -> {
                listed.text().set(String.join(", ", named.symbols()));
                choice.set(UniverseChoice.LISTED);
            }
        }
    }

    /** The coins chosen; empty while {@link #problem} says why there are none. */
    Optional<Universe> value() {
        return value;
    }

    /** Why there is no universe, in one sentence; empty when there is one. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What a kind without a field stands for now, "263 coins", "12 starred coins", then the note. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    private void review() {
        Set<String> known = contents.symbols();
        List<String> stars =
                watchlist.symbols().stream().filter(known::contains).toList();
        value = switch (choice.get()) {
            case ALL -> Optional.of(new Universe.All());
            case TOP -> top.value();
            case BARS -> bars.value();
            case LISTED -> listed.value();
            case WATCHLIST -> stars.isEmpty() ? Optional.empty() : Optional.of(new Universe.Listed(stars));
        };
        problem.set(
                switch (choice.get()) {
                    case ALL -> "";
                    case TOP -> top.problem().get();
                    case BARS -> bars.problem().get();
                    case LISTED -> listed.problem().get();
                    case WATCHLIST ->
                        stars.isEmpty()
                                ? "No coin of the database is starred; star coins on the dashboard or choose another"
                                        + " universe."
                                : "";
                });
        summarize();
        whenChanged.run();
    }

    private void summarize() {
        long stars = watchlist.symbols().stream()
                .filter(contents.symbols()::contains)
                .count();
        String chosen = switch (choice.get()) {
            // The note says how many there are.
            case ALL -> note.isEmpty() ? Formats.plural(contents.coins(), "coin") + " in the database" : "";
            case WATCHLIST -> stars == 0 ? "" : Formats.plural(stars, "starred coin");
            default -> "";
        };
        summary.set(chosen + (chosen.isEmpty() || note.isEmpty() ? "" : "\n") + note);
    }

    ObjectProperty<UniverseChoice> choice() {
        return choice;
    }

    InputField<Universe> top() {
        return top;
    }

    InputField<Universe> bars() {
        return bars;
    }

    InputField<Universe> listed() {
        return listed;
    }
}
