package io.alphaforge.ui.shell;

import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import java.util.List;
import java.util.stream.Collectors;

/** The ways out of an open workspace, to another one or out of the window: what is running ends first, after a question. */
final class Departure implements Connecting.Leaving {
    private final Jobs jobs;
    private final WorkspaceSession session;
    private final Overlay overlay;
    private final Runnable quitting;
    private final Runnable gone;
    private boolean closing;

    /**
     * Ways out.
     *
     * @param quitting done when the window begins to close
     * @param gone done when everything behind it is closed
     */
    Departure(Jobs jobs, WorkspaceSession session, Overlay overlay, Runnable quitting, Runnable gone) {
        this.jobs = jobs;
        this.session = session;
        this.overlay = overlay;
        this.quitting = quitting;
        this.gone = gone;
    }

    /** Closes the window, after asking where work is going on that makes something of the user's. */
    void close() {
        if (closing) {
            end();
        } else {
            ask("Close during the work?", "Closing", "Cancel and close", this::end);
        }
    }

    /** Closes the window without asking. */
    void end() {
        closing = true;
        quitting.run();
        part(gone);
    }

    /** Ends what is running and closes the workspace to go on with something else, unless the user has quit. */
    void leave(Runnable then) {
        if (!closing) {
            part(then);
        }
    }

    private void part(Runnable then) {
        List<Job> running = List.copyOf(jobs.running());
        running.forEach(Job::cancel);
        session.close(() -> running.forEach(Job::await), then);
    }

    @Override
    public boolean isOpen() {
        return session.state().get() instanceof WorkspaceSession.Open;
    }

    @Override
    public void ask(Runnable then) {
        ask("Open another database during the work?", "Opening another one", "Cancel and open", then);
    }

    @Override
    public void open(WorkspaceOpener.Options chosen) {
        leave(() -> session.open(chosen));
    }

    /**
     * Does something that ends all work, after asking where work is going on that makes something of the user's.
     *
     * @param doing the beginning of what is said of it
     * @param go on the button that does it
     */
    private void ask(String title, String doing, String go, Runnable then) {
        List<Job> running = jobs.running().stream().filter(Job::keepsResults).toList();
        if (running.isEmpty()) {
            then.run();
            return;
        }
        String what = running.stream().map(Job::title).collect(Collectors.joining(" and "));
        Question.ask(
                overlay,
                title,
                what + " is still going on. " + doing + " cancels it; what is finished by then is kept.",
                "Go on working",
                go,
                then);
    }
}
