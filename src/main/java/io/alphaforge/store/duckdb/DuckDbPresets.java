package io.alphaforge.store.duckdb;

import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import java.util.List;

/** Named presets in the table {@code crypto_strategies}. */
final class DuckDbPresets implements PresetStore {
    private final LocalDatabase database;

    DuckDbPresets(LocalDatabase database) {
        this.database = database;
    }

    @Override
    public List<Preset> list() {
        throw new UnsupportedOperationException(database.file().toString());
    }

    @Override
    public void save(Preset preset) {
        throw new UnsupportedOperationException(database.file().toString());
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException(database.file().toString());
    }
}
