package io.alphaforge.ui.data;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.ui.kit.AgeText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TimeText;

/** Says how a mirror is and what a synchronisation did. */
final class MirrorWords {
    private MirrorWords() {}

    /** "Mirror current" or "Mirror: 3 series behind", or since when the server is away, and how old the mirror is. */
    static String state(MirrorStatus status, TimeText times, long now) {
        if (!status.enabled()) {
            return "Mirror switched off";
        }
        if (!status.problem().isEmpty()) {
            return status.problem();
        }
        String age = status.asOf() == 0 ? "never whole" : AgeText.old(now - status.asOf());
        if (status.offline()) {
            return "Offline since " + times.minute(status.offlineSince()) + "  ·  mirror "
                    + (age.equals("now") ? "current" : age);
        }
        if (status.behind().series() == 0) {
            return "Mirror current";
        }
        return "Mirror: " + Formats.count(status.behind().series()) + " series behind"
                + (age.equals("now") ? "" : "  ·  " + age);
    }

    /** What a synchronisation did, in one sentence. */
    static String outcome(SyncReport report) {
        if (!report.problem().isEmpty()) {
            return report.problem();
        }
        long failed = report.count(Outcome.FAILED);
        long noRoom = report.count(Outcome.NO_ROOM);
        if (!report.cancelled() && report.series().isEmpty()) {
            return "The mirror was up to date already.";
        }
        long fetched = report.count(Outcome.WHOLE) + report.count(Outcome.TAIL);
        return (report.cancelled() ? "The sync was stopped after " : "The mirror is up to date: ")
                + Formats.count(fetched) + " series with " + Formats.plural(report.bars(), "bar") + " fetched"
                + (report.count(Outcome.REMOVED) == 0
                        ? ""
                        : ", " + Formats.count(report.count(Outcome.REMOVED)) + " removed")
                + (noRoom == 0 ? "" : ", " + Formats.count(noRoom) + " left out since they exceed its limit")
                + (failed == 0 ? "" : ", " + Formats.count(failed) + " failed; see the log") + ".";
    }

    /** Whether everything came as it should. */
    static boolean isWell(SyncReport report) {
        return report.problem().isEmpty() && report.count(Outcome.FAILED) == 0;
    }
}
