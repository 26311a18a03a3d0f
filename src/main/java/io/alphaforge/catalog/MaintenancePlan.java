package io.alphaforge.catalog;

import java.util.List;

/**
 * What an action would do.
 *
 * @param statements that would be run, as the server would get them
 * @param effects what they do, in sentences
 * @param refusal why it cannot be done, in one sentence; empty when it can
 */
public record MaintenancePlan(List<String> statements, List<String> effects, String refusal) {
    public MaintenancePlan {
        statements = List.copyOf(statements);
        effects = List.copyOf(effects);
    }

    public static MaintenancePlan refused(String sentence) {
        return new MaintenancePlan(List.of(), List.of(), sentence);
    }

    public boolean possible() {
        return refusal.isEmpty();
    }
}
