package io.alphaforge.store.timescale;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.store.timescale.ForeignNotes.Notes;
import io.alphaforge.store.timescale.SeriesSurvey.Count;
import io.alphaforge.store.timescale.SeriesSurvey.Entry;
import io.alphaforge.store.timescale.SeriesSurvey.Outdated;
import io.alphaforge.store.timescale.SeriesSurvey.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server holds, told truly even when programs that know nothing of versions write it too: a series that another
 * program has changed is read again and its digest and quality computed anew, before anybody is told of it.
 *
 * <p>In a database without AlphaForge's tables nothing tells of changes, and reading all bars before the first answer
 * would take long. There a series is told as unverified until its bars have been read, and again when the server has
 * counted a changed or removed bar of any series since, or some time later: its count and ends are true, its digest is
 * what it was, or made of these when it was never read. The server's counters lag by up to ten seconds, and a replica has
 * none of its own.
 */
final class SeriesIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesIndex.class);
    /** How long what was read is believed where nothing tells of changes. */
    static final Duration BELIEVED = Duration.ofMinutes(10);

    private static final Comparator<Entry> BY_SYMBOL_AND_INTERVAL =
            Comparator.comparing((Entry e) -> e.series().symbol()).thenComparing(Entry::interval);

    private final LongSupplier nanos;
    /** What was computed of a series and cannot be written down, by what it was computed of. */
    private final Map<Place, Computed> computed = new ConcurrentHashMap<>();

    /** @param nanos a clock that never goes back */
    SeriesIndex(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Computed(Stamp stamp, StoredSeries series, long at, long activity) {}

    /** What tells one state of a series from another without reading its bars. */
    private record Stamp(long version, Notes notes, Count count) {
        static Stamp of(Outdated outdated) {
            StoredSeries known = outdated.known();
            return new Stamp(known == null ? 0 : known.version(), outdated.notes(), outdated.count());
        }
    }

    /** Every series by symbol and interval, in the snapshot of the connection's transaction. */
    List<Entry> list(Connection connection, ServerFacts facts) throws SQLException {
        return list(connection, facts, SeriesSurvey.of(connection, facts, false));
    }

    /** The same by a survey of this snapshot. */
    List<Entry> list(Connection connection, ServerFacts facts, SeriesSurvey survey) throws SQLException {
        List<Entry> entries = new ArrayList<>(survey.trusted());
        long activity = facts.hasVersions() ? 0 : activity(connection);
        for (Outdated outdated : survey.outdated()) {
            Computed before = computed.get(outdated.place());
            boolean same = before != null && before.stamp().equals(Stamp.of(outdated));
            if (!facts.hasVersions()) {
                entries.add(new Entry(
                        outdated.place().coin(),
                        same && before != null ? believed(before, activity) : provisional(outdated),
                        activity));
            } else if (same && before != null) {
                entries.add(new Entry(outdated.place().coin(), before.series()));
            } else {
                read(connection, outdated)
                        .ifPresent(now -> entries.add(new Entry(outdated.place().coin(), now)));
            }
        }
        entries.sort(BY_SYMBOL_AND_INTERVAL);
        return entries;
    }

    private static long activity(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, SeriesIndex.class, "activity");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private StoredSeries believed(Computed before, long activity) {
        boolean fresh = before.activity() == activity && nanos.getAsLong() - before.at() < BELIEVED.toNanos();
        return fresh ? before.series() : before.series().unverified();
    }

    /** A series of which no more is known than a count. */
    private static StoredSeries provisional(Outdated outdated) {
        Count count = outdated.count();
        var interval = outdated.place().interval();
        long missing = interval.barsBetween(count.first(), interval.next(count.last())) - count.bars();
        // Not that of any bars, and another one whenever the count is.
        DataDigest digest = DataDigest.ofBar(
                count.bars(),
                (double) count.first(),
                (double) count.last(),
                outdated.place().coin(),
                (double) interval.millis(),
                Double.NaN);
        return new StoredSeries(
                        outdated.instrument(),
                        interval,
                        count.bars(),
                        count.first(),
                        count.last(),
                        0,
                        digest,
                        new Quality(0, Math.max(0, missing), 0, 0, 0, 0, 0, Double.NaN),
                        "the server",
                        false)
                .unverified();
    }

    /** Reads a series and remembers what it is; empty when it has no bar. */
    Optional<StoredSeries> read(Connection connection, Outdated outdated) throws SQLException {
        Optional<Recomputed> now = compute(connection, outdated);
        now.ifPresent(it ->
                computed.put(outdated.place(), new Computed(Stamp.of(outdated), it.series(), nanos.getAsLong(), 0)));
        return now.map(Recomputed::series);
    }

    /**
     * Reads a series that was told as unverified, unless somebody has done that since.
     *
     * @param connection in a snapshot that may be a later one than that in which it was told
     */
    void verify(Connection connection, Entry told) throws SQLException {
        long activity = activity(connection);
        Computed before = computed.get(told.place());
        if (before != null
                && before.stamp().equals(Stamp.of(outdated(told, Count.of(told.series()))))
                && believed(before, activity).verified()) {
            return;
        }
        Bars bars = CopyBars.all(connection, told);
        if (!bars.isEmpty()) {
            verify(told, SeriesSurvey.count(connection, told.place()), bars, activity);
        }
    }

    /** What was told as unverified becomes verified by all of its bars, read in the snapshot in which it was told. */
    StoredSeries verify(Entry entry, Bars bars) {
        return verify(entry, Count.of(entry.series()), bars, entry.activity());
    }

    private StoredSeries verify(Entry entry, Count count, Bars bars, long activity) {
        Computed before = computed.get(entry.place());
        StoredSeries known = before == null ? null : before.series();
        Outdated outdated = outdated(entry, count);
        StoredSeries now = recompute(outdated, known, bars).series();
        computed.put(entry.place(), new Computed(Stamp.of(outdated), now, nanos.getAsLong(), activity));
        return now;
    }

    private static Outdated outdated(Entry entry, Count count) {
        return new Outdated(entry.place(), entry.series().instrument(), null, Notes.NONE, count);
    }

    /** A series as it is now, with its bars. */
    record Recomputed(StoredSeries series, Bars bars) {}

    /** Reads a series and says what it is now; empty when it has no bar. */
    static Optional<Recomputed> compute(Connection connection, Outdated outdated) throws SQLException {
        Place place = outdated.place();
        Bars bars = CopyBars.read(
                        connection,
                        Map.of(place.coin(), outdated.count().bars()),
                        place.interval(),
                        CopyBarCursor.ALL,
                        Long.MIN_VALUE)
                .get(place.coin());
        if (bars == null) {
            return Optional.empty();
        }
        return Optional.of(recompute(outdated, outdated.known(), bars));
    }

    private static Recomputed recompute(Outdated outdated, @Nullable StoredSeries known, Bars bars) {
        DataDigest digest = DataDigest.of(bars);
        if (known != null && known.digest().equals(digest)) {
            return new Recomputed(known, bars);
        }
        if (known != null) {
            LOG.info(
                    "{} {} was written by another program.",
                    outdated.instrument().symbol(),
                    outdated.place().interval());
        }
        Quality before = known == null ? null : known.quality();
        StoredSeries now = new StoredSeries(
                outdated.instrument(),
                outdated.place().interval(),
                bars.size(),
                bars.firstTime(),
                bars.lastTime(),
                known == null ? 1 : known.version() + 1,
                digest,
                Quality.of(bars, before == null ? 0 : before.duplicates(), before == null ? 0 : before.rejected()),
                known == null ? "the server" : known.source(),
                known != null && known.synthetic());
        return new Recomputed(now, bars);
    }
}
