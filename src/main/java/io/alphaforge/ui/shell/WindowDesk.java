package io.alphaforge.ui.shell;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Navigator;
import io.alphaforge.ui.kit.Preferences;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the only page of the window works with: choices kept while the window is open, and nowhere else to go. */
final class WindowDesk implements Navigator, Preferences {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Consumer<List<Path>> importer;

    WindowDesk(Consumer<List<Path>> importer) {
        this.importer = importer;
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void put(String name, String value) {
        texts.put(name, value);
    }

    @Override
    public List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    @Override
    public void putList(String name, List<String> values) {
        lists.put(name, List.copyOf(values));
    }

    @Override
    public void openCoin(CoinRequest coin) {}

    @Override
    public void openRun(String runId) {}

    @Override
    public void compareRuns(String first, String second) {}

    @Override
    public void backtest(Universe universe) {}

    @Override
    public void importFiles(List<Path> files) {
        importer.accept(files);
    }

    @Override
    public void openLogFolder() {}
}
