package io.alphaforge.app;

import io.alphaforge.cli.Cli;
import io.alphaforge.cli.Surroundings;
import io.alphaforge.instance.Call;
import io.alphaforge.instance.Host;
import io.alphaforge.instance.Meeting;
import io.alphaforge.instance.Refusal;
import io.alphaforge.instance.StopSignal;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.shell.OpenWindow;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What other processes ask of this window: to be shown, to open files, to run their commands on what it has open. */
final class Guests implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
    private static final int WRONG_USAGE = 2;
    private static final long SECONDS_TO_END = 30;

    private final WorkspaceWiring wiring;
    private final Map<String, SharedWorkspace> offered = new ConcurrentHashMap<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final List<Predicate<OpenWindow>> waiting = new ArrayList<>();
    private @Nullable OpenWindow window;

    Guests(WorkspaceWiring wiring) {
        this.wiring = wiring;
    }

    /** The window is there; what was asked of it before is done now. */
    void at(OpenWindow shown) {
        List<Predicate<OpenWindow>> first;
        synchronized (waiting) {
            window = shown;
            first = List.copyOf(waiting);
            waiting.clear();
        }
        for (Predicate<OpenWindow> wish : first) {
            if (!wish.test(shown)) {
                LOG.info("The window was closed before all that was asked of it was done.");
            }
        }
    }

    private void ask(Predicate<OpenWindow> wish) throws Refusal {
        OpenWindow shown;
        synchronized (waiting) {
            shown = window;
            if (shown == null) {
                waiting.add(wish);
            }
        }
        if (shown != null && !wish.test(shown)) {
            throw new Refusal("The window is just being closed; try again.");
        }
    }

    /**
     * A workspace that is about to be opened.
     *
     * @param services the servers that it works with
     */
    SharedWorkspace offer(String subject, Call.Services services) {
        SharedWorkspace shared = new SharedWorkspace(services);
        offered.put(subject, shared);
        return shared;
    }

    void withdraw(String subject) {
        offered.remove(subject);
    }

    @Override
    public void toFront() throws Refusal {
        ask(OpenWindow::toFront);
    }

    @Override
    public void open(List<Path> files) throws Refusal {
        ask(w -> w.openFiles(files));
    }

    @Override
    public int run(Call call, OutputStream out, OutputStream err, StopSignal stop) throws Refusal {
        SharedWorkspace shared = offered.get(call.subject());
        if (shared == null) {
            throw new Refusal("The window has another database open by now; try again.");
        }
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Workspace workspace = shared.enter(stop);
        inside.incrementAndGet();
        LOG.info("Another process asked for: {}", call.arguments().isEmpty() ? "" : name(call));
        Runnable told = () -> {};
        try (PrintStream data = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream notes = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            // Who has entered leaves whatever comes of telling the window, which would wait for it otherwise.
            told = began(call, stop, ended);
            Surroundings around =
                    new Surroundings(call.home(), call.folder(), data, notes, call.live(), stop::listen, true);
            return new Cli(new Lender(call, shared.services(), workspace), around, options -> WRONG_USAGE)
                    .run(call.arguments().toArray(String[]::new));
        } finally {
            ended.complete(0);
            shared.leave(stop);
            inside.decrementAndGet();
            told.run();
        }
    }

    /** Whether commands of other processes are going on. */
    boolean working() {
        return inside.get() > 0;
    }

    private Runnable began(Call call, StopSignal stop, CompletableFuture<Integer> ended) {
        OpenWindow shown;
        synchronized (waiting) {
            shown = window;
        }
        // Completing at a time limit wakes who waits without being an error.
        Runnable await = () -> ended.copy()
                .completeOnTimeout(0, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        return shown == null ? () -> {} : shown.begin("Command " + name(call), stop::raise, await);
    }

    /** The command's own name, without options, which may be long. */
    private static String name(Call call) {
        return call.arguments().stream()
                .filter(argument -> argument.matches("[a-z]+"))
                .findFirst()
                .orElse("");
    }

    /** Gives out the workspace that is open, and no other. */
    private final class Lender extends WiredOpener {
        private final Call call;
        private final Call.Services ours;
        private final Workspace workspace;

        Lender(Call call, Call.Services ours, Workspace workspace) {
            super(Guests.this.wiring);
            this.call = call;
            this.ours = ours;
            this.workspace = workspace;
        }

        @Override
        public Workspace open(Options options) {
            if (!call.subject().equals(Meeting.subject(wiring.file(options)))) {
                throw new IllegalArgumentException("The window has another database open than the command names.");
            }
            // Who may do what there depends on the user, and who listens on the way on the parameters.
            if (!call.services().database().equals(ours.database())) {
                throw new IllegalArgumentException("The window has this database open in another way ("
                        + file(ours.database()) + ") than the command names ("
                        + file(call.services().database()) + "); name it as the window does, or close the window"
                        + " first.");
            }
            if (wantsAnotherRedis(options)) {
                throw new IllegalArgumentException("The command names another Redis than the window uses ("
                        + named(ours.redis()) + "); leave it out, or close the window first.");
            }
            return workspace;
        }

        /** One that was typed has to be the window's; one of the environment does no harm where the window has none. */
        private boolean wantsAnotherRedis(Options options) {
            String theirs = call.services().redis();
            boolean other = !theirs.equals(ours.redis());
            return options.redis() == null
                    ? other && !theirs.isEmpty() && !ours.redis().isEmpty()
                    : other;
        }

        private static String file(String database) {
            return database.isEmpty() ? "its file alone" : database;
        }

        private static String named(String service) {
            return service.isEmpty() ? "none" : service;
        }
    }
}
