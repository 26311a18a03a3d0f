package io.alphaforge.ui.backtest;

import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Presets for as long as a test lasts. */
final class KeptPresets implements PresetStore {
    private final SortedMap<String, Preset> presets = new TreeMap<>();

    @Override
    public synchronized List<Preset> list() {
        return List.copyOf(presets.values());
    }

    @Override
    public synchronized void save(Preset preset) {
        presets.put(preset.name(), preset);
    }

    @Override
    public synchronized void delete(String name) {
        presets.remove(name);
    }
}
