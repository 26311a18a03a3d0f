package io.alphaforge.app;

import io.alphaforge.instance.Call;
import io.alphaforge.instance.Refusal;
import io.alphaforge.instance.StopSignal;
import io.alphaforge.run.Workspace;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A workspace that commands of other processes use beside the window, until the window closes it. */
final class SharedWorkspace {
    private static final Logger LOG = LoggerFactory.getLogger(SharedWorkspace.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final long MILLIS_TO_END = 30_000;

    private static final String CLOSING = "The window is just closing the database; try again.";

    private final Call.Services services;
    private final CompletableFuture<Workspace> workspace = new CompletableFuture<>();
    private final Set<StopSignal> guests = new HashSet<>();
    private boolean ended;

    /** @param services the servers that it works with */
    SharedWorkspace(Call.Services services) {
        this.services = services;
    }

    /** The servers that it works with. */
    Call.Services services() {
        return services;
    }

    void opened(Workspace opened) {
        workspace.complete(opened);
    }

    void failed(Throwable why) {
        workspace.completeExceptionally(why);
    }

    /** A guest begins, which is to end soon after the signal; waits for the workspace to be open. */
    Workspace enter(StopSignal guest) throws Refusal {
        Workspace opened = await();
        synchronized (guests) {
            if (ended) {
                throw new Refusal(CLOSING);
            }
            guests.add(guest);
        }
        return opened.closing(() -> {});
    }

    private Workspace await() throws Refusal {
        try {
            return workspace.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("A command had to do without the database.", e);
            throw new Refusal("The window could not open the database; look there for the reason.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(CLOSING);
        }
    }

    /** A guest that has entered is done. */
    void leave(StopSignal guest) {
        synchronized (guests) {
            guests.remove(guest);
            guests.notifyAll();
        }
    }

    /** Lets nobody in any more, stops who is in, and waits until they have left. */
    void end() {
        Set<StopSignal> inside;
        synchronized (guests) {
            ended = true;
            inside = Set.copyOf(guests);
        }
        inside.forEach(StopSignal::raise);
        long end = System.nanoTime() + MILLIS_TO_END * 1_000_000;
        synchronized (guests) {
            while (!guests.isEmpty() && System.nanoTime() < end) {
                try {
                    guests.wait(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            if (!guests.isEmpty()) {
                LOG.warn("{} commands of other processes did not end in time.", guests.size());
            }
        }
    }
}
