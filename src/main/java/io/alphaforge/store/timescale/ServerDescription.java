package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server is, what its user may do and how much it holds, for people. */
final class ServerDescription {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDescription.class);

    private final ServerOptions options;
    private final ServerPools pools;
    private final Transactions transactions;
    private final KnownFacts facts;
    private final SeriesIndex index;

    ServerDescription(
            ServerOptions options, ServerPools pools, Transactions transactions, KnownFacts facts, SeriesIndex index) {
        this.options = options;
        this.pools = pools;
        this.transactions = transactions;
        this.facts = facts;
        this.index = index;
    }

    /** Looks anew, also at what was known before. */
    Map<String, String> read() {
        facts.forget();
        Map<String, String> described = transactions.snapshot(connection -> {
            ServerFacts now = facts.reading(connection);
            List<SeriesSurvey.Entry> stored = index.list(connection, now);
            Map<String, String> all = new LinkedHashMap<>();
            all.put("kind", now.edition().title());
            all.put("server", options.address().label());
            all.put(
                    "version",
                    "PostgreSQL " + now.version()
                            + (now.timescale() == null ? "" : ", TimescaleDB " + now.timescale()));
            all.put("means", Means.read(connection, now).sentence());
            all.put("rights", rights(now));
            all.put("schema", Schema.describe(connection, now));
            Optional<String> aggregates = Aggregates.described(connection, now);
            aggregates.ifPresent(sentence -> all.put("aggregates", sentence));
            all.put("connections", pools.described());
            all.put(
                    "coins",
                    Long.toString(stored.stream()
                            .map(e -> e.series().symbol())
                            .distinct()
                            .count()));
            all.put("series", Integer.toString(stored.size()));
            all.put(
                    "bars",
                    Long.toString(
                            stored.stream().mapToLong(e -> e.series().bars()).sum()));
            return all;
        });
        if (options.replicas() != null) {
            described.put("rights", rightsOnPrimary());
        }
        return described;
    }

    private static String rights(ServerFacts facts) {
        if (!facts.hasBars()) {
            return "told once there are tables";
        }
        return facts.mayWrite() ? "read and write" : "read only";
    }

    private String rightsOnPrimary() {
        try {
            return rights(transactions.writing(Transactions.Sees.COMMITTED, facts::writing));
        } catch (StoreException e) {
            LOG.debug("The primary does not say.", e);
            return "read only while the primary does not answer";
        }
    }
}
