package io.alphaforge.run;

import io.alphaforge.catalog.StoredSeries;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the cache says of the coins of one run: the rows that answer, and why the others are computed.
 *
 * @param answers by symbol
 * @param outdated symbols of which a row of other bars is kept
 * @param otherwise why every other coin is computed
 */
record KeptRows(Map<String, ResultRow> answers, Set<String> outdated, Origin otherwise) {
    /** Before the cache has been asked. */
    static final KeptRows NONE = new KeptRows(Map.of(), Set.of(), Origin.FIRST);

    /** For a run that does not want earlier rows. */
    static final KeptRows UNWANTED = new KeptRows(Map.of(), Set.of(), Origin.CACHE_OFF);

    /** Asks a cache, twice at the most. */
    static KeptRows of(ResultCache cache, Map<RunKey, StoredSeries> coins) {
        Map<RunKey, StoredSeries> missing = new LinkedHashMap<>(coins);
        Map<String, ResultRow> answers = new HashMap<>();
        cache.get(coins.keySet()).forEach((key, row) -> {
            StoredSeries series = missing.remove(key);
            if (series != null) {
                answers.put(key.symbol(), row.answering(series));
            }
        });
        Set<String> outdated = missing.isEmpty()
                ? Set.of()
                : cache.outdated(missing.keySet()).stream().map(RunKey::symbol).collect(Collectors.toSet());
        return new KeptRows(answers, outdated, Origin.FIRST);
    }

    /** Why a coin without an answer is computed. */
    Origin origin(String symbol) {
        return outdated.contains(symbol) ? Origin.NEW_BARS : otherwise;
    }
}
