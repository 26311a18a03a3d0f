package io.alphaforge.store.timescale;

import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.market.Bars;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Computes and writes down what is known of bars that are there already, within the transaction of a connection. */
final class SeriesAdopter {
    private final Connection connection;
    private final ServerFacts facts;
    private final VersionTable versions;
    private final SummaryTable summaries;
    private final IndicatorTable indicators;

    SeriesAdopter(Connection connection, ServerFacts facts) {
        this.connection = connection;
        this.facts = facts;
        versions = new VersionTable(connection);
        summaries = new SummaryTable(connection);
        indicators = new IndicatorTable(connection);
    }

    /**
     * Brings versions up to date with what other programs have written, and takes their notes away.
     *
     * @param all looks at every series, also where there is no note
     * @return how many series were computed anew
     */
    int adopt(boolean all) throws SQLException {
        SeriesSurvey survey = SeriesSurvey.of(connection, facts, all);
        boolean unguarded = false;
        for (SeriesSurvey.Outdated outdated : survey.outdated()) {
            SeriesSurvey.Place place = outdated.place();
            // Who deletes the series meanwhile deletes its version and its notes too: one of them gets into the way.
            if (outdated.known() != null) {
                versions.hold(place.coin(), place.interval());
            } else {
                unguarded |= outdated.notes().newest() == 0;
            }
            var now = SeriesIndex.compute(connection, outdated);
            if (now.isPresent()) {
                versions.put(place.coin(), now.get().series(), now.get().bars());
                indicators.put(place.coin(), null, now.get().bars());
            } else {
                indicators.delete(place.coin(), place.interval());
                versions.delete(place.coin(), place.interval());
            }
            ForeignNotes.delete(
                    connection,
                    outdated.notes().newest(),
                    place.coin(),
                    place.interval().code());
        }
        for (SeriesSurvey.Entry removed : survey.removed()) {
            versions.delete(removed.coin(), removed.interval());
            indicators.delete(removed.coin(), removed.interval());
            // Of notes that are not in this snapshot yet, none is seen, let alone deleted.
            ForeignNotes.delete(
                    connection,
                    Long.MAX_VALUE,
                    removed.coin(),
                    removed.interval().code());
        }
        ForeignNotes.delete(connection, survey.removal(), null, null);
        for (ForeignNotes.Group idle : survey.idle()) {
            ForeignNotes.delete(connection, idle);
        }
        if (unguarded) {
            // A series that nothing told of may have been deleted since this snapshot; all are counted once more.
            ForeignNotes.removal(connection);
        }
        if (all) {
            addDerived();
        }
        return survey.outdated().size() + survey.removed().size();
    }

    /** Figures and indicators of series that were written before there were any. */
    private void addDerived() throws SQLException {
        Set<SeriesSurvey.Place> unsummed = summaries.missing();
        Set<SeriesSurvey.Place> bare = indicators.missing();
        for (SeriesSurvey.Entry entry :
                SeriesSurvey.of(connection, facts, false).trusted()) {
            boolean wanted = unsummed.contains(entry.place()) || bare.contains(entry.place());
            Bars bars = wanted ? CopyBars.all(connection, entry) : Bars.empty(entry.interval());
            if (!bars.isEmpty()) {
                summaries.put(entry.coin(), entry.interval(), entry.series().version(), DashboardSummary.of(bars));
                indicators.put(entry.coin(), null, bars);
            }
        }
    }
}
