package io.alphaforge.ui.backtest;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Presets for as long as a test lasts. */
final class KeptPresets implements PresetStore {
    /** Whether nothing can be written. */
    boolean full;

    private final SortedMap<String, Preset> presets = new TreeMap<>();

    @Override
    public synchronized List<Preset> list() {
        return List.copyOf(presets.values());
    }

    @Override
    public synchronized void save(Preset preset) {
        write();
        presets.put(preset.name(), preset);
    }

    @Override
    public synchronized void delete(String name) {
        write();
        presets.remove(name);
    }

    private void write() {
        if (full) {
            throw new StoreException("The disk is full.");
        }
    }
}
