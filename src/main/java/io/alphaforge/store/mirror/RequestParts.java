package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts a request for reading side by side: what is fetched as the server says, what is here as it lies in the mirror. */
final class RequestParts {
    private static final Logger LOG = LoggerFactory.getLogger(RequestParts.class);

    private final BarStore server;
    private final LocalCopy mirror;
    private final ServerLink link;

    RequestParts(BarStore server, LocalCopy mirror, ServerLink link) {
        this.server = server;
        this.mirror = mirror;
        this.link = link;
    }

    /**
     * The parts of a request.
     *
     * @param most how many at the most
     * @param plan what reading it will go by
     */
    List<BarRequest> of(BarRequest request, int most, Listings.Plan plan) {
        List<SeriesKey> here = new ArrayList<>();
        List<SeriesKey> there = new ArrayList<>();
        for (SeriesKey key : request.series()) {
            StoredSeries series = plan.series().get(key);
            boolean fetched = series != null && plan.fetches() && mirror.compare(series) != Comparison.CURRENT;
            (fetched ? there : here).add(key);
        }
        if (there.isEmpty()) {
            return splitHere(request, most);
        }
        List<BarRequest> parts = new ArrayList<>(splitOnServer(request.of(there), most));
        if (here.isEmpty()) {
            return parts;
        }
        if (parts.size() < most) {
            parts.addAll(splitHere(request.of(here), most - parts.size()));
            return parts;
        }
        return shared(parts, here);
    }

    /** Deals the series that are here to parts that fetch, each a range of coins. */
    private static List<BarRequest> shared(List<BarRequest> parts, List<SeriesKey> here) {
        List<BarRequest> dealt = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<SeriesKey> keys =
                    new ArrayList<>(here.subList(here.size() * i / parts.size(), here.size() * (i + 1) / parts.size()));
            keys.addAll(parts.get(i).series());
            dealt.add(parts.get(i).of(keys));
        }
        return dealt;
    }

    private List<BarRequest> splitHere(BarRequest request, int most) {
        try {
            // The local store splits by where its series lay when they were last listed.
            mirror.store().series();
            return mirror.store().split(request, most);
        } catch (StoreException e) {
            LOG.warn("The mirror cannot be read; its series come from the server.", e);
            return List.of(request);
        }
    }

    private List<BarRequest> splitOnServer(BarRequest request, int most) {
        try {
            return server.split(request, most);
        } catch (UnreachableException e) {
            link.lost(e);
            return List.of(request);
        }
    }
}
