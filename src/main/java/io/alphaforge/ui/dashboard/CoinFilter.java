package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Preferences;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which coins the table shows: those that match a text, all or the starred ones, with stale ones or without. */
final class CoinFilter {
    private static final String WATCHLIST = "dashboard.watchlist";
    private static final String HIDE_STALE = "dashboard.hideStale";

    private final ObservableList<CoinLine> all;
    private final FilteredList<CoinLine> shown;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty watchlistOnly;
    private final BooleanProperty staleHidden;
    private final ObservableValue<String> count;

    /** A filter of these coins; the choices, not the text, are kept. */
    CoinFilter(ObservableList<CoinLine> all, Preferences preferences) {
        this.all = all;
        this.shown = new FilteredList<>(all);
        this.watchlistOnly = kept(preferences, WATCHLIST);
        this.staleHidden = kept(preferences, HIDE_STALE);
        this.count = Bindings.createStringBinding(this::countText, all, shown);
        text.subscribe(now -> review());
        watchlistOnly.subscribe(now -> review());
        staleHidden.subscribe(now -> review());
    }

    /** Filters again, after stars have changed. */
    void review() {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.isEmpty() ? new String[0] : wanted.split("\\s+");
        boolean starredOnly = watchlistOnly.get();
        boolean currentOnly = staleHidden.get();
        shown.setPredicate(line -> (!starredOnly || line.starred().get())
                && (!currentOnly || !line.row().stale())
                && line.matches(words));
    }

    /** Why the table is empty although there are coins, in one sentence. */
    String emptyText() {
        if (!text.get().isBlank()) {
            return "No coin matches “" + text.get().strip() + "”"
                    + (watchlistOnly.get()
                            ? " on the watchlist."
                            : staleHidden.get() ? " with stale ones hidden." : ".");
        }
        return watchlistOnly.get()
                ? "No coin is on the watchlist. Press Space on a coin, or click its star, to add it."
                : "Every coin is stale, and stale coins are hidden.";
    }

    void clear() {
        text.set("");
        watchlistOnly.set(false);
        staleHidden.set(false);
    }

    private String countText() {
        return shown.size() == all.size()
                ? Formats.plural(all.size(), "coin")
                : Formats.count(shown.size()) + " of " + Formats.plural(all.size(), "coin");
    }

    private static BooleanProperty kept(Preferences preferences, String name) {
        boolean before = preferences.get(name).map(Boolean::parseBoolean).orElse(false);
        BooleanProperty choice = new SimpleBooleanProperty(before);
        choice.addListener((observable, was, is) -> preferences.put(name, is ? "true" : ""));
        return choice;
    }

    /** The coins that pass. */
    FilteredList<CoinLine> shown() {
        return shown;
    }

    StringProperty text() {
        return text;
    }

    BooleanProperty watchlistOnly() {
        return watchlistOnly;
    }

    BooleanProperty staleHidden() {
        return staleHidden;
    }

    /** "243 of 263 coins". */
    ObservableValue<String> count() {
        return count;
    }
}
