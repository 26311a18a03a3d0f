package io.alphaforge.cache;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Finding;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The cache of this computer in front of the one that a team shares: what the local one lacks is asked from the other in
 * one batch and kept here as well; what is put goes to both. Closing it closes both.
 */
public final class LayeredResultCache implements ResultCache {
    private final LocalResultCache local;
    private final RedisResultCache shared;

    public LayeredResultCache(LocalResultCache local, RedisResultCache shared) {
        this.local = local;
        this.shared = shared;
    }

    @Override
    public Map<RunKey, ResultRow> get(Collection<RunKey> keys) {
        Map<RunKey, ResultRow> found = new HashMap<>(local.get(keys));
        List<RunKey> missing = without(keys, found.keySet());
        if (!missing.isEmpty()) {
            Map<RunKey, ResultRow> elsewhere = shared.get(missing);
            local.put(elsewhere);
            local.answeredElsewhere(elsewhere.size());
            found.putAll(elsewhere);
        }
        return found;
    }

    @Override
    public Set<RunKey> outdated(Collection<RunKey> keys) {
        Set<RunKey> outdated = new HashSet<>(local.outdated(keys));
        outdated.addAll(shared.outdated(without(keys, outdated)));
        return outdated;
    }

    private static List<RunKey> without(Collection<RunKey> keys, Set<RunKey> some) {
        List<RunKey> rest = new ArrayList<>(keys);
        rest.removeIf(some::contains);
        return rest;
    }

    @Override
    public void put(Map<RunKey, ResultRow> rows) {
        local.put(rows);
        shared.put(rows);
    }

    /** Rows and bytes of both layers; hits and misses are this computer's, in whichever layer. */
    @Override
    public CacheStatistics statistics() {
        CacheStatistics here = local.statistics();
        CacheStatistics there = shared.statistics();
        long elsewhere = local.answeredElsewhere();
        return new CacheStatistics(
                switch (shared.state()) {
                    case UP -> "local + Redis";
                    case CONNECTING -> "local (Redis is being connected to)";
                    case DOWN -> "local (Redis is not reachable)";
                },
                here.entries() + there.entries(),
                here.bytes() + there.bytes(),
                here.hits() + elsewhere,
                here.misses() - elsewhere);
    }

    @Override
    public List<CacheStatistics> layers() {
        CacheStatistics there = shared.layers().getFirst();
        return shared.state() == Availability.State.UP
                ? List.of(local.statistics(), there)
                : List.of(local.statistics(), new CacheStatistics("Redis (not reachable)", 0, 0, 0, 0));
    }

    @Override
    public long drop(Collection<String> symbols) {
        return local.drop(symbols) + shared.drop(symbols);
    }

    @Override
    public Cleared clear() {
        Cleared here = local.clear();
        Cleared there = shared.clear();
        return new Cleared(here.rows() + there.rows(), (here.problem() + " " + there.problem()).strip());
    }

    @Override
    public void watch(Consumer<String> listener) {
        local.watch(listener);
        shared.watch(listener);
    }

    @Override
    public List<Finding> check() {
        return shared.check();
    }

    @Override
    public void close() {
        try (local) {
            shared.close();
        }
    }
}
