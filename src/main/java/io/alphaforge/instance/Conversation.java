package io.alphaforge.instance;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one caller asks and is answered. What makes no sense ends this conversation and no other. */
final class Conversation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int FIXED_TEXTS = 7;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Wire wire;
    private final String version;
    private final Host host;
    private final Duration patience;
    private final Runnable over;
    private final StopSignal stop = new StopSignal();
    private @Nullable Thread work;

    /**
     * A conversation that begins when it is run.
     *
     * @param patience how long a caller whose command was stopped may leave what it wrote unread
     * @param over told when the caller is gone
     */
    Conversation(Wire wire, String version, Host host, Duration patience, Runnable over) {
        this.wire = wire;
        this.version = version;
        this.host = host;
        this.patience = patience;
        this.over = over;
    }

    @Override
    public void run() {
        try (wire) {
            int spoken = wire.greeted();
            wire.greet(Wire.VERSION);
            if (spoken != Wire.VERSION) {
                return;
            }
            wire.send(Frame.of(
                    Frame.Kind.HELLO,
                    version,
                    Long.toString(ProcessHandle.current().pid())));
            while (true) {
                answer(wire.next());
            }
        } catch (java.io.EOFException | java.nio.channels.ClosedChannelException e) {
            LOG.debug("The caller has hung up.", e);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("A caller was not understood or went away: {}", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A caller could not be answered.", e);
        } finally {
            stop.raise();
            over.run();
        }
    }

    private void answer(Frame frame) throws IOException {
        switch (frame.kind()) {
            case FRONT, OPEN -> wire.send(shown(frame));
            case RUN -> begin(call(frame.texts()));
            case CANCEL -> stop.raise();
            default -> throw new IOException("A caller sent " + frame.kind() + ".");
        }
    }

    private Frame shown(Frame asked) throws IOException {
        try {
            if (asked.kind() == Frame.Kind.OPEN) {
                host.open(asked.texts().stream().map(Path::of).toList());
            } else {
                host.toFront();
            }
            return Frame.of(Frame.Kind.DONE);
        } catch (Refusal e) {
            return Frame.of(Frame.Kind.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static Call call(List<String> texts) throws IOException {
        if (texts.size() < FIXED_TEXTS) {
            throw new IOException("A call has " + texts.size() + " texts.");
        }
        return new Call(
                texts.get(0),
                texts.get(1),
                Path.of(texts.get(2)),
                Path.of(texts.get(3)),
                new Call.Services(texts.get(4), texts.get(5)),
                Boolean.parseBoolean(texts.get(6)),
                texts.subList(FIXED_TEXTS, texts.size()));
    }

    static Frame frame(Call call) throws Refusal {
        String[] texts = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                call.version(),
                                call.subject(),
                                call.home().toString(),
                                call.folder().toString(),
                                call.services().database(),
                                call.services().redis(),
                                Boolean.toString(call.live())),
                        call.arguments().stream())
                .toArray(String[]::new);
        return Frame.asking(Frame.Kind.RUN, texts);
    }

    private void begin(Call call) throws IOException {
        if (work != null) {
            throw new IOException("A caller wants two commands at once.");
        }
        Thread begun = Thread.ofPlatform().name("instance-command").daemon().unstarted(() -> work(call));
        work = begun;
        begun.start();
        stop.listen(() -> Thread.ofPlatform().name("instance-stop").daemon().start(() -> watch(begun)));
    }

    private void work(Call call) {
        try (wire) {
            wire.send(outcome(call));
        } catch (IOException e) {
            LOG.info("A caller did not wait for the end: {}", String.valueOf(e.getMessage()));
        }
    }

    /** A stopped command that waits for its caller to read would never end: hangs up then. */
    private void watch(Thread begun) {
        try {
            while (!begun.join(BETWEEN_LOOKS)) {
                if (wire.stuck(patience)) {
                    LOG.info("A caller does not read what its stopped command wrote.");
                    wire.close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The connection could not be closed in order.", e);
        }
    }

    private Frame outcome(Call call) throws IOException {
        if (!call.version().equals(version)) {
            return Frame.of(
                    Frame.Kind.REFUSED,
                    "The database is in use by another version of AlphaForge (process "
                            + ProcessHandle.current().pid() + "); close it and try again.");
        }
        try (OutputStream out = new BufferedOutputStream(wire.stream(Frame.Kind.OUT));
                OutputStream err = new BufferedOutputStream(wire.stream(Frame.Kind.ERR))) {
            int status = host.run(call, out, err, stop);
            out.flush();
            err.flush();
            return Frame.of(Frame.Kind.EXIT, Integer.toString(status));
        } catch (Refusal e) {
            return Frame.of(Frame.Kind.REFUSED, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("A command failed.", e);
            return Frame.of(
                    Frame.Kind.REFUSED,
                    "An error in the AlphaForge that has the database open stopped the command; its log has the"
                            + " details.");
        }
    }
}
