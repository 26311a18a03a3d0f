package io.alphaforge.run;

/**
 * What a cache holds and how often it answered since it was opened.
 *
 * @param kind for people: "local", "Redis"
 * @param entries rows kept
 * @param bytes size of what is kept, on disk for a persistent cache
 * @param hits rows asked for and found
 * @param misses rows asked for and not found
 */
public record CacheStatistics(String kind, long entries, long bytes, long hits, long misses) {

    /** Share of hits from 0 to 1; NaN before anything was asked. */
    public double hitRate() {
        return hits + misses == 0 ? Double.NaN : (double) hits / (hits + misses);
    }
}
