package io.alphaforge.ui.dashboard;

import io.alphaforge.run.Workspace;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the dashboard of a workspace that was just opened, while the window is still being made, so that the first picture
 * has its rows. What it found is given away once; afterwards, and where it failed, the workspace is read as always.
 */
public final class FirstLook implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private final Workspace workspace;
    private final FutureTask<DashboardSnapshot> look;
    /** Null once it was given away or has grown old. */
    private final AtomicReference<@Nullable FutureTask<DashboardSnapshot>> fresh;

    /** Looks when it is run; until then, who wants to read waits for it. */
    public FirstLook(Workspace workspace) {
        this.workspace = workspace;
        this.look = new FutureTask<>(() -> DashboardSnapshot.of(workspace));
        this.fresh = new AtomicReference<>(look);
    }

    /** Nobody looked. */
    static FirstLook none(Workspace workspace) {
        FirstLook none = new FirstLook(workspace);
        none.forget();
        return none;
    }

    /** Looks; what goes wrong is kept for who reads. */
    @Override
    public void run() {
        look.run();
    }

    /** The first page is there: what comes later must read what is in the store then. */
    public void forget() {
        fresh.set(null);
    }

    /** What the look found, where it is over and nobody has that yet; does not wait. */
    Optional<DashboardSnapshot> found() {
        FutureTask<DashboardSnapshot> now = fresh.get();
        return now != null && now.state() == Future.State.SUCCESS && fresh.compareAndSet(now, null)
                ? Optional.of(now.resultNow())
                : Optional.empty();
    }

    /** What a look that is going on will find, else what is in the workspace now. Not for the JavaFX thread. */
    DashboardSnapshot read() throws InterruptedException {
        FutureTask<DashboardSnapshot> now = fresh.getAndSet(null);
        if (now != null) {
            try {
                return now.get();
            } catch (ExecutionException e) {
                LOG.info("The first look at the dashboard failed; it is read again.", e);
            }
        }
        return DashboardSnapshot.of(workspace);
    }
}
