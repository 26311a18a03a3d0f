package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.run.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks after the database itself. */
@Command(
        name = "db",
        description = "Shows the state of the database, brings its tables up to date, and looks after it.",
        subcommands = {MaintainCommand.class, QueriesCommand.class, BackupCommand.class, RestoreCommand.class})
final class DatabaseCommand implements Callable<Integer> {
    private static final List<Field<Map.Entry<String, String>>> FIELDS =
            List.of(Field.text("name", Map.Entry::getKey), Field.text("value", Map.Entry::getValue));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RootCommand root() {
        return root;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: alphaforge db status|migrate|maintain|queries|backup|restore.");
    }

    @Command(
            name = "status",
            description = "What the database is, what it holds, and whether its tables are up to date.")
    Integer status() {
        try (Workspace workspace = root.open()) {
            Map<String, String> described = workspace.admin().describe();
            new Rows<>(FIELDS, List.of("name", "value"))
                    .write(List.copyOf(described.entrySet()), root.format, root.terminal.out());
            return described.containsKey(StoreAdmin.REASON) ? ExitStatus.UNUSABLE : ExitStatus.DONE;
        }
    }

    @Command(
            name = "migrate",
            description = "Creates the tables that AlphaForge needs, or brings them up to date; changes no bar.")
    Integer migrate(
            @Option(
                            names = "--yes",
                            description = "Does it also where somebody else's tables have bars in them already; without"
                                    + " this it is only said what would be done to them.")
                    boolean yes) {
        try (Workspace workspace = root.open()) {
            List<String> adopting = yes ? List.of() : workspace.admin().adopting();
            if (!adopting.isEmpty()) {
                root.terminal.note(workspace.admin().location() + " has bars and no table of AlphaForge's yet.");
                adopting.forEach(root.terminal::note);
                root.terminal.note("Nothing was changed; 'alphaforge db migrate --yes' does it.");
                return ExitStatus.WRONG_USAGE;
            }
            return migrate(workspace.admin());
        }
    }

    private int migrate(StoreAdmin admin) {
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {})) {
            try {
                admin.migrate(interrupt::raised).forEach(root.terminal::note);
                return ExitStatus.DONE;
            } catch (CancellationException e) {
                // While the interrupt holds the process: after that nobody would read it any more.
                root.terminal.note(String.valueOf(e.getMessage()));
                return ExitStatus.CANCELLED;
            }
        }
    }
}
