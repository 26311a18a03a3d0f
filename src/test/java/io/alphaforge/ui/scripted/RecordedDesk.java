package io.alphaforge.ui.scripted;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.Navigator;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.Watchlist;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A desk for tests of pages and their view-models: real in everything but that it writes down where it was led to. */
public final class RecordedDesk implements Navigator {
    /** Where the navigator was sent, in words: "coin BTCUSDT 1d", "run 2024…", "compare a b", "backtest all". */
    public final List<String> visited = new ArrayList<>();

    public final List<CoinRequest> coins = new ArrayList<>();
    public final List<Notice> notices = new ArrayList<>();
    public final ObjectProperty<StoreContents> contents = new SimpleObjectProperty<>(StoreContents.EMPTY);
    /** Whether a server does not answer. */
    public final BooleanProperty offline = new SimpleBooleanProperty();

    public final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    /** How often a page said that it has written to the store. */
    public int storeChanges;

    private final Desk desk;

    public RecordedDesk(Executor background, PulseScheduler pulse, Clock clock) {
        Preferences preferences = new Kept();
        desk = new Desk(
                background,
                pulse,
                clock,
                contents,
                offline,
                () -> storeChanges++,
                theme,
                new TimeText(),
                preferences,
                new Watchlist(preferences),
                new Jobs(),
                notices::add,
                this);
    }

    public Desk desk() {
        return desk;
    }

    @Override
    public void openCoin(CoinRequest coin) {
        coins.add(coin);
        visited.add("coin " + coin.symbol() + " " + coin.interval());
    }

    @Override
    public void openRun(String runId) {
        visited.add("run " + runId);
    }

    @Override
    public void compareRuns(String first, String second) {
        visited.add("compare " + first + " " + second);
    }

    @Override
    public void backtest(Universe universe) {
        visited.add("backtest " + universe.text());
    }

    @Override
    public void importFiles(List<Path> files) {
        visited.add("import " + files);
    }

    @Override
    public void openLogFolder() {
        visited.add("log");
    }

    /** Preferences for as long as the test lasts. */
    private static final class Kept implements Preferences {
        private final Map<String, String> texts = new TreeMap<>();
        private final Map<String, List<String>> lists = new TreeMap<>();

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        @Override
        public void put(String name, String value) {
            if (value.isEmpty()) {
                texts.remove(name);
            } else {
                texts.put(name, value);
            }
        }

        @Override
        public List<String> list(String name) {
            return lists.getOrDefault(name, List.of());
        }

        @Override
        public void putList(String name, List<String> values) {
            lists.put(name, List.copyOf(values));
        }
    }
}
