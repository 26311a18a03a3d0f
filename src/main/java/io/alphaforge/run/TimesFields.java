package io.alphaforge.run;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields of what is measured of runs and databases, for files and tables. */
public final class TimesFields {
    private static final List<Field<Summary>> SUMMARIES = List.of(
            Field.text("span", s -> s.span().code()),
            Field.text("figure", s -> s.measure().field()),
            Field.integer("runs", s -> s.figures().count()),
            Field.real("average", Unit.NONE, s -> s.figures().average()),
            Field.real("p50", Unit.NONE, s -> s.figures().p50()),
            Field.real("p95", Unit.NONE, s -> s.figures().p95()),
            Field.real("p99", Unit.NONE, s -> s.figures().p99()));

    private static final List<Field<RunTimes>> OF_A_RUN = List.of(
            Field.text("run", RunTimes::runId),
            Field.time("started", RunTimes::startedAt),
            Field.text("status", RunTimes::status),
            Field.text("strategy", r -> r.work().strategy()),
            Field.text("interval", r -> r.work().interval()),
            Field.text("universe", r -> r.work().universe()),
            Field.integer("total", r -> r.amount().total()),
            Field.integer("completed", r -> r.amount().completed()),
            Field.integer("cached", r -> r.amount().cached()),
            Field.integer("asked", r -> r.amount().asked()),
            Field.integer("failed", r -> r.amount().failed()),
            Field.integer("bars", r -> r.amount().bars()),
            Field.real("duration_ms", Unit.MILLISECONDS, r -> r.took().millis()),
            Field.real("first_result_ms", Unit.MILLISECONDS, r -> r.took().firstResultMs()),
            Field.real("paused_ms", Unit.MILLISECONDS, r -> r.took().pausedMs()),
            Field.real("coins_per_second", Unit.NONE, RunTimes::coinsPerSecond),
            Field.real("cache_hit_pct", Unit.PERCENT, RunTimes::hitPct));

    private static final List<Field<RunTimes>> RUNS = Stream.concat(
                    OF_A_RUN.stream(),
                    Arrays.stream(Phase.values())
                            .map(phase -> Field.<RunTimes>real(
                                    phase.field(),
                                    Unit.MILLISECONDS,
                                    r -> r.phases().of(phase))))
            .toList();

    private static final List<Field<SlowQuery>> QUERIES = List.of(
            Field.time("time", SlowQuery::time),
            Field.real("duration_ms", Unit.MILLISECONDS, SlowQuery::millis),
            Field.text("caller", SlowQuery::caller),
            Field.text("query", SlowQuery::query));

    private TimesFields() {}

    /** Average and percentiles of a measure over a span; their unit is part of the measure's name. */
    public static List<Field<Summary>> summaries() {
        return SUMMARIES;
    }

    /** What runs took. */
    public static List<Field<RunTimes>> runs() {
        return RUNS;
    }

    /** Slow queries. */
    public static List<Field<SlowQuery>> queries() {
        return QUERIES;
    }
}
