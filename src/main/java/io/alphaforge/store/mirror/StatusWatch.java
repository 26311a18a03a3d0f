package io.alphaforge.store.mirror;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.StoredSeries;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how the mirror is without waiting for the server, which is looked for beside it: when it was lost, and when nothing
 * was heard of it for a while, so that whoever shows the status is shown before long that it is gone.
 */
final class StatusWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);

    /** For so long a server that has answered is believed to be there. */
    private static final long BELIEVED = 1_500;

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
        if (settings.enabled() && !closed) {
            if (link.silent(BELIEVED)) {
                beside(link::look);
            } else if (link.offlineSince() != 0 && link.worthTrying()) {
                beside(() -> link.tryAsking().ifPresent(found));
            }
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

    /** Looks for the server beside everything else, so that nobody has to wait for it. */
    private void beside(Runnable looking) {
        if (probing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("mirror-probe").start(() -> {
                try {
                    looking.run();
                } catch (RuntimeException e) {
                    LOG.debug("What the server answered is of no use.", e);
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
