package io.alphaforge.run;

import java.util.List;

/** Keeps named presets. */
public interface PresetStore {
    /** Every preset by name; ones of strategies that do not exist any more are left out. */
    List<Preset> list();

    /** Keeps a preset; one of the same name is replaced. */
    void save(Preset preset);

    /** Forgets a preset; does nothing when there is none of that name. */
    void delete(String name);
}
