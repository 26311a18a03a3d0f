package io.alphaforge.feed;

import java.util.List;

/**
 * The outcome of an import.
 *
 * @param reports one for every file that was finished, in the order of the files
 * @param cancelled whether it was stopped before its end; what is reported is stored all the same
 */
public record ImportSummary(List<FileReport> reports, boolean cancelled) {
    public ImportSummary {
        reports = List.copyOf(reports);
    }

    /** How many files were imported. */
    public long imported() {
        return reports.stream().filter(FileReport.Imported.class::isInstance).count();
    }

    /** How many files were not. */
    public long failed() {
        return reports.size() - imported();
    }
}
