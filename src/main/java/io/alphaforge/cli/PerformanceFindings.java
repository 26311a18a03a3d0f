package io.alphaforge.cli;

import io.alphaforge.run.Finding;
import io.alphaforge.telemetry.Measure;
import io.alphaforge.telemetry.Percentiles;
import io.alphaforge.telemetry.Span;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.telemetry.Watching;
import java.util.ArrayList;
import java.util.List;

/** What is measured of runs, as findings: nothing of it is a problem. */
final class PerformanceFindings {
    private static final int QUERIES = 1000;

    private PerformanceFindings() {}

    /** The measures of the last 1,000 runs, and how many queries were slow. */
    static List<Finding> of(Watching watching, long now) {
        List<Finding> findings = new ArrayList<>();
        List<Summary> summaries = Summary.of(watching.runs().runs(), Span.RUNS, now);
        long runs = summaries.getFirst().figures().count();
        findings.add(new Finding(
                "runs",
                true,
                runs == 0 ? "none was measured yet" : Formats.text("%,d finished runs were measured", runs)));
        for (Summary summary : summaries) {
            if (summary.figures().count() > 0) {
                findings.add(new Finding(
                        summary.measure().title().toLowerCase(java.util.Locale.ROOT), true, words(summary)));
            }
        }
        int slow = watching.slowQueries(QUERIES).size();
        findings.add(new Finding(
                "slow queries",
                true,
                Formats.text(
                        "%s%,d of database files of this computer, %,d ms and more",
                        slow == QUERIES ? "the newest " : "",
                        slow,
                        watching.threshold().toMillis())));
        return findings;
    }

    private static String words(Summary summary) {
        Percentiles p = summary.figures();
        Measure measure = summary.measure();
        return "average " + figure(measure, p.average()) + ", p50 " + figure(measure, p.p50()) + ", p95 "
                + figure(measure, p.p95()) + ", p99 " + figure(measure, p.p99());
    }

    private static String figure(Measure measure, double value) {
        return switch (measure) {
            case DURATION, FIRST_RESULT -> Formats.millis(value);
            case COINS_PER_SECOND -> Formats.text("%,.1f", value);
            case CACHE_HITS -> Formats.text("%.1f %%", value);
        };
    }
}
