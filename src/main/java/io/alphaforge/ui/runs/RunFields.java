package io.alphaforge.ui.runs;

import static io.alphaforge.catalog.Field.integer;
import static io.alphaforge.catalog.Field.real;
import static io.alphaforge.catalog.Field.text;
import static io.alphaforge.catalog.Field.time;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Kind;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.ArchivedRun.Header;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a run of the archive, for files. */
final class RunFields {
    private static final List<Field<Header>> ALL = List.of(
            text("run_id", Header::runId),
            time("started_at", Header::startedAt),
            text("name", Header::name),
            text("strategy", r -> r.spec().backtest().strategy().name()),
            text("parameters", r -> parameters(r.spec().backtest())),
            text("universe", r -> r.spec().universe().text()),
            text("interval", r -> r.spec().interval().code()),
            new Field<>("from", Kind.TIME, Unit.NONE, r -> range(r).hasFrom() ? range(r).from() : null),
            new Field<>("to", Kind.TIME, Unit.NONE, r -> range(r).hasTo() ? range(r).to() : null),
            real("capital", Unit.MONEY, r -> r.spec().backtest().execution().capital()),
            real("fee", Unit.NONE, r -> r.spec().backtest().execution().fee()),
            real("slippage", Unit.NONE, r -> r.spec().backtest().execution().slippage()),
            text("fill", r -> r.spec().backtest().execution().fill().code()),
            text("status", r -> RunWords.status(r.summary().status())),
            integer("total", r -> r.summary().total()),
            integer("completed", r -> r.summary().completed()),
            integer("failed", r -> r.summary().failed()),
            integer("cached", r -> r.summary().cached()),
            real("average_return_pct", Unit.CHANGE, r -> r.returns().average()),
            real("median_return_pct", Unit.CHANGE, r -> r.returns().median()),
            text("best_symbol", r -> r.returns().best().symbol()),
            real("best_return_pct", Unit.CHANGE, r -> r.returns().best().value()),
            text("worst_symbol", r -> r.returns().worst().symbol()),
            real("worst_return_pct", Unit.CHANGE, r -> r.returns().worst().value()),
            real("profitable_pct", Unit.PERCENT, r -> r.returns().profitablePct()),
            real("elapsed_ms", Unit.MILLISECONDS, r -> r.summary().elapsedMs()),
            real("first_result_ms", Unit.MILLISECONDS, r -> r.summary().firstResultMs()),
            text("engine_version", Header::engineVersion));

    private RunFields() {}

    /** Every field in order. */
    static List<Field<Header>> all() {
        return ALL;
    }

    private static TimeRange range(Header run) {
        return run.spec().backtest().range();
    }

    private static String parameters(BacktestSpec backtest) {
        return backtest.strategy().parameters().stream()
                .map(p -> p.name() + "=" + p.format(backtest.parameters().real(p.name())))
                .collect(Collectors.joining(","));
    }
}
