package io.alphaforge.store.mirror;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.StoredSeries;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how the mirror is without waiting for the server, which is tried beside it when it was lost. */
final class StatusWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);

    private final MirrorSettings settings;
    private final LocalCopy mirror;
    private final ServerLink link;
    private final UsedTimes used;
    private final Consumer<ServerLink.Listing> found;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean closed;

    /** @param found takes what a server says that is back */
    StatusWatch(
            MirrorSettings settings,
            LocalCopy mirror,
            ServerLink link,
            UsedTimes used,
            Consumer<ServerLink.Listing> found) {
        this.settings = settings;
        this.mirror = mirror;
        this.link = link;
        this.used = used;
        this.found = found;
    }

    MirrorStatus now() {
        if (link.offlineSince() != 0 && link.worthTrying() && !closed) {
            probe();
        }
        int current = 0;
        long currentBars = 0;
        int behind = 0;
        long behindBars = 0;
        List<StoredSeries> known = link.latest().map(ServerLink.Listing::all).orElseGet(mirror::all);
        for (StoredSeries series : known) {
            if (mirror.compare(series) == Comparison.CURRENT) {
                current++;
                currentBars += series.bars();
            } else {
                behind++;
                behindBars += series.bars();
            }
        }
        return new MirrorStatus(
                settings.enabled(),
                link.offlineSince(),
                used.whole(),
                new MirrorStatus.Amount(current, currentBars),
                new MirrorStatus.Amount(behind, behindBars),
                mirror.bytes(),
                settings.limit(),
                mirror.problem());
    }

    /** Tries the server beside everything else, so that nobody has to wait for it. */
    private void probe() {
        if (probing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("mirror-probe").start(() -> {
                try {
                    link.tryAsking().ifPresent(found);
                } catch (RuntimeException e) {
                    LOG.debug("The server was tried in vain.", e);
                } finally {
                    probing.set(false);
                }
            });
        }
    }

    /** The server is tried no more. */
    @Override
    public void close() {
        closed = true;
    }
}
