package io.alphaforge.ui.shell;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.StoreContents;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Opens a workspace and has a first look into it, once. It can be begun before there is a window. */
final class OpeningTask implements Runnable {
    private final FutureTask<Found> work;

    /**
     * What was opened.
     *
     * @param location of the database, in words for the user
     */
    record Found(Workspace workspace, StoreContents contents, String location) {}

    /** @param options are asked for where the task is run */
    OpeningTask(WorkspaceOpener opener, Callable<WorkspaceOpener.Options> options) {
        work = new FutureTask<>(() -> look(opener.open(options.call())));
    }

    private static Found look(Workspace opened) {
        try {
            return new Found(
                    opened,
                    StoreContents.of(opened.bars().series()),
                    opened.admin().location());
        } catch (RuntimeException e) {
            // It would be in the way of the next attempt.
            opened.close();
            throw e;
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
