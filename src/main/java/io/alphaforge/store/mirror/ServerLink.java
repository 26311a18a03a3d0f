package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server answers, what it said last, and when to try it again. */
final class ServerLink {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);
    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 60_000;

    private final BarStore server;
    private final InstantSource clock;
    private @Nullable Listing latest;
    private long heard;
    private long offlineSince;
    private long pause;
    private long retryAt;
    private String reason = "";
    private @Nullable UnreachableException loss;

    ServerLink(BarStore server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Every series of the server.
     *
     * @param at when it was asked
     */
    record Listing(Map<SeriesKey, StoredSeries> series, long at) {
        List<StoredSeries> all() {
            return List.copyOf(series.values());
        }
    }

    /** Asks the server now, whatever came of it before. */
    Listing ask() {
        long at = clock.millis();
        try {
            Map<SeriesKey, StoredSeries> series = new LinkedHashMap<>();
            server.series().forEach(s -> series.put(s.key(), s));
            Listing listing = new Listing(series, at);
            synchronized (this) {
                latest = listing;
            }
            answered();
            return listing;
        } catch (UnreachableException e) {
            lost(e);
            throw e;
        }
    }

    /** Looks whether a server that answered a while ago still does. */
    void look() {
        long at = clock.millis();
        try {
            server.requireReachable();
            answered();
        } catch (UnreachableException e) {
            LOG.debug("The server was looked for in vain.", e);
            synchronized (this) {
                // Waiting for an answer takes its time, in which others may have got one.
                if (heard <= at) {
                    lost(e);
                }
            }
        }
    }

    /** Whether the server answered when it was asked last, so many milliseconds ago or more. */
    synchronized boolean silent(long millis) {
        long age = clock.millis() - heard;
        return heard != 0 && offlineSince == 0 && (age >= millis || age < 0);
    }

    /** Asks the server unless it was lost a short while ago; empty when it does not answer. */
    Optional<Listing> tryAsking() {
        if (!worthTrying()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ask());
        } catch (UnreachableException e) {
            LOG.debug("The server was asked in vain.", e);
            return Optional.empty();
        }
    }

    /** What the server said last, as long as it is believed. */
    synchronized Optional<Listing> latest() {
        return Optional.ofNullable(latest);
    }

    /** The server has been written to: what it said is not so any more. */
    synchronized void outdated() {
        Listing known = latest;
        latest = known == null ? null : new Listing(known.series(), Long.MIN_VALUE / 2);
    }

    synchronized void answered() {
        if (offlineSince != 0) {
            LOG.info("The server answers again.");
        }
        heard = clock.millis();
        offlineSince = 0;
        pause = 0;
        reason = "";
    }

    synchronized void lost(UnreachableException e) {
        long now = clock.millis();
        reason = e.getMessage();
        loss = e;
        if (offlineSince == 0) {
            LOG.warn("The server does not answer; the mirror takes its place.", e);
            offlineSince = now;
            pause = FIRST_PAUSE;
        } else if (rested(now)) {
            // Several streams that fail together count as one attempt.
            pause = Math.min(LONGEST_PAUSE, 2 * pause);
        } else {
            return;
        }
        retryAt = now + pause;
    }

    /** Whether the server answers or has been left alone for long enough. */
    synchronized boolean worthTrying() {
        return offlineSince == 0 || rested(clock.millis());
    }

    /** Whether the pause is over, which nobody can tell where the clock was set back behind its beginning. */
    private boolean rested(long now) {
        return now >= retryAt || now < retryAt - pause;
    }

    synchronized long offlineSince() {
        return offlineSince;
    }

    /** What to say where the server was lost and nothing takes its place. */
    synchronized UnreachableException nothingInstead() {
        UnreachableException last = Objects.requireNonNull(loss, "The server was never lost.");
        return new UnreachableException(last.getMessage() + " Its mirror on this computer holds nothing yet.", last);
    }

    /** Why the server was lost, as it was said; empty when it was not. */
    synchronized String reason() {
        return reason;
    }
}
