package io.alphaforge.store.duckdb;

import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Named presets in the table {@code crypto_strategies}. */
final class DuckDbPresets implements PresetStore {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbPresets.class);

    private final LocalDatabase database;

    DuckDbPresets(LocalDatabase database) {
        this.database = database;
    }

    @Override
    public List<Preset> list() {
        List<Preset> presets = new ArrayList<>();
        try (Session session = database.session();
                ResultSet rows = session.rows(DuckDbPresets.class, "list")) {
            while (rows.next()) {
                String name = rows.getString("name");
                try {
                    presets.add(new Preset(name, SpecColumns.spec(rows)));
                } catch (IllegalArgumentException e) {
                    LOG.warn("The preset {} is left out: {}", name, e.getMessage());
                }
            }
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
        return presets;
    }

    @Override
    public void save(Preset preset) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(preset.name());
        values.addAll(SpecColumns.values(preset.spec()));
        change("save", values.toArray());
    }

    @Override
    public void delete(String name) {
        change("delete", name.strip());
    }

    private void change(String method, @Nullable Object... values) {
        try (Session session = database.session()) {
            session.run(DuckDbPresets.class, method, values);
            session.commit();
        } catch (SQLException e) {
            throw Failures.using(database.file(), e);
        }
    }
}
