package io.alphaforge.cli;

import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Finding;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command shares, and what they lead to. */
@Command(
        name = "alphaforge",
        description =
                "Backtests trading strategies over hundreds of cryptocurrencies at once. Without a command it opens"
                        + " the window.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            QualityCommand.class,
            DashboardCommand.class,
            BacktestCommand.class,
            ShowCommand.class,
            SyncCommand.class,
            CacheCommand.class,
            DatabaseCommand.class,
            ProfilesCommand.class,
            PerformanceCommand.class,
            DoctorCommand.class
        })
final class RootCommand implements Callable<Integer> {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of data, logs and settings.")
    @Nullable
    Path home;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            scope = ScopeType.INHERIT,
            description = "Database file to use instead of the one under --home, or a server:"
                    + " jdbc:postgresql://host[:port]/database[?user=name&sslmode=verify-full]."
                    + " Its password comes from ALPHAFORGE_DB_PASSWORD, the key store or ~/.pgpass.")
    @Nullable
    String database;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Server to use instead of a file, by the name of its profile; 'profiles' lists them.")
    @Nullable
    String profile;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "Redis that results are shared through: redis://[user@]host[:port][/db], rediss:// for TLS (default:"
                            + " ALPHAFORGE_REDIS). Its password comes from ALPHAFORGE_REDIS_PASSWORD.")
    @Nullable
    String redis;

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            defaultValue = "table",
            scope = ScopeType.INHERIT,
            description = "How data is written: ${COMPLETION-CANDIDATES}.")
    OutputFormat format = OutputFormat.table;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress on standard error.")
    boolean quiet;

    final Terminal terminal;
    private final WorkspaceOpener opener;
    private final Surroundings around;

    private final ToIntFunction<WorkspaceOpener.Options> window;

    RootCommand(
            WorkspaceOpener opener,
            Surroundings around,
            Terminal terminal,
            ToIntFunction<WorkspaceOpener.Options> window) {
        this.opener = opener;
        this.around = around;
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.applyAsInt(options());
    }

    Surroundings around() {
        return around;
    }

    WorkspaceOpener opener() {
        return opener;
    }

    /** Opens the database that the options name. */
    Workspace open() {
        List<String> wrong = quiet || around.guest()
                ? List.of()
                : opener.settings(folder()).stream()
                        .filter(f -> !f.ok())
                        .map(Finding::text)
                        .toList();
        Workspace workspace;
        try {
            workspace = opener.open(options());
        } catch (RuntimeException e) {
            // Also where a window runs the command. What the command fails with is told at its end.
            wrong.stream().filter(text -> !text.equals(e.getMessage())).forEach(terminal::note);
            throw e;
        }
        wrong.forEach(terminal::note);
        if (!around.guest()) {
            // The window has told its user already what a guest works with.
            workspace.notes().forEach(terminal::note);
        }
        // What a guest works with outlives it, and would go on telling it.
        if (!quiet && !around.guest()) {
            workspace.cache().watch(terminal::note);
        }
        return workspace;
    }

    /**
     * The same for a command that reads bars: a file that is not there is not made, and where the bars were those of the
     * mirror, its user is told at the end.
     */
    Workspace openForReading() {
        Path file = options().database();
        if (file != null && !Files.exists(file)) {
            throw new StoreException("There is no database " + file + " to read from; give the right name, or fill it"
                    + " with 'alphaforge import'.");
        }
        Workspace workspace = open();
        return workspace.closing(() -> {
            try (workspace) {
                workspace
                        .mirror()
                        .map(Mirror::status)
                        .filter(MirrorStatus::offline)
                        .ifPresent(status ->
                                terminal.note("The server " + workspace.admin().location()
                                        + " does not answer; this is what the mirror on this computer holds, "
                                        + (status.asOf() == 0
                                                ? "which was never brought up to date as a whole."
                                                : "as of " + Formats.time(status.asOf()) + " UTC.")));
            }
        });
    }

    /** Folder of data, logs and settings. */
    Path folder() {
        return (home == null ? around.home() : home).toAbsolutePath().normalize();
    }

    WorkspaceOpener.Options options() {
        Path folder = folder();
        if (database != null && database.isBlank()) {
            throw new IllegalArgumentException(
                    "--db names no database; give a file or the address of a server, or leave it" + " out.");
        }
        String named = database == null ? "" : database;
        if (profile != null && !named.isEmpty()) {
            throw new IllegalArgumentException("Name a database with --db or with --profile, not with both.");
        }
        boolean server = named.contains("://") || named.startsWith("jdbc:");
        return new WorkspaceOpener.Options(
                folder,
                server || named.isEmpty() ? null : NamedPath.under(around.folder(), named),
                server ? named : null,
                redis,
                profile);
    }

    Progress progress(String what) {
        return new Progress(terminal, quiet, what);
    }
}
