package io.alphaforge.cli;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.nio.file.Path;
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
        if (!quiet && !around.guest()) {
            opener.settings(folder()).stream().filter(f -> !f.ok()).forEach(f -> terminal.note(f.text()));
        }
        Workspace workspace = opener.open(options());
        // What a guest works with outlives it, and would go on telling it.
        if (!quiet && !around.guest()) {
            workspace.cache().watch(terminal::note);
        }
        return workspace;
    }

    /** Folder of data, logs and settings. */
    Path folder() {
        return (home == null ? around.home() : home).toAbsolutePath().normalize();
    }

    WorkspaceOpener.Options options() {
        Path folder = folder();
        String named = database == null ? "" : database;
        if (profile != null && !named.isEmpty()) {
            throw new IllegalArgumentException("Name a database with --db or with --profile, not with both.");
        }
        boolean server = named.contains("://") || named.startsWith("jdbc:");
        return new WorkspaceOpener.Options(
                folder,
                server || named.isEmpty() ? null : around.folder().resolve(named),
                server ? named : null,
                redis,
                profile);
    }

    Progress progress(String what) {
        return new Progress(terminal, quiet, what);
    }
}
