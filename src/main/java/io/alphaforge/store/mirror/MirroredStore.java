package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.SyncListener;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.catalog.WriteReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bars of a server out of a copy on this machine and fetches only what is missing or old there. What the server
 * says of its series decides; the copy takes its place only while the server does not answer, and is read-only then.
 */
public final class MirroredStore implements BarStore, Mirror {
    private static final Logger LOG = LoggerFactory.getLogger(MirroredStore.class);

    private final BarStore server;
    private final MirrorSettings settings;
    private final UsedTimes used;
    private final LocalCopy mirror;
    private final ServerLink link;
    private final WriteBehind writer;
    private final Listings listings;
    private final RequestParts parts;
    private final StatusWatch status;
    private final ReentrantLock syncing = new ReentrantLock();

    /**
     * A mirror of a server, neither of which is asked for anything but the list of what the mirror holds.
     *
     * @param server every call of which may throw {@link UnreachableException}
     * @param local where the copy is kept, which nobody else may write to; closed together with the server
     */
    public MirroredStore(BarStore server, BarStore local, MirrorSettings settings) {
        this.server = server;
        this.settings = settings;
        used = new UsedTimes(settings.memory());
        mirror = new LocalCopy(local, used, settings.limit());
        link = new ServerLink(server, settings.clock());
        listings = new Listings(link, settings.clock());
        parts = new RequestParts(server, mirror, link);
        status = new StatusWatch(settings, mirror, link, used, this::note);
        Spool spool = new Spool(settings.memory().resolveSibling("waiting"));
        try {
            spool.sweep();
        } catch (IOException e) {
            LOG.warn("Files that an earlier process left cannot be deleted.", e);
        }
        writer = new WriteBehind(mirror, spool, this::rest);
    }

    @Override
    public List<StoredSeries> series() {
        if (!settings.enabled()) {
            return server.series();
        }
        Optional<ServerLink.Listing> listing = listings.list();
        listing.ifPresent(this::note);
        return listing.map(ServerLink.Listing::all).orElseGet(() -> instead(mirror.all()));
    }

    @Override
    public String whereMissing() {
        return settings.enabled() && link.offlineSince() != 0
                ? " in the mirror on this computer, and the server does not answer; connect to it, then 'alphaforge sync'"
                        + " fetches what it has"
                : "";
    }

    /** What the mirror gives in the place of a lost server, whose data is not to be taken for empty. */
    private <T> List<T> instead(List<T> mirrored) {
        if (mirrored.isEmpty()) {
            throw link.nothingInstead();
        }
        return mirrored;
    }

    /** Remembers the time when nothing was behind. */
    private void note(ServerLink.Listing listing) {
        boolean empty = listing.series().isEmpty();
        if (!empty && listing.all().stream().allMatch(s -> mirror.compare(s) == Comparison.CURRENT)) {
            used.whole(listing.at());
        }
    }

    /** Nothing waits to be written any more. */
    private void rest() {
        mirror.settle();
        link.latest().filter(l -> l.at() > 0).ifPresent(this::note);
        used.save();
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        if (!settings.enabled()) {
            return server.split(request, most);
        }
        return parts.of(request, most, listings.plan(mirror));
    }

    @Override
    public BarCursor read(BarRequest request) {
        if (!settings.enabled()) {
            return server.read(request);
        }
        Listings.Plan plan = listings.plan(mirror);
        Map<SeriesKey, StoredSeries> wanted = new LinkedHashMap<>();
        for (SeriesKey key : request.series()) {
            StoredSeries series = plan.series().get(key);
            if (series != null) {
                wanted.put(key, series);
            }
        }
        mirror.reading(wanted.keySet(), settings.clock().millis());
        try {
            Set<SeriesKey> current = new HashSet<>();
            List<StoredSeries> missing = new ArrayList<>();
            wanted.forEach((key, series) -> {
                // Without the server even a damaged series is tried here: there is no other place, and it says so.
                if ((plan.fetches() ? mirror.compare(series) : mirror.recorded(series)) == Comparison.CURRENT) {
                    current.add(key);
                } else {
                    missing.add(series);
                }
            });
            Fetch fetch = new Fetch(server, mirror, link, missing, plan.reason(), this::owed);
            return new MirrorCursor(request, wanted, current, mirror, writer, fetch, whereMissing());
        } catch (RuntimeException e) {
            mirror.read();
            throw e;
        }
    }

    private String owed(String reason) {
        return reason + " " + Ages.offer(used.whole(), settings.clock().millis());
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        return changing("written", () -> server.write(write));
    }

    @Override
    public WriteReport write(SeriesWrite write, BooleanSupplier cancelled) {
        return changing("written", () -> server.write(write, cancelled));
    }

    @Override
    public int writersSideBySide() {
        return server.writersSideBySide();
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        return changing("written", () -> server.preview(write));
    }

    @Override
    public void delete(SeriesKey key) {
        delete(key, () -> false);
    }

    @Override
    public void delete(SeriesKey key, BooleanSupplier cancelled) {
        changing("changed", () -> {
            server.delete(key, cancelled);
            return key;
        });
    }

    @Override
    public void compact() {
        compact(() -> false);
    }

    @Override
    public void compact(BooleanSupplier cancelled) {
        changing("put in order", () -> {
            server.compact(cancelled);
            return "";
        });
    }

    private <T> T changing(String what, Supplier<T> work) {
        if (!settings.enabled()) {
            return work.get();
        }
        try {
            T result = work.get();
            link.answered();
            return result;
        } catch (UnreachableException e) {
            link.lost(e);
            throw new UnreachableException(
                    "Without the server nothing can be " + what + ": its mirror on this machine is read-only. "
                            + e.getMessage(),
                    e);
        } finally {
            // Also after a failure: nobody knows then what the server has done.
            link.outdated();
        }
    }

    @Override
    public List<DashboardRow> dashboard() {
        if (!settings.enabled()) {
            return server.dashboard();
        }
        if (link.worthTrying()) {
            try {
                List<DashboardRow> rows = server.dashboard();
                link.answered();
                return rows;
            } catch (UnreachableException e) {
                link.lost(e);
            }
        }
        return instead(mirror.store().dashboard());
    }

    @Override
    public MirrorStatus status() {
        return status.now();
    }

    @Override
    public SyncReport sync(SyncListener listener, BooleanSupplier cancelled) {
        if (!settings.enabled()) {
            throw new StoreException(
                    "The mirror is switched off; give ALPHAFORGE_MIRROR_LIMIT_MB room to keep a copy here.");
        }
        if (!syncing.tryLock()) {
            throw new StoreException("The mirror is being brought up to date already; wait for the end of that.");
        }
        try {
            // What a run has just fetched need not travel again.
            writer.flush();
            SyncReport report = new SyncTask(server, mirror, link, listener, cancelled).run();
            link.latest().filter(l -> l.at() > 0).ifPresent(this::note);
            used.keepOnly(mirror.all().stream().map(StoredSeries::key).toList());
            used.save();
            return report;
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void clear() {
        mirror.all().forEach(series -> mirror.remove(series.key()));
        used.whole(0);
        used.save();
    }

    /** Waits until everything fetched so far is in the mirror. */
    void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        status.close();
        try {
            writer.close();
            used.save();
        } finally {
            try {
                server.close();
            } finally {
                mirror.store().close();
            }
        }
    }
}
