package io.alphaforge.telemetry;

import java.util.Arrays;
import java.util.List;

/**
 * One measure of the finished runs of a span, summed up. Runs that were cancelled or broke off are left out: what they took
 * says nothing about others.
 */
public record Summary(Span span, Measure measure, Percentiles figures) {

    /** Every measure over a span. */
    public static List<Summary> of(List<RunTimes> newestFirst, Span span, long now) {
        List<RunTimes> runs =
                span.of(newestFirst, now).stream().filter(RunTimes::isFinished).toList();
        return Arrays.stream(Measure.values())
                .map(measure -> new Summary(
                        span,
                        measure,
                        Percentiles.of(runs.stream().mapToDouble(measure::of).toArray())))
                .toList();
    }

    /** Every measure over every span. */
    public static List<Summary> of(List<RunTimes> newestFirst, long now) {
        return Arrays.stream(Span.values())
                .flatMap(span -> of(newestFirst, span, now).stream())
                .toList();
    }
}
