package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where series lay in the file when they were last listed, which tells how to part a request so that each part is one
 * stretch of the file. A hint only: parts that have moved since are read as well, if more slowly.
 */
final class ReadLayout {
    /** A stream of fewer bars is read before a second one is set up. */
    private static final long WORTH_SPLITTING = 1_000_000;

    private volatile Map<SeriesKey, Place> places = Map.of();

    private record Place(int coin, long bars) {}

    void listed(List<SeriesTable.Entry> entries) {
        places = entries.stream()
                .collect(Collectors.toMap(
                        SeriesTable.Entry::key,
                        entry -> new Place(entry.coin(), entry.series().bars())));
    }

    /** At most {@code most} parts of about the same number of bars, each a run of coins as they lie. */
    List<BarRequest> split(BarRequest request, int most) {
        Map<SeriesKey, Place> known = places;
        Place unknown = new Place(0, 0);
        long total = request.series().stream()
                .mapToLong(key -> known.getOrDefault(key, unknown).bars())
                .sum();
        if (most < 2 || total < WORTH_SPLITTING) {
            return List.of(request);
        }
        List<SeriesKey> inOrder = request.series().stream()
                .sorted(Comparator.comparing(SeriesKey::interval)
                        .thenComparingInt(
                                key -> known.getOrDefault(key, unknown).coin()))
                .toList();
        List<BarRequest> parts = new ArrayList<>();
        List<SeriesKey> part = new ArrayList<>();
        long bars = 0;
        for (SeriesKey key : inOrder) {
            if (bars * most >= total * (parts.size() + 1)) {
                parts.add(request.of(part));
                part = new ArrayList<>();
            }
            part.add(key);
            bars += known.getOrDefault(key, unknown).bars();
        }
        parts.add(request.of(part));
        return parts;
    }
}
