package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.engine.Trade;
import io.alphaforge.market.Instrument;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.EquityCurve;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one coin of an earlier run: its row, its trades, or its equity curve. */
@Command(name = "show", description = "Shows one coin of an earlier run: its row, its trades, or its equity curve.")
final class ShowCommand implements Callable<Integer> {
    private static final List<Field<Trade>> TRADE = List.of(
            Field.time("entry_time", t -> t.entry().time()),
            Field.real("entry_price", Unit.PRICE, t -> t.entry().price()),
            Field.time("exit_time", Trade::exitTime),
            Field.real("exit_price", Unit.PRICE, Trade::exitPrice),
            Field.real("units", Unit.PRICE, t -> t.entry().units()),
            Field.real("return_pct", Unit.CHANGE, t -> 100 * t.netReturn()),
            Field.real("net_profit", Unit.MONEY, Trade::netProfit),
            Field.real("fees", Unit.MONEY, Trade::fees),
            Field.real("days", Unit.DAYS, t -> t.duration() / 86_400_000.0),
            Field.integer("entry_bars_late", t -> t.entry().barsLate()),
            Field.integer("exit_bars_late", t -> t.exit() == null ? 0 : t.exit().barsLate()),
            Field.flag("open", Trade::open));

    private static final List<Field<Mark>> MARK = List.of(
            Field.time("time", Mark::time),
            Field.real("equity", Unit.MONEY, Mark::equity),
            Field.real("drawdown_pct", Unit.CHANGE, Mark::drawdown));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Parameters(index = "0", paramLabel = "RUN", description = "Id of a run, a beginning of it, or 'last'.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Parameters(index = "1", paramLabel = "SYMBOL", description = "The coin.")
    @SuppressWarnings("NullAway.Init")
    private String symbol;

    @ArgGroup(exclusive = true)
    private @Nullable Part part;

    /** What to show beside the row. */
    static final class Part {
        @Option(names = "--trades", description = "Every trade, an open one marked at the last close.")
        boolean trades;

        @Option(names = "--equity", description = "Equity and drawdown at every close.")
        boolean equity;
    }

    /** Equity at one close. */
    private record Mark(long time, double equity, double drawdown) {}

    /** A field of the row as a line of its own. */
    private record Line(String name, String value) {}

    @Override
    public Integer call() {
        String wanted = Instrument.parse(symbol).symbol();
        try (Workspace workspace = root.openForReading()) {
            Optional<ArchivedRun> found = workspace.archive().find(run);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        run.equals("last")
                                ? "There is no run yet; 'alphaforge backtest' makes one."
                                : "There is no run '" + run + "'; 'last' is the newest one.");
            }
            ArchivedRun archived = found.get();
            Optional<ResultRow> row = archived.rows().stream()
                    .filter(r -> r.symbol().equals(wanted))
                    .findFirst();
            if (row.isEmpty()) {
                String reason = archived.failures().get(wanted);
                throw new IllegalArgumentException(
                        reason == null
                                ? "The run has no coin " + wanted + "."
                                : wanted + " failed in this run: " + reason);
            }
            if (part == null) {
                row(row.get());
            } else {
                detail(workspace, archived, row.get(), part);
            }
            return ExitStatus.DONE;
        }
    }

    private void row(ResultRow row) {
        List<Field<ResultRow>> fields = ResultFields.all();
        if (root.format == OutputFormat.table) {
            List<Field<Line>> columns = List.of(Field.text("field", Line::name), Field.text("value", Line::value));
            List<Line> lines = fields.stream()
                    .map(f -> new Line(f.name(), Formats.value(f, f.of(row))))
                    .toList();
            TextTable.write(columns, lines, root.terminal.out());
            root.terminal.out().flush();
        } else {
            new Rows<>(fields, List.of()).write(List.of(row), root.format, root.terminal.out());
        }
    }

    private void detail(Workspace workspace, ArchivedRun archived, ResultRow row, Part wanted) {
        CoinRequest request = CoinRequest.of(archived.header().spec(), row);
        CoinStudy study = workspace.backtests().study(request);
        CoinDetail detail = Objects.requireNonNull(study.backtest());
        if (study.differsFromKept()) {
            boolean otherEngine = !archived.header().engineVersion().equals(EngineVersion.current());
            root.terminal.note("The run was made "
                    + (otherEngine ? "by another engine version" : "on other bars of " + row.symbol())
                    + ": what follows is computed anew and differs from the kept row.");
        }
        if (wanted.trades) {
            new Rows<>(TRADE, TRADE.stream().map(Field::name).toList())
                    .write(detail.trades(), root.format, root.terminal.out());
        } else {
            EquityCurve curve = detail.curve();
            List<Mark> marks = IntStream.range(0, curve.size())
                    .mapToObj(i -> new Mark(
                            curve.time(i),
                            curve.equity().get(i),
                            curve.drawdownPct().get(i)))
                    .toList();
            new Rows<>(MARK, MARK.stream().map(Field::name).toList()).write(marks, root.format, root.terminal.out());
        }
        String reason = detail.result().noTradeReason();
        if (reason != null) {
            root.terminal.note(reason);
        }
    }
}
