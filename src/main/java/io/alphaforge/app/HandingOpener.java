package io.alphaforge.app;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.cli.HandedOver;
import io.alphaforge.cli.Stops;
import io.alphaforge.instance.Call;
import io.alphaforge.instance.Holder;
import io.alphaforge.instance.Meeting;
import io.alphaforge.instance.Refusal;
import io.alphaforge.run.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Opens what a command needs, unless a window has it open: then the window runs the whole command, and what it writes
 * comes out here.
 */
final class HandingOpener extends WiredOpener {
    private final Map<String, String> environment;
    private final List<String> arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;

    /** @param arguments of the command, as they were typed */
    HandingOpener(
            WorkspaceWiring wiring,
            Map<String, String> environment,
            List<String> arguments,
            PrintStream out,
            PrintStream err,
            boolean live) {
        super(wiring);
        this.environment = environment;
        this.arguments = List.copyOf(arguments);
        this.out = out;
        this.err = err;
        this.live = live;
    }

    /** Not for the window, whose pages are full of what would be replaced. */
    @Override
    public BackupReport restore(Options options, Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        try {
            Optional<Holder> holder = holder(options);
            if (holder.isPresent()) {
                try (Holder window = holder.get()) {
                    throw new StoreException("The window (process " + window.process()
                            + ") has the database open; restore the backup there, or close it first.");
                }
            }
        } catch (Refusal e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
        return wiring.restore(options, backup, progress, cancelled);
    }

    private Optional<Holder> holder(Options options) throws Refusal {
        return Holder.of(OneWindow.meeting(options.home(), environment), Meeting.subject(wiring.file(options)));
    }

    @Override
    public Workspace open(Options options) {
        try {
            Optional<Holder> holder = holder(options);
            if (holder.isEmpty()) {
                return wiring.open(options);
            }
            try (Holder window = holder.get()) {
                throw new HandedOver(hand(window, options));
            }
        } catch (Refusal e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private int hand(Holder window, Options options) throws Refusal {
        Call call = new Call(
                OneWindow.version(),
                Meeting.subject(wiring.file(options)),
                options.home(),
                Path.of("").toAbsolutePath(),
                wiring.services(options),
                live,
                arguments);
        out.flush();
        Runnable over = Stops.ofProcess().listen(window::cancel);
        try {
            return window.run(call, out, err);
        } finally {
            over.run();
        }
    }
}
