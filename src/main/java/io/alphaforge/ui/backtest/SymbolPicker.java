package io.alphaforge.ui.backtest;

import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Search and tick: every coin of the database with a tick, written as a list of symbols into the field. */
final class SymbolPicker {
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");

    private final InputField<Universe> field;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<String> shown = FXCollections.observableArrayList();
    private final ObservableList<String> shownView = FXCollections.unmodifiableObservableList(shown);
    private final Map<String, BooleanProperty> ticks = new TreeMap<>();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private boolean many;

    /** A picker that writes into this field; {@link #open} reads from it. */
    SymbolPicker(InputField<Universe> field) {
        this.field = field;
        search.subscribe(text -> find());
    }

    /** Shows every coin, with those ticked that the field names. */
    void open(StoreContents contents) {
        Set<String> named = new TreeSet<>();
        SEPARATORS.splitAsStream(field.text().get()).forEach(word -> named.add(word.toUpperCase(Locale.ROOT)));
        field.value()
                .filter(Universe.Listed.class::isInstance)
                .map(Universe.Listed.class::cast)
                .ifPresent(listed -> named.addAll(listed.symbols()));
        ticks.clear();
        for (String symbol : contents.symbols()) {
            BooleanProperty tick = new SimpleBooleanProperty(named.contains(symbol));
            tick.addListener((observable, was, is) -> write());
            ticks.put(symbol, tick);
        }
        search.set("");
        find();
        tally();
    }

    /** The tick of a coin that is shown. */
    BooleanProperty tick(String symbol) {
        return ticks.computeIfAbsent(symbol, s -> new SimpleBooleanProperty());
    }

    /** Ticks every coin that is shown, or takes their ticks away. */
    void tickShown(boolean ticked) {
        tickAll(shown, ticked);
    }

    /** Takes every tick away, also of coins that are not shown. */
    void clear() {
        tickAll(ticks.keySet(), false);
    }

    private void tickAll(Collection<String> symbols, boolean ticked) {
        many = true;
        symbols.forEach(symbol -> tick(symbol).set(ticked));
        many = false;
        write();
    }

    private void find() {
        String wanted = search.get() == null ? "" : search.get().strip().toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String symbol : ticks.keySet()) {
            if (symbol.contains(wanted)) {
                found.add(symbol);
            }
        }
        shown.setAll(found);
    }

    private void write() {
        if (!many) {
            field.text().set(String.join(", ", ticked()));
            tally();
        }
    }

    private void tally() {
        count.set(Formats.count(ticked().size()) + " of " + Formats.plural(ticks.size(), "coin"));
    }

    private List<String> ticked() {
        return ticks.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Part of the symbols to be shown. */
    StringProperty search() {
        return search;
    }

    /** The symbols that are found. */
    ObservableList<String> shown() {
        return shownView;
    }

    /** "12 of 263 coins". */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }
}
