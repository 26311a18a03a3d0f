package io.alphaforge.app;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.instance.Holder;
import io.alphaforge.instance.Listener;
import io.alphaforge.instance.Meeting;
import io.alphaforge.instance.Refusal;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.shell.Workstation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the window, or shows the one that is there already. */
final class OneWindow {
    /** The subject of a window that was started without naming a database: it may change what it works with. */
    private static final String WINDOW = "window";
    /** How long a window that is just starting is given until it can be asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WorkspaceWiring wiring;
    private final Map<String, String> environment;
    private final CrashHandler crashes;

    OneWindow(WorkspaceWiring wiring, Map<String, String> environment, CrashHandler crashes) {
        this.wiring = wiring;
        this.crashes = crashes;
        this.environment = environment;
    }

    static Meeting meeting(Path home, Map<String, String> environment) {
        return new Meeting(home.resolve("run"), environment);
    }

    /** What two processes must have in common to work for each other. */
    static String version() {
        return EngineVersion.application() + "/" + EngineVersion.current();
    }

    /**
     * Opens a window and waits until it is closed, or has the one that is there shown.
     *
     * @param files to be opened in it
     * @param told gets one line when a window was there already
     * @return the exit status
     */
    int run(WorkspaceOpener.Options options, List<Path> files, PrintStream told) {
        Meeting meeting = meeting(options.home(), environment);
        boolean named = options.database() != null || options.server() != null || options.profile() != null;
        String file = Meeting.subject(wiring.file(options));
        Guests guests = new Guests(wiring);
        try (Listener listener = new Listener(meeting, version(), guests)) {
            Optional<Holder> there = other(meeting, listener, named ? List.of(file) : List.of(WINDOW, file));
            if (there.isPresent()) {
                try (Holder holder = there.get()) {
                    holder.show(files.stream().map(Path::toAbsolutePath).toList());
                    told.println("AlphaForge is open already (process " + holder.process() + "); its window is shown.");
                    return 0;
                }
            }
            if (!files.isEmpty()) {
                guests.open(files);
            }
            Workstation.launch(new SharingOpener(wiring, listener, guests, named ? "" : WINDOW), options, window -> {
                crashes.at(window::crashed, guests::working);
                guests.at(window);
            });
            return 0;
        } catch (Refusal e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The window that holds one of these subjects; without one the first is held from now on. */
    private static Optional<Holder> other(Meeting meeting, Listener listener, List<String> subjects) throws Refusal {
        List<String> looked = new ArrayList<>(subjects);
        if (listener.hold(looked.getFirst())) {
            looked.removeFirst();
        } else {
            // Somebody has the lock, and may need a moment to say where it listens.
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Optional<Holder> holder = Holder.of(meeting, looked.getFirst());
                if (holder.isPresent() || listener.hold(looked.getFirst())) {
                    return holder;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
            throw new Refusal("AlphaForge is open already but does not answer; close it and try again.");
        }
        for (String subject : looked) {
            Optional<Holder> holder = Holder.of(meeting, subject);
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }
}
