package io.alphaforge.store.mirror;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which list of series a read goes by: the one that the run has just been given, or what the server says now, or, when it
 * says nothing, what the mirror holds.
 */
final class Listings {
    /** A run lists the series and then reads them; it needs no second list for that. */
    private static final long FRESH = 1_000;
    /** A list so old belongs to no run that is about to read. */
    private static final long OF_A_RUN = 60_000;

    private final ServerLink link;
    private final InstantSource clock;
    private volatile boolean mirrorShown;

    Listings(ServerLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
    }

    /**
     * What a read goes by.
     *
     * @param series every series that is there
     * @param reason why what the mirror lacks cannot be asked of the server; empty when it can
     */
    record Plan(Map<SeriesKey, StoredSeries> series, String reason) {
        boolean fetches() {
            return reason.isEmpty();
        }
    }

    /** What the server lists; empty when it does not answer, and the mirror's list is shown then. */
    Optional<ServerLink.Listing> list() {
        Optional<ServerLink.Listing> listing = link.tryAsking();
        mirrorShown = listing.isEmpty();
        return listing;
    }

    Plan plan(LocalCopy mirror) {
        long now = clock.millis();
        Optional<ServerLink.Listing> known = link.latest();
        // Negative where the clock was set back, which makes no list any newer.
        long age = known.map(listing -> now - listing.at()).orElse(Long.MAX_VALUE);
        if (known.isPresent() && age >= 0 && age <= FRESH && link.offlineSince() == 0) {
            return new Plan(known.get().series(), "");
        }
        Optional<ServerLink.Listing> asked = link.tryAsking();
        if (asked.isPresent()) {
            mirrorShown = false;
            return new Plan(asked.get().series(), "");
        }
        if (known.isPresent() && !mirrorShown && Math.abs(age) <= OF_A_RUN) {
            // A run that was told of newer bars must not get older ones in their place.
            return new Plan(known.get().series(), reason());
        }
        Map<SeriesKey, StoredSeries> held = new LinkedHashMap<>();
        mirror.all().forEach(series -> held.put(series.key(), series));
        return new Plan(held, reason());
    }

    private String reason() {
        String reason = link.reason();
        // It may have come back just now; this plan was made without it all the same.
        return reason.isEmpty() ? "The server did not answer." : reason;
    }
}
