package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.SlowQuery;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows queries that took long. */
@Command(
        name = "queries",
        description = "Shows the newest queries that took longer than ALPHAFORGE_SLOW_QUERY_MS (1000), newest first.")
final class QueriesCommand implements Callable<Integer> {
    private static final List<Field<SlowQuery>> FIELDS = List.of(
            Field.time("time", SlowQuery::time),
            Field.real("duration_ms", Field.Unit.MILLISECONDS, SlowQuery::millis),
            Field.text("caller", SlowQuery::caller),
            Field.text("query", SlowQuery::query));
    /** A line of a screen has no room for more. */
    private static final int SHOWN = 80;

    private static final List<Field<SlowQuery>> SCREEN =
            List.of(FIELDS.get(0), FIELDS.get(1), FIELDS.get(2), Field.text("query", s -> inOneLine(s.query())));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private DatabaseCommand parent;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most (50).")
    private int limit = 50;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit must be 1 or more.");
        }
        RootCommand root = parent.root();
        try (Workspace workspace = root.open()) {
            List<SlowQuery> queries = workspace.watching().slowQueries(limit);
            List<Field<SlowQuery>> fields = root.format == OutputFormat.table ? SCREEN : FIELDS;
            new Rows<>(fields, fields.stream().map(Field::name).toList())
                    .write(queries, root.format, root.terminal.out());
            if (!root.quiet) {
                root.terminal.note(Formats.text(
                        "%,d slow queries shown; queries of %,d ms and more are kept in %s",
                        queries.size(),
                        workspace.watching().threshold().toMillis(),
                        workspace.watching().keptIn()));
            }
            return ExitStatus.DONE;
        }
    }

    private static String inOneLine(String query) {
        String line = query.lines()
                .filter(l -> !l.strip().startsWith("--"))
                .reduce("", (a, b) -> a + " " + b)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN - 1) + "…" : line;
    }
}
