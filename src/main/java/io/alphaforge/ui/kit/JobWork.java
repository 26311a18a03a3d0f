package io.alphaforge.ui.kit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does long work in the background as a job of the status bar. The job ends whatever happens, so that closing never waits
 * for work that is over. Belongs to the thread of the pulse scheduler.
 */
public final class JobWork {
    private final Executor background;
    private final PulseScheduler pulse;
    private final Jobs jobs;
    private final boolean keepsResults;

    /** Does work with {@code background}, one piece after the other if that is what it does. */
    public JobWork(Executor background, PulseScheduler pulse, Jobs jobs) {
        this(background, pulse, jobs, false);
    }

    /** The same, saying whether closing the window during the work wants a question. */
    public JobWork(Executor background, PulseScheduler pulse, Jobs jobs, boolean keepsResults) {
        this.background = background;
        this.pulse = pulse;
        this.jobs = jobs;
        this.keepsResults = keepsResults;
    }

    /**
     * Begins.
     *
     * @param title of the job; completes the sentence "… failed because of an error in the program"
     * @param cancel stops the work soon; returns at once
     * @param work done in the background, where it must not touch the job; gives what to tell the user
     * @param ended takes what to tell when the job is over, an error as a problem
     */
    public Job start(String title, Runnable cancel, Function<Job, Notice> work, Consumer<Notice> ended) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Job job = new Job(title, keepsResults, cancel, over::join);
        jobs.begin(job);
        background.execute(() -> {
            Notice notice;
            try {
                notice = work.apply(job);
            } catch (Throwable e) {
                notice = Notice.problem(ErrorText.logged(title, e));
            } finally {
                over.complete(null);
            }
            Notice outcome = notice;
            pulse.request(() -> {
                jobs.end(job);
                ended.accept(outcome);
            });
        });
        return job;
    }
}
