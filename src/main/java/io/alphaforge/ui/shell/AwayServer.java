package io.alphaforge.ui.shell;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.ui.kit.Notice;
import java.time.InstantSource;
import java.util.Optional;

/** Says that the server of the open workspace went away, and what is shown in its place, until it is back. */
final class AwayServer {
    private final WorkspaceSession session;
    private final NoticePane notices;
    private final InstantSource clock;

    private AwayServer(WorkspaceSession session, NoticePane notices, InstantSource clock) {
        this.session = session;
        this.notices = notices;
        this.clock = clock;
    }

    /** Follows what the figures of the status bar say of the server. */
    static void follow(StatusFigures figures, WorkspaceSession session, NoticePane notices, InstantSource clock) {
        AwayServer away = new AwayServer(session, notices, clock);
        // What the server holds may be other than what the mirror keeps of it.
        figures.offline().subscribe((was, is) -> {
            session.refresh();
            if (!is) {
                notices.answered();
            }
        });
        figures.mirror().subscribe(away::changed);
    }

    private void changed(Optional<MirrorStatus> was, Optional<MirrorStatus> is) {
        // A window that opens without its server has a page or the status bar to say so.
        boolean answered = was.isPresent() && !was.get().offline();
        if (answered
                && is.isPresent()
                && is.get().offline()
                && session.state().get() instanceof WorkspaceSession.Open o) {
            notices.lost(Notice.problem(sentence(o.location(), is.get(), clock.millis())));
        }
    }

    static String sentence(String location, MirrorStatus mirror, long now) {
        String lost = "The server " + StatusFigures.name(location) + " does not answer; it is tried again by itself. ";
        if (mirror.bytes() == 0) {
            return lost + "Its mirror on this computer holds nothing yet.";
        }
        return lost + "What is shown is its mirror on this computer, which "
                + (mirror.asOf() == 0
                        ? "was never brought up to date as a whole."
                        : "is " + StatusFigures.age(mirror, now) + ".");
    }
}
