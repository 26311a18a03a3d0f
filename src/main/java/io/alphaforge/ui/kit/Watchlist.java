package io.alphaforge.ui.kit;

import java.util.List;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** The coins that the user has starred, kept between starts. Belongs to the JavaFX thread. */
public final class Watchlist {
    private static final String NAME = "watchlist";

    private final ObservableSet<String> symbols = FXCollections.observableSet(new TreeSet<>());

    public Watchlist(Preferences preferences) {
        symbols.addAll(preferences.list(NAME));
        symbols.addListener((SetChangeListener<String>) change -> preferences.putList(NAME, List.copyOf(symbols)));
    }

    /** The starred symbols in alphabetical order. */
    public ObservableSet<String> symbols() {
        return symbols;
    }

    public boolean contains(String symbol) {
        return symbols.contains(symbol);
    }

    /** Stars a coin, or takes its star away. */
    public void toggle(String symbol) {
        if (!symbols.remove(symbol)) {
            symbols.add(symbol);
        }
    }
}
