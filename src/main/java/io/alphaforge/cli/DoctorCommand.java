package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Finding;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Checks everything the application stands on and says in plain words what is wrong. */
@Command(name = "doctor", description = "Checks everything the application stands on.")
final class DoctorCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(DoctorCommand.class);
    private static final long LOW_DISK = 1L << 30;

    private static final List<Field<Finding>> FIELDS = List.of(
            Field.text("check", Finding::name), Field.flag("ok", Finding::ok), Field.text("finding", Finding::text));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        WorkspaceOpener.Options options = root.options();
        List<Finding> checks = new ArrayList<>();
        checks.add(new Finding(
                "application",
                true,
                "AlphaForge " + EngineVersion.application() + ", engine "
                        + EngineVersion.current().substring(0, 12)));
        checks.add(new Finding(
                "java",
                true,
                Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors"));
        checks.add(new Finding("memory", true, mib(Runtime.getRuntime().maxMemory()) + " at most for the Java heap"));
        if (root.around().guest()) {
            checks.add(new Finding(
                    "window",
                    true,
                    "has the database open and answers (process "
                            + ProcessHandle.current().pid() + ")"));
        }
        checks.addAll(root.opener().settings(options.home()));
        boolean reached = connection(options, checks);
        checks.add(database(options, checks, reached));
        checks.add(home(options.home()));
        checks.addAll(performance(options.home()));
        new Rows<>(FIELDS, FIELDS.stream().map(Field::name).toList()).write(checks, root.format, root.terminal.out());
        return checks.stream().allMatch(Finding::ok) ? ExitStatus.DONE : ExitStatus.UNUSABLE;
    }

    /** Looks at the way to a server, if it is one; returns whether nothing is wrong with it. */
    private boolean connection(WorkspaceOpener.Options options, List<Finding> checks) {
        try {
            List<Finding> found = root.opener().connections(options.home()).check(options);
            checks.addAll(found);
            return found.stream().allMatch(Finding::ok);
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("The connection cannot be looked at", e);
            checks.add(new Finding("connection", false, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private Finding database(WorkspaceOpener.Options options, List<Finding> checks, boolean reached) {
        Set<String> told = checks.stream().map(Finding::name).collect(Collectors.toSet());
        try (Workspace workspace = root.opener().open(options)) {
            Map<String, String> described = workspace.admin().describe();
            boolean answers = !described.containsKey(StoreAdmin.REASON);
            described.entrySet().stream()
                    .filter(fact -> !told.contains(fact.getKey()))
                    .forEach(fact -> checks.add(new Finding(fact.getKey(), answers, fact.getValue())));
            if (!reached) {
                workspace.mirror().ifPresent(mirror -> checks.add(mirror(mirror.status())));
            }
            for (CacheStatistics cache : workspace.cache().layers()) {
                checks.add(new Finding(
                        "cache",
                        true,
                        Formats.text("%s, %,d results, %s", cache.kind(), cache.entries(), mib(cache.bytes()))));
            }
            checks.addAll(workspace.cache().check());
            return new Finding(
                    "database",
                    answers,
                    workspace.admin().location() + (answers ? "" : " cannot be asked or written now"));
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("The database cannot be used", e);
            return new Finding("database", false, String.valueOf(e.getMessage()));
        }
    }

    private List<Finding> performance(Path home) {
        try {
            return PerformanceFindings.of(root.opener().watching(home), System.currentTimeMillis());
        } catch (IllegalArgumentException e) {
            return List.of(new Finding("performance", false, String.valueOf(e.getMessage())));
        }
    }

    private static Finding mirror(MirrorStatus status) {
        int series = status.current().series() + status.behind().series();
        return new Finding(
                "mirror",
                status.enabled(),
                status.enabled()
                        ? Formats.text("%,d series are kept here; everything that reads goes on with them", series)
                        : "switched off, so nothing can be read until the server answers");
    }

    private static Finding home(Path home) {
        try {
            FileStore disk = Files.getFileStore(home);
            long free = disk.getUsableSpace();
            boolean writable = Files.isWritable(home);
            return new Finding(
                    "home",
                    writable && free >= LOW_DISK,
                    home + ", " + mib(free) + " free"
                            + (writable ? "" : "; it cannot be written, choose another with --home")
                            + (free >= LOW_DISK ? "" : "; free some space"));
        } catch (IOException e) {
            return new Finding("home", false, home + " cannot be used; choose another with --home.");
        }
    }

    private static String mib(long bytes) {
        return Formats.text("%,d MiB", bytes >> 20);
    }
}
