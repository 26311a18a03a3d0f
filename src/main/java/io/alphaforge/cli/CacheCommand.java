package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.market.Instrument;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows, forgets and renews the results of earlier runs. */
@Command(
        name = "cache",
        description = "Shows, forgets or renews the kept results of earlier runs.",
        subcommands = CacheWarmCommand.class)
final class CacheCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(CacheCommand.class);

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

    RootCommand root() {
        return root;
    }

    @Command(
            name = "stats",
            description = "Shows how much each layer keeps and how often it answered; that of Redis for everybody.")
    Integer stats() {
        try (Workspace workspace = root.open()) {
            new Rows<>(FIELDS, FIELDS.stream().map(Field::name).toList())
                    .write(workspace.cache().layers(), root.format, root.terminal.out());
            return ExitStatus.DONE;
        }
    }

    @Command(name = "clear", description = "Forgets all kept results.")
    Integer clear() {
        try (Workspace workspace = root.open()) {
            ResultCache.Cleared cleared = workspace.cache().clear();
            int status = forgotten("cleared", cleared.rows());
            if (cleared.problem().isEmpty()) {
                return status;
            }
            root.terminal.note(cleared.problem());
            return ExitStatus.UNUSABLE;
        }
    }

    @Command(name = "drop", description = "Forgets the kept results of some coins.")
    Integer drop(
            @Parameters(paramLabel = "SYMBOL", arity = "1..*", description = "Coins, for example BTCUSDT.")
                    List<String> symbols) {
        List<String> coins = symbols.stream()
                .map(s -> Instrument.parse(s).symbol())
                .distinct()
                .toList();
        try (Workspace workspace = root.open()) {
            // Waits until it is known whether a server answers, so that its rows are counted too.
            List<CacheStatistics> layers = workspace.cache().layers();
            LOG.debug("Dropping {} from {} layers", coins, layers.size());
            return forgotten("dropped", workspace.cache().drop(coins));
        }
    }

    private int forgotten(String field, long count) {
        if (root.format == OutputFormat.table) {
            root.terminal.out().println(Formats.text("%,d results forgotten", count));
        } else {
            new Rows<>(List.of(Field.<Long>integer(field, n -> n)), List.of())
                    .write(List.of(count), root.format, root.terminal.out());
        }
        return ExitStatus.DONE;
    }
}
