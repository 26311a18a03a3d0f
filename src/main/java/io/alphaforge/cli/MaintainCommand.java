package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.TableBackup;
import io.alphaforge.run.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what maintenance finds, shows what an action would do, and does it when told so. */
@Command(
        name = "maintain",
        description = {
            "Lists sizes, unused indexes, leftover tables and settings; shows what an action would do; --apply does it.",
            "Actions: vacuum, analyze TABLE; refresh VIEW; compress; reindex, drop-index INDEX; drop-table TABLE;"
                    + " retention --days N; retention-off; compact; backup TABLE --to FILE."
        })
final class MaintainCommand implements Callable<Integer> {
    private static final String BACKUP = "backup";

    private static final List<Field<Line>> LINES =
            List.of(Field.text("part", Line::part), Field.text("text", Line::text));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private DatabaseCommand parent;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "What to do; nothing lists.")
    @Nullable
    private String action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Table, view or index.")
    private String name = "";

    @Option(
            names = "--apply",
            description = "Does it; without this it is only shown what would be done. A backup needs none.")
    private boolean apply;

    @Option(names = "--days", paramLabel = "N", description = "retention: how many days bars are kept.")
    private int days;

    @Option(names = "--confirm", paramLabel = "NAME", description = "drop-table: the name of the table once more.")
    private String confirmed = "";

    @Option(names = "--backup", paramLabel = "FILE", description = "drop-table: a backup of exactly this table.")
    @Nullable
    private Path backup;

    @Option(names = "--to", paramLabel = "FILE", description = "backup: the file to be written.")
    @Nullable
    private Path to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Lists only these: table, view, index, unused-index, leftover, retention, setting, chunk, file.")
    @Nullable
    private List<String> kinds;

    @Option(names = "--memory", paramLabel = "16GB", description = "The server's memory, for recommending settings.")
    @Nullable
    private String memory;

    private record Line(String part, String text) {}

    @Override
    public Integer call() {
        List<MaintenanceItem.Kind> shown = kinds();
        long bytes = memory == null ? 0 : MemorySize.parse(memory);
        MaintenanceRequest request = request();
        RootCommand root = parent.root();
        try (Workspace workspace = root.open()) {
            Maintenance maintenance = workspace
                    .admin()
                    .maintenance()
                    .orElseThrow(() -> new StoreException("There is nothing to maintain in this database."));
            if (action == null) {
                MaintenanceTable.write(maintenance.list(bytes), shown, root.format, root.terminal.out());
                return ExitStatus.DONE;
            }
            try (Interrupt interrupt = new Interrupt(root.terminal, maintenance::cancel)) {
                return work(maintenance, request, root, interrupt);
            }
        }
    }

    private int work(
            Maintenance maintenance, @Nullable MaintenanceRequest request, RootCommand root, Interrupt interrupt) {
        try {
            write(request == null ? backUp(maintenance, root) : work(maintenance, request, root), root);
            return interrupt.raised() ? ExitStatus.CANCELLED : ExitStatus.DONE;
        } catch (StoreException e) {
            if (!interrupt.raised()) {
                throw e;
            }
            // While the interrupt holds the process: after that nobody would read it any more.
            root.terminal.note(String.valueOf(e.getMessage()));
            return ExitStatus.CANCELLED;
        }
    }

    private List<MaintenanceItem.Kind> kinds() {
        if (kinds == null) {
            return List.of();
        }
        return kinds.stream()
                .map(k -> Arrays.stream(MaintenanceItem.Kind.values())
                        .filter(kind ->
                                kind.words().equals(k.toLowerCase(Locale.ROOT).replace('-', ' ')))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + k + "' is no kind; --help lists them.")))
                .toList();
    }

    /** Null for a backup, and for a listing. */
    private @Nullable MaintenanceRequest request() {
        if (action == null && apply) {
            throw new IllegalArgumentException("Say what is to be done: db maintain ACTION [NAME] --apply.");
        }
        if (BACKUP.equals(action) && apply) {
            throw new IllegalArgumentException("A backup changes nothing and is written at once; leave --apply out.");
        }
        if (action == null || action.equals(BACKUP)) {
            if (action != null && (name.isEmpty() || to == null)) {
                throw new IllegalArgumentException(
                        "Say which table and to which file: db maintain backup TABLE --to FILE.");
            }
            return null;
        }
        MaintenanceAction wanted = MaintenanceAction.find(action)
                .orElseThrow(() -> new IllegalArgumentException("'" + action + "' is no action; --help lists them."));
        switch (wanted) {
            case RETENTION -> {
                if (days < 1) {
                    throw new IllegalArgumentException("Say how many days bars are kept: --days N, 1 or more.");
                }
            }
            case COMPRESS, RETENTION_OFF, COMPACT -> {}
            default -> {
                if (name.isEmpty()) {
                    throw new IllegalArgumentException(
                            "Say what it is to be done to: db maintain " + wanted.code() + " NAME.");
                }
            }
        }
        return new MaintenanceRequest(wanted, name, days, confirmed, backup);
    }

    private List<Line> backUp(Maintenance maintenance, RootCommand root) {
        Path file = to == null ? NamedPath.of(name) : to.toAbsolutePath().normalize();
        TableBackup kept = maintenance.backUp(name, file, words -> tell(root, words));
        return List.of(new Line(
                "done",
                Formats.text(
                        kept.rows() == 1
                                ? "%,d row of %s is in %s and was read back; digest %s."
                                : "%,d rows of %s are in %s and were read back; digest %s.",
                        kept.rows(),
                        kept.table(),
                        file,
                        kept.digest())));
    }

    private List<Line> work(Maintenance maintenance, MaintenanceRequest request, RootCommand root) {
        List<Line> lines = new ArrayList<>();
        if (apply) {
            maintenance.apply(request, words -> tell(root, words)).forEach(s -> lines.add(new Line("done", s)));
            return lines;
        }
        MaintenancePlan plan = maintenance.plan(request);
        if (!plan.possible()) {
            throw new StoreException(plan.refusal());
        }
        plan.effects().forEach(s -> lines.add(new Line("effect", s)));
        plan.statements().forEach(s -> lines.add(new Line("statement", s)));
        return lines;
    }

    private static void tell(RootCommand root, String words) {
        if (!root.quiet) {
            root.terminal.note(words);
        }
    }

    private void write(List<Line> lines, RootCommand root) {
        if (root.format == OutputFormat.table) {
            lines.forEach(line ->
                    root.terminal.out().println(line.part().equals("statement") ? "  " + line.text() : line.text()));
            if (!apply && !BACKUP.equals(action)) {
                tell(root, "Nothing was changed; --apply does it.");
            }
        } else {
            new Rows<>(LINES, List.of("part", "text")).write(lines, root.format, root.terminal.out());
        }
    }
}
