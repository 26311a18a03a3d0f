package io.alphaforge.ui.backtest;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.Optional;
import javafx.util.Subscription;

/** Says what can be done when a server went away in the middle of a run: go on with the mirror, or switch it on. */
final class LostServer {
    /** What was found: nothing is wrong, the mirror takes its place, or there is none. */
    private enum Found {
        NOTHING,
        MIRRORED,
        NO_MIRROR
    }

    private final BacktestViewModel model;
    private final BarStore bars;
    private final Optional<Mirror> mirror;
    private final Desk desk;
    private final Loading<Found> looking;

    private LostServer(BacktestViewModel model, BarStore bars, Optional<Mirror> mirror, Desk desk) {
        this.model = model;
        this.bars = bars;
        this.mirror = mirror;
        this.desk = desk;
        looking = new Loading<>(desk.background(), desk.pulse(), "Looking for the server", this::tell);
    }

    /** Looks after every run in which coins have failed. */
    static Subscription follow(BacktestViewModel model, BarStore bars, Optional<Mirror> mirror, Desk desk) {
        LostServer lost = new LostServer(model, bars, mirror, desk);
        Subscription following = model.phase().subscribe((before, now) -> {
            if (before.isActive() && now == Phase.ENDED) {
                lost.look();
            }
        });
        return following.and(lost.looking::cancel);
    }

    private void look() {
        if (model.shown().failures().isEmpty()) {
            return;
        }
        mirror.ifPresent(present -> looking.start(() -> find(present)));
    }

    private Found find(Mirror present) {
        MirrorStatus status = present.status();
        if (status.enabled()) {
            return status.offline() ? Found.MIRRORED : Found.NOTHING;
        }
        try {
            bars.series();
            return Found.NOTHING;
        } catch (UnreachableException e) {
            return Found.NO_MIRROR;
        }
    }

    private void tell(Found found) {
        String lost = "The server does not answer: "
                + Formats.plural(model.shown().failures().size(), "coin") + " failed, what is finished stays. ";
        switch (found) {
            case NOTHING -> {}
            case MIRRORED ->
                desk.notices()
                        .tell(Notice.problem(lost + "Run again to go on with the mirror; the server is tried again by"
                                        + " itself.")
                                .with(Action.of("Run again", model::run)));
            case NO_MIRROR ->
                desk.notices()
                        .tell(Notice.problem(lost + "The mirror is switched off; start without"
                                        + " ALPHAFORGE_MIRROR_LIMIT_MB=0 to have a copy here for such times.")
                                .with(Action.of("Run again", model::run)));
        }
    }
}
