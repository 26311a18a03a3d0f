package io.alphaforge.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running application's ear: it holds subjects in a {@link Meeting} and lets its {@link Host} answer those who ask. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int MOST_CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Meeting meeting;
    private final String version;
    private final Host host;
    private final Duration patience;
    private final Map<String, FileLock> held = new ConcurrentHashMap<>();
    private final Set<Wire> callers = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocketChannel server;
    private @Nullable Registration here;

    /** @param version of this application */
    public Listener(Meeting meeting, String version, Host host) {
        this(meeting, version, host, PATIENCE);
    }

    /** @param patience how long a caller whose command was stopped may leave what it wrote unread */
    Listener(Meeting meeting, String version, Host host, Duration patience) {
        this.meeting = meeting;
        this.version = version;
        this.host = host;
        this.patience = patience;
    }

    /**
     * Holds a subject and lets others know. What a process that is no more has left behind is replaced.
     *
     * @return false when somebody else holds it
     */
    public synchronized boolean hold(String subject) {
        if (held.containsKey(subject)) {
            return true;
        }
        try {
            Optional<FileLock> lock = meeting.lock(subject);
            if (lock.isEmpty()) {
                return false;
            }
            held.put(subject, lock.get());
            // Who has the lock and finds something written down finds it of a process that ended without a word.
            meeting.holder(subject).ifPresent(this::sweep);
            listen().write(meeting.registration(subject));
        } catch (IOException | UnsupportedOperationException e) {
            // In a folder that cannot be written, for example. Whoever cannot be asked works nevertheless.
            LOG.warn("Other processes cannot be told that {} is held here.", subject, e);
        }
        return true;
    }

    /** Removes the address of somebody who is no more, and never one at which somebody listens, here or elsewhere. */
    private void sweep(Registration left) {
        Registration ours = here;
        if ((ours != null && ours.socket().equals(left.socket())) || left.isHeard()) {
            return;
        }
        try {
            meeting.forget(left.socket());
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", left.socket(), e);
        }
    }

    /** Lets go of a subject. */
    public synchronized void release(String subject) {
        FileLock lock = held.remove(subject);
        if (lock != null) {
            try {
                Files.deleteIfExists(meeting.registration(subject));
                lock.acquiredBy().close();
            } catch (IOException e) {
                LOG.warn("{} could not be let go of.", subject, e);
            }
        }
    }

    private Registration listen() throws IOException {
        Registration known = here;
        if (known != null) {
            return known;
        }
        long process = ProcessHandle.current().pid();
        Path address = meeting.address(process);
        ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        opened.bind(UnixDomainSocketAddress.of(address));
        server = opened;
        Registration registration = new Registration(process, address);
        here = registration;
        Thread.ofPlatform().name("instance").daemon().start(() -> accept(opened));
        return registration;
    }

    private void accept(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try {
                SocketChannel channel = opened.accept();
                if (callers.size() >= MOST_CALLERS) {
                    channel.close();
                    continue;
                }
                Wire wire = new Wire(channel);
                callers.add(wire);
                Thread.ofPlatform()
                        .name("instance-caller")
                        .daemon()
                        .start(new Conversation(wire, version, host, patience, () -> callers.remove(wire)));
            } catch (IOException e) {
                if (opened.isOpen()) {
                    LOG.warn("A caller could not be heard.", e);
                }
            }
        }
    }

    /** Lets go of everything and hangs up. */
    @Override
    public synchronized void close() {
        Set.copyOf(held.keySet()).forEach(this::release);
        try {
            if (server != null) {
                server.close();
            }
            for (Wire caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            LOG.warn("The connections could not be closed in order.", e);
        }
        Registration known = here;
        if (known != null) {
            try {
                meeting.forget(known.socket());
            } catch (IOException e) {
                LOG.warn("{} could not be removed.", known.socket(), e);
            }
        }
    }
}
