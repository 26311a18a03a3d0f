package io.alphaforge.ui.data;

import io.alphaforge.ui.data.FillViewModel.Phase;

/** What happens while a database is filled, on the thread that fills it. */
sealed interface FillEvent {
    /** More is done than before. */
    record Progress(FillProgress now) implements FillEvent {}

    /** A file is done. */
    record Reported(ReportLine line) implements FillEvent {}

    /** How well it went; what is worse comes later. */
    enum Ending {
        WELL,
        /** By the user, and nothing else was wrong. */
        CANCELLED,
        AMISS
    }

    /**
     * It is over.
     *
     * @param stored whether there is data now that was not there before
     * @param outcome in one sentence
     */
    record Ended(Phase phase, boolean stored, Ending ending, String outcome) implements FillEvent {}
}
