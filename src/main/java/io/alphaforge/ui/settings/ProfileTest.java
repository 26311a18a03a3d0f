package io.alphaforge.ui.settings;

import io.alphaforge.run.Finding;
import java.util.List;

/**
 * What looking at a connection has found.
 *
 * @param verdict one sentence; empty while nothing was looked at
 */
record ProfileTest(boolean ok, String verdict, List<Finding> findings) {
    static final ProfileTest NONE = new ProfileTest(true, "", List.of());

    /** Sums up what was found: what is wrong first, whether one gets in at all before everything else. */
    static ProfileTest of(List<Finding> findings) {
        boolean in = findings.stream().anyMatch(f -> f.name().equals("login") && f.ok());
        List<Finding> wrong = findings.stream().filter(f -> !f.ok()).toList();
        if (wrong.isEmpty() && in) {
            String login = findings.stream()
                    .filter(f -> f.name().equals("login"))
                    .findFirst()
                    .map(Finding::text)
                    .orElse("");
            return new ProfileTest(true, "The connection works: " + login + ".", findings);
        }
        // Results can be shared or not: that matters once there is a database.
        List<Finding> first = in
                ? wrong
                : wrong.stream().filter(f -> !f.name().equals("redis")).toList();
        String sentence = first.isEmpty()
                ? "The server was not reached."
                : first.getLast().text();
        return new ProfileTest(false, in ? "The connection works, but: " + sentence : sentence, findings);
    }
}
