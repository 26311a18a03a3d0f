package io.alphaforge.cli;

import io.alphaforge.catalog.DashboardFields;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.Field;
import io.alphaforge.run.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows one row per coin. */
@Command(name = "dashboard", description = "Shows every coin: price, changes, highs, lows, volume, turnover, age.")
final class DashboardCommand implements Callable<Integer> {
    private static final List<Field<DashboardRow>> FIELDS = DashboardFields.all();
    private static final Rows<DashboardRow> ROWS = new Rows<>(
            FIELDS,
            List.of(
                    "symbol",
                    "price",
                    "change_24h_pct",
                    "change_7d_pct",
                    "high_24h",
                    "low_24h",
                    "volume_24h",
                    "high_7d",
                    "low_7d",
                    "volume_7d",
                    "high_30d",
                    "low_30d",
                    "volume_30d",
                    "turnover_30d",
                    "all_time_high",
                    "all_time_high_date",
                    "all_time_low",
                    "all_time_low_date",
                    "newest",
                    "quality_score",
                    "stale"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            defaultValue = "turnover_30d",
            description = "Column to sort by: text ascending, numbers descending (default: ${DEFAULT-VALUE}).")
    private String sort = "turnover_30d";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows.")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        Field<DashboardRow> column = FIELDS.stream()
                .filter(f -> f.name().equals(sort))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown column '" + sort + "'; known are "
                        + FIELDS.stream().map(Field::name).collect(Collectors.joining(", ")) + "."));
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit is " + limit + "; allowed is 1 or more.");
        }
        try (Workspace workspace = root.openForReading()) {
            List<DashboardRow> rows = workspace.bars().dashboard();
            ROWS.write(
                    rows.stream()
                            .sorted(order(column).thenComparing(DashboardRow::symbol))
                            .limit(limit == null ? Long.MAX_VALUE : limit)
                            .toList(),
                    root.format,
                    root.terminal.out());
            if (rows.isEmpty()) {
                root.terminal.note(
                        "The database is empty; fill it with 'alphaforge import PATH' or 'alphaforge demo'.");
            }
            return ExitStatus.DONE;
        }
    }

    /** Rows without a value come last either way. */
    private static Comparator<DashboardRow> order(Field<DashboardRow> column) {
        return (a, b) -> {
            Object x = column.of(a);
            Object y = column.of(b);
            if (x == null || y == null) {
                return Boolean.compare(x == null, y == null);
            }
            return switch (column.kind()) {
                case TEXT -> x.toString().compareTo(y.toString());
                case FLAG -> Boolean.compare((Boolean) y, (Boolean) x);
                case INTEGER, TIME -> Long.compare((Long) y, (Long) x);
                case REAL -> Double.compare((Double) y, (Double) x);
            };
        };
    }
}
