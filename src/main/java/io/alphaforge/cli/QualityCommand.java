package io.alphaforge.cli;

import io.alphaforge.catalog.QualityFields;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what is stored and how good it is. */
@Command(name = "quality", description = "Shows what is stored and how good it is, worst first.")
final class QualityCommand implements Callable<Integer> {
    private static final Rows<StoredSeries> ROWS = new Rows<>(
            QualityFields.all(),
            List.of(
                    "symbol",
                    "interval",
                    "bars",
                    "from",
                    "to",
                    "gaps",
                    "missing",
                    "duplicates",
                    "rejected",
                    "zero_volume",
                    "flat",
                    "jumps",
                    "score",
                    "synthetic",
                    "source"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Parameters(paramLabel = "SYMBOL", arity = "0..*", description = "Only these coins.")
    private List<String> symbols = new ArrayList<>();

    @Option(names = "--interval", paramLabel = "I", description = "Only this interval.")
    private @Nullable String interval;

    @Override
    public Integer call() {
        Interval wanted = interval == null ? null : Interval.parse(interval);
        Set<String> named = new TreeSet<>();
        symbols.forEach(s -> named.add(Instrument.parse(s).symbol()));
        try (Workspace workspace = root.openForReading()) {
            List<StoredSeries> stored = workspace.bars().series();
            List<StoredSeries> shown = stored.stream()
                    .filter(s -> named.isEmpty() || named.contains(s.symbol()))
                    .filter(s -> wanted == null || s.interval() == wanted)
                    .sorted(Comparator.comparingDouble(
                                    (StoredSeries s) -> s.quality().score())
                            .thenComparing(StoredSeries::symbol)
                            .thenComparing(StoredSeries::interval))
                    .toList();
            ROWS.write(shown, root.format, root.terminal.out());
            shown.forEach(s -> named.remove(s.symbol()));
            if (!named.isEmpty()) {
                String where = workspace.bars().whereMissing();
                root.terminal.note(
                        where.isEmpty()
                                ? "Not stored: " + String.join(", ", named) + "."
                                : "There is no " + String.join(", ", named) + where + ".");
                return ExitStatus.SOME_FAILED;
            }
            if (stored.isEmpty()) {
                root.terminal.note(
                        "The database is empty; fill it with 'alphaforge import PATH' or 'alphaforge demo'.");
            }
            return ExitStatus.DONE;
        }
    }
}
