package io.alphaforge.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another process that holds a subject and listens; one question can be asked of it. */
public final class Holder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Holder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Wire wire;
    private final long process;
    private final Duration patience;

    private Holder(Wire wire, long process, Duration patience) {
        this.wire = wire;
        this.process = process;
        this.patience = patience;
    }

    /**
     * Calls whoever holds a subject.
     *
     * @return empty when nobody does, or whoever did is no more
     * @throws Refusal when somebody does and cannot be talked to
     */
    public static Optional<Holder> of(Meeting meeting, String subject) throws Refusal {
        return of(meeting, subject, PATIENCE);
    }

    /** @param patience how long a process that runs but was stopped, for example, may leave a question unanswered */
    static Optional<Holder> of(Meeting meeting, String subject, Duration patience) throws Refusal {
        Optional<Registration> known = meeting.holder(subject);
        return known.isEmpty() ? Optional.empty() : call(known.get(), patience);
    }

    private static Optional<Holder> call(Registration at, Duration patience) throws Refusal {
        Wire wire;
        try {
            wire = new Wire(SocketChannel.open(UnixDomainSocketAddress.of(at.socket())));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("Nobody listens at {} any more.", at.socket(), e);
            return Optional.empty();
        }
        CompletableFuture<Void> late = hangUpAfter(patience, wire);
        try {
            wire.greet(Wire.VERSION);
            int spoken = wire.greeted();
            if (spoken != Wire.VERSION) {
                hangUp(wire);
                throw new Refusal("Another version of AlphaForge is running (process " + at.process()
                        + "); close it and try again.");
            }
            wire.next();
            return Optional.of(new Holder(wire, at.process(), patience));
        } catch (IOException e) {
            hangUp(wire);
            throw silent(at.process(), e);
        } finally {
            late.cancel(false);
        }
    }

    private static Refusal silent(long process, Exception e) {
        return new Refusal(
                "AlphaForge is running (process " + process + ") but does not answer; close it and try again.", e);
    }

    /** Hanging up ends the waiting for an answer. To be cancelled when the answer is there. */
    private static CompletableFuture<Void> hangUpAfter(Duration patience, Wire wire) {
        return CompletableFuture.runAsync(
                () -> hangUp(wire),
                CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
    }

    private static void hangUp(Wire wire) {
        try {
            wire.close();
        } catch (IOException e) {
            LOG.debug("Hanging up failed.", e);
        }
    }

    /** Id of the process. */
    public long process() {
        return process;
    }

    /** Has the window shown, and files opened in it where there are any. */
    public void show(List<Path> files) throws Refusal {
        long end = System.nanoTime() + patience.toNanos();
        CompletableFuture<Void> late = hangUpAfter(patience, wire);
        try {
            String[] paths = files.stream().map(Path::toString).toArray(String[]::new);
            wire.send(files.isEmpty() ? Frame.of(Frame.Kind.FRONT) : Frame.asking(Frame.Kind.OPEN, paths));
            Frame answer = wire.next();
            if (answer.kind() == Frame.Kind.REFUSED) {
                throw new Refusal(answer.texts().getFirst());
            }
        } catch (IOException e) {
            // Who hangs up by itself ends just now; who had to be hung up on says nothing.
            throw System.nanoTime() >= end
                    ? silent(process, e)
                    : new Refusal("AlphaForge (process " + process + ") is just being closed; try again.", e);
        } finally {
            late.cancel(false);
        }
    }

    /**
     * Has a command run and passes on what it writes, until its end.
     *
     * @return its exit status
     */
    public int run(Call call, OutputStream out, OutputStream err) throws Refusal {
        try {
            wire.send(Conversation.frame(call));
            while (true) {
                Frame frame = wire.next();
                switch (frame.kind()) {
                    case OUT -> pass(frame, out);
                    case ERR -> pass(frame, err);
                    case EXIT -> {
                        return Integer.parseInt(frame.texts().getFirst());
                    }
                    case REFUSED -> throw new Refusal(frame.texts().getFirst());
                    default -> throw new IOException("An answer was " + frame.kind() + ".");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    private static void pass(Frame frame, OutputStream to) throws IOException {
        to.write(frame.body());
        to.flush();
    }

    private Refusal broken(Exception e) {
        return new Refusal(
                "The AlphaForge that has the database open (process " + process
                        + ") ended before the command was done; what it reported as done is kept.",
                e);
    }

    /** Tells that the command is not wanted any more; it ends soon, with a status as always. */
    public void cancel() {
        try {
            wire.send(Frame.of(Frame.Kind.CANCEL));
        } catch (IOException e) {
            LOG.debug("It has ended already.", e);
        }
    }

    @Override
    public void close() {
        hangUp(wire);
    }
}
