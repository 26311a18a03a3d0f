package io.alphaforge.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server can be asked. Whoever asks in vain reports it; then nobody asks any more, and a probe in the
 * background finds out, at growing intervals, when the server is back. Listeners hear of each change once.
 */
final class Availability implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    /** What is known of the server. */
    enum State {
        /** The first probe is under way. */
        CONNECTING,
        UP,
        DOWN
    }

    /**
     * How long to wait between probes: twice as long each time, up to a bound.
     *
     * @param first also the pause after the server was lost
     */
    record Pauses(Duration first, Duration longest) {
        static final Pauses USUAL = new Pauses(Duration.ofMillis(250), Duration.ofSeconds(30));

        Duration after(Duration pause) {
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(longest) > 0 ? longest : twice;
        }
    }

    private final String server;
    private final Runnable probe;
    private final Function<Throwable, String> reason;
    private final Pauses pauses;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService prober;
    private State state = State.CONNECTING;
    private @Nullable String problem;
    private @Nullable String remark;

    /**
     * Nothing is asked before {@link #start}.
     *
     * @param server for people, to begin a sentence with
     * @param probe asks the server and throws when it does not answer well
     * @param reason what is wrong, to complete a sentence
     */
    Availability(String server, Runnable probe, Function<Throwable, String> reason, Pauses pauses) {
        this.server = server;
        this.probe = probe;
        this.reason = reason;
        this.pauses = pauses;
        this.prober = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("redis-probe").daemon().factory());
    }

    void start() {
        prober.execute(() -> probe(pauses.first()));
    }

    synchronized State state() {
        return state;
    }

    /** Waits until the first probe has ended, but not longer than this; returns whether the server can be asked. */
    synchronized boolean settled(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (state == State.CONNECTING) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return state == State.UP;
    }

    /** Waits until the server can be asked, however long that takes. */
    synchronized void awaitUp() throws InterruptedException {
        while (state != State.UP) {
            wait();
        }
    }

    /** The server has been asked in vain. While the first probe is under way, that is left to the probe to judge. */
    void failed(Throwable failure) {
        if (change(State.UP, State.DOWN, failure)) {
            later(pauses.first());
        }
    }

    /** Tells listeners something of a server that answers, once however often it is met. */
    void remark(String end) {
        String sentence = server + end;
        synchronized (this) {
            if (sentence.equals(remark)) {
                return;
            }
            remark = sentence;
        }
        LOG.warn(sentence);
        listeners.forEach(listener -> listener.accept(sentence));
    }

    void watch(Consumer<String> listener) {
        String now;
        synchronized (this) {
            listeners.add(listener);
            now = problem == null ? remark : problem;
        }
        if (now != null) {
            listener.accept(now);
        }
    }

    private void probe(Duration pause) {
        try {
            probe.run();
        } catch (RuntimeException | LinkageError e) {
            boolean first = change(State.CONNECTING, State.DOWN, e);
            if (!first) {
                LOG.debug("{} is still away", server, e);
            }
            later(pause);
            return;
        }
        if (!change(State.CONNECTING, State.UP, null)) {
            change(State.DOWN, State.UP, null);
        }
    }

    private void later(Duration pause) {
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, prober)
                .execute(() -> probe(pauses.after(pause)));
    }

    private boolean change(State from, State to, @Nullable Throwable failure) {
        String notice;
        List<Consumer<String>> told;
        synchronized (this) {
            if (state != from) {
                return false;
            }
            state = to;
            notifyAll();
            notice = failure == null
                    ? server + " is back; results are shared again."
                    : server + " cannot be used: " + reason.apply(failure)
                            + ". Results are kept on this computer alone until it can.";
            problem = failure == null ? null : notice;
            told = List.copyOf(listeners);
        }
        if (from == State.CONNECTING && to == State.UP) {
            LOG.info("{} answers", server);
            return true;
        }
        LOG.warn(notice, failure);
        for (Consumer<String> listener : told) {
            listener.accept(notice);
        }
        return true;
    }

    @Override
    public void close() {
        prober.shutdownNow();
        listeners.clear();
    }
}
