package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.SyncListener;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One synchronisation: what the server has no more goes, what is not current is fetched in two streams. */
final class SyncTask {
    private static final Logger LOG = LoggerFactory.getLogger(SyncTask.class);
    private static final int STREAMS = 2;
    private static final String NO_ROOM = "The mirror has reached its limit in size; raise ALPHAFORGE_MIRROR_LIMIT_MB.";

    private final BarStore server;
    private final LocalCopy mirror;
    private final ServerLink link;
    private final SyncListener listener;
    private final BooleanSupplier cancelled;
    private final List<SyncedSeries> done = new ArrayList<>();
    private int total;
    private long bars;
    private String problem = "";

    SyncTask(BarStore server, LocalCopy mirror, ServerLink link, SyncListener listener, BooleanSupplier cancelled) {
        this.server = server;
        this.mirror = mirror;
        this.link = link;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    SyncReport run() {
        ServerLink.Listing listing = link.ask();
        List<StoredSeries> gone = mirror.all().stream()
                .filter(s -> !listing.series().containsKey(s.key()))
                .toList();
        List<StoredSeries> stale = listing.all().stream()
                .filter(s -> !s.verified() || mirror.compare(s) != Comparison.CURRENT)
                .toList();
        total = gone.size() + stale.size();
        for (StoredSeries series : gone) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            mirror.remove(series.key());
            tell(new SyncedSeries(series.key(), Outcome.REMOVED, 0, ""));
        }
        fetch(withRoom(stale));
        boolean stopped = cancelled.getAsBoolean() && done.size() < total;
        mirror.settle();
        done.sort(Comparator.comparing((SyncedSeries s) -> s.key().symbol())
                .thenComparing(s -> s.key().interval()));
        return new SyncReport(done, listing.series().size() - stale.size(), stopped, problem);
    }

    /** Those that can find room: what cannot need not travel. */
    private List<StoredSeries> withRoom(List<StoredSeries> stale) {
        List<StoredSeries> wanted = new ArrayList<>();
        long taken = 0;
        for (StoredSeries series : stale) {
            if (mirror.lacksRoom(series, taken)) {
                tell(new SyncedSeries(series.key(), Outcome.NO_ROOM, 0, NO_ROOM));
            } else {
                taken += mirror.growth(series);
                wanted.add(series);
            }
        }
        return wanted;
    }

    private void fetch(List<StoredSeries> stale) {
        if (stale.isEmpty()) {
            return;
        }
        List<CompletableFuture<Void>> streams = new ArrayList<>();
        for (List<StoredSeries> part : parts(stale)) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            Thread.ofPlatform().name("sync-" + streams.size()).daemon().start(() -> {
                try {
                    stream(part);
                    over.complete(null);
                } catch (Throwable e) {
                    over.completeExceptionally(e);
                }
            });
            streams.add(over);
        }
        CompletionException broken = null;
        for (CompletableFuture<Void> over : streams) {
            try {
                over.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof StoreException failure) {
                    LOG.warn("A stream of the synchronisation broke off.", failure);
                    stop(failure.getMessage());
                } else {
                    // The others first: none may write into the mirror after this has returned.
                    broken = broken == null ? e : broken;
                }
            }
        }
        if (broken != null) {
            throw broken;
        }
    }

    /** Ranges of coins of about the same number of bars. */
    private static List<List<StoredSeries>> parts(List<StoredSeries> series) {
        long all = series.stream().mapToLong(StoredSeries::bars).sum();
        List<List<StoredSeries>> parts = new ArrayList<>();
        List<StoredSeries> part = new ArrayList<>();
        long before = 0;
        for (StoredSeries one : series) {
            if (!part.isEmpty() && before * STREAMS >= all * (parts.size() + 1)) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(one);
            before += one.bars();
        }
        parts.add(part);
        return parts;
    }

    private void stream(List<StoredSeries> part) {
        try (Fetch fetch = new Fetch(server, mirror, link, part, "", SyncTask::sentence)) {
            while (!cancelled.getAsBoolean()) {
                Arrival arrival = fetch.next();
                if (arrival == null) {
                    return;
                }
                tell(keep(arrival));
            }
        }
    }

    private SyncedSeries keep(Arrival arrival) {
        SeriesKey key = arrival.delivery().key();
        return switch (arrival.delivery()) {
            case BarCursor.Unreadable missing -> {
                if (link.offlineSince() != 0) {
                    stop(missing.reason());
                }
                yield new SyncedSeries(key, Outcome.FAILED, arrival.travelled(), missing.reason());
            }
            case BarCursor.Delivered delivered -> {
                if (!mirror.put(delivered.series(), delivered.bars())) {
                    yield new SyncedSeries(key, Outcome.NO_ROOM, arrival.travelled(), NO_ROOM);
                }
                yield new SyncedSeries(key, arrival.tail() ? Outcome.TAIL : Outcome.WHOLE, arrival.travelled(), "");
            }
        };
    }

    private static String sentence(String reason) {
        return reason + " What had come is kept; the next sync goes on from there when the server is back.";
    }

    private synchronized void stop(String reason) {
        problem = problem.isEmpty() ? reason : problem;
    }

    private synchronized void tell(SyncedSeries series) {
        done.add(series);
        bars += series.bars();
        listener.progress(done.size(), total, bars, series);
    }
}
