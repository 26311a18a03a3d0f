package io.alphaforge.run;

/**
 * A run that the user wants to find again under a name.
 *
 * @param name unique among the presets, not blank
 */
public record Preset(String name, RunSpec spec) {
    public Preset {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A preset needs a name.");
        }
    }
}
