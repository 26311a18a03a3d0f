package io.alphaforge.ui.shell;

import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.dashboard.FirstLook;
import io.alphaforge.ui.kit.StoreContents;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a workspace and has a first look into it, once. It can be begun before there is a window. */
final class OpeningTask implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningTask.class);

    private final FutureTask<Found> work;

    /**
     * What was opened.
     *
     * @param location of the database, in words for the user
     * @param first has begun; it holds up nobody, as its thread is its own
     */
    record Found(Workspace workspace, StoreContents contents, String location, FirstLook first) {}

    /** @param options are asked for where the task is run */
    OpeningTask(WorkspaceOpener opener, Callable<WorkspaceOpener.Options> options) {
        work = new FutureTask<>(() -> look(opener.open(options.call())));
    }

    private static Found look(Workspace opened) {
        try {
            StoreContents contents = contents(opened);
            FirstLook first = new FirstLook(opened);
            Thread.ofPlatform().name("first-look").daemon().start(first);
            return new Found(opened, contents, opened.admin().location(), first);
        } catch (RuntimeException e) {
            // It would be in the way of the next attempt.
            opened.close();
            throw e;
        }
    }

    /** A mirror that is still empty opens without its server too: it is tried again by itself. */
    private static StoreContents contents(Workspace opened) {
        try {
            return StoreContents.of(opened.bars().series());
        } catch (UnreachableException e) {
            if (opened.mirror().filter(mirror -> mirror.status().enabled()).isEmpty()) {
                throw e;
            }
            LOG.warn("The server does not answer and nothing of it is mirrored.", e);
            return StoreContents.EMPTY;
        }
    }

    /** Does the work; nothing when it is done already. */
    @Override
    public void run() {
        work.run();
    }

    boolean succeeded() {
        return work.state() == Future.State.SUCCESS;
    }

    /**
     * What was opened, once the task has run.
     *
     * @throws io.alphaforge.catalog.StoreException if nothing could be
     */
    Found found() {
        if (succeeded()) {
            return work.resultNow();
        }
        switch (work.exceptionNow()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
