package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what programs that know nothing of versions have written, so that it is computed once and not by everybody.
 * Whether that may be done is for the primary to say, also where a replica is read.
 */
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    /** How long a primary is left alone that refused. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ServerOptions options;
    private final Transactions transactions;
    private final KnownFacts facts;
    private final SeriesIndex index;
    private final LongSupplier nanos;
    private volatile Optional<Long> refusedAt = Optional.empty();

    /** @param nanos a clock that never goes back */
    Adoption(
            ServerOptions options, Transactions transactions, KnownFacts facts, SeriesIndex index, LongSupplier nanos) {
        this.options = options;
        this.transactions = transactions;
        this.facts = facts;
        this.index = index;
        this.nanos = nanos;
    }

    /** Every series, after what others have written has been written down. */
    List<SeriesSurvey.Entry> series() {
        return listed().orElseGet(() -> {
            changes(() -> false);
            return transactions.snapshot(connection -> index.list(connection, facts.reading(connection)));
        });
    }

    /** Every series; empty when others have written some, which is to be written down first. */
    private Optional<List<SeriesSurvey.Entry>> listed() {
        return transactions.snapshot(connection -> {
            ServerFacts now = facts.reading(connection);
            SeriesSurvey survey = SeriesSurvey.of(connection, now, false);
            return survey.isBehind() && isWorthTrying(connection, now)
                    ? Optional.empty()
                    : Optional.of(index.list(connection, now, survey));
        });
    }

    private boolean isWorthTrying(Connection connection, ServerFacts read) throws SQLException {
        boolean pausing =
                refusedAt.filter(at -> nanos.getAsLong() - at < PAUSE.toNanos()).isPresent();
        // Of a primary that is another server nothing is known before it is asked.
        return !pausing && (options.replicas() == null ? may(connection, read) : read.hasVersions());
    }

    private static boolean may(Connection connection, ServerFacts facts) throws SQLException {
        return facts.hasVersions() && facts.mayVersion() && !SchemaVersion.isNewer(connection);
    }

    /**
     * Writes down what notes tell of; where that cannot be done it is computed for this session.
     *
     * @throws java.util.concurrent.CancellationException when it was given up
     */
    void changes(BooleanSupplier cancelled) {
        try {
            // One snapshot for notes and bars: a note that comes later stays.
            boolean done = transactions.writing(
                    Transactions.Sees.SNAPSHOT,
                    connection -> {
                        ServerFacts now = facts.writing(connection);
                        boolean may = may(connection, now);
                        if (may) {
                            new SeriesAdopter(connection, now).adopt(false);
                        }
                        return may;
                    },
                    cancelled);
            refusedAt = done ? Optional.empty() : Optional.of(nanos.getAsLong());
        } catch (StoreException e) {
            refusedAt = Optional.of(nanos.getAsLong());
            LOG.warn("What other programs have written is computed for this session only.", e);
        }
    }

    /**
     * Looks at every bar, also where there is no note, and writes down what was found.
     *
     * @throws java.util.concurrent.CancellationException when it was given up
     */
    void everything(BooleanSupplier cancelled) {
        transactions.writing(
                Transactions.Sees.SNAPSHOT,
                connection -> {
                    SchemaVersion.requireKnown(connection, options.address());
                    ServerFacts now = facts.writing(connection);
                    // Who may only read has nothing to write down.
                    return now.mayVersion() ? new SeriesAdopter(connection, now).adopt(true) : 0;
                },
                cancelled);
        refusedAt = Optional.empty();
        // What was deleted while a database was read for the first time is noticed now.
        changes(cancelled);
    }
}
