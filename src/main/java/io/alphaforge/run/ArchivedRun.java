package io.alphaforge.run;

import java.util.List;
import java.util.Map;

/**
 * A run that is over.
 *
 * @param rows results in the order in which they came
 * @param failures reason by symbol
 */
public record ArchivedRun(Header header, List<ResultRow> rows, Map<String, String> failures) {
    public ArchivedRun {
        rows = List.copyOf(rows);
        failures = Map.copyOf(failures);
    }

    /**
     * A run without its rows.
     *
     * @param startedAt UTC epoch milliseconds
     * @param name the user's own name for it; empty when it has none
     * @param returns what its rows amount to
     * @param engineVersion hash of the engine that computed it
     */
    public record Header(
            long startedAt,
            String name,
            RunSpec spec,
            RunSummary summary,
            ReturnSummary returns,
            String engineVersion) {
        public String runId() {
            return summary.runId();
        }
    }
}
