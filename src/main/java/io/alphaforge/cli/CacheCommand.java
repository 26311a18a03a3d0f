package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows and clears the results of earlier runs. */
@Command(name = "cache", description = "Shows or clears the kept results of earlier runs.")
final class CacheCommand implements Callable<Integer> {
    private static final List<Field<CacheStatistics>> FIELDS = List.of(
            Field.text("kind", CacheStatistics::kind),
            Field.integer("entries", CacheStatistics::entries),
            Field.integer("bytes", CacheStatistics::bytes),
            Field.integer("hits", CacheStatistics::hits),
            Field.integer("misses", CacheStatistics::misses),
            Field.real("hit_rate_pct", Field.Unit.PERCENT, s -> 100 * s.hitRate()));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return stats();
    }

    @Command(name = "stats", description = "Shows how much is kept and how often it answered.")
    Integer stats() {
        try (Workspace workspace = root.open()) {
            new Rows<>(FIELDS, FIELDS.stream().map(Field::name).toList())
                    .write(List.of(workspace.cache().statistics()), root.format, root.terminal.out());
            return ExitStatus.DONE;
        }
    }

    @Command(name = "clear", description = "Forgets all kept results.")
    Integer clear() {
        try (Workspace workspace = root.open()) {
            long cleared = workspace.cache().clear();
            if (root.format == OutputFormat.table) {
                root.terminal.out().println(Formats.text("%,d results forgotten", cleared));
            } else {
                Field<Long> field = Field.integer("cleared", n -> n);
                new Rows<>(List.of(field), List.of()).write(List.of(cleared), root.format, root.terminal.out());
            }
            return ExitStatus.DONE;
        }
    }
}
