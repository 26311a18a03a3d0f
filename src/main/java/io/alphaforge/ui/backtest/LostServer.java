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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what can be done when a server went away in the middle of a run: go on with the mirror, or switch it on. */
final class LostServer {
    private static final Logger LOG = LoggerFactory.getLogger(LostServer.class);

    /** What was found: nothing is wrong, the mirror takes its place, or there is none. */
    private sealed interface Found {
        Found NOTHING = new Nothing();
        Found NO_MIRROR = new NoMirror();
    }

    private record Nothing() implements Found {}

    /** @param lacks how many of the coins that failed it has no bars of */
    private record Mirrored(int lacks) implements Found {}

    private record NoMirror() implements Found {}

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
        List<String> failed =
                model.shown().failures().stream().map(FailedCoin::symbol).toList();
        mirror.ifPresent(present -> looking.start(() -> find(present, failed)));
    }

    private Found find(Mirror present, List<String> failed) {
        MirrorStatus status = present.status();
        if (status.enabled()) {
            return status.offline() ? new Mirrored(lacks(failed)) : Found.NOTHING;
        }
        try {
            bars.series();
            return Found.NOTHING;
        } catch (UnreachableException e) {
            return Found.NO_MIRROR;
        }
    }

    private int lacks(List<String> failed) {
        Set<String> lacking = new HashSet<>(failed);
        try {
            bars.series().forEach(series -> lacking.remove(series.symbol()));
        } catch (UnreachableException e) {
            LOG.debug("The mirror has nothing.", e);
        }
        return lacking.size();
    }

    private void tell(Found found) {
        int failed = model.shown().failures().size();
        String lost =
                "The server does not answer: " + Formats.plural(failed, "coin") + " failed, what is finished stays. ";
        switch (found) {
            case Nothing nothing -> {}
            case Mirrored now ->
                offer(lost + "Run again to go on with the mirror, which has " + has(failed, now.lacks())
                        + "; the server is tried again by itself.");
            case NoMirror none ->
                offer(lost + "The mirror is switched off; start without"
                        + " ALPHAFORGE_MIRROR_LIMIT_MB=0 to have a copy here for such times.");
        }
    }

    private static String has(int failed, int lacks) {
        if (lacks == 0) {
            return failed == 1 ? "it" : "all of them";
        }
        return lacks >= failed
                ? failed == 1 ? "no bars of it" : "none of them"
                : Formats.count(failed - lacks) + " of them and lacks " + Formats.count(lacks);
    }

    private void offer(String sentence) {
        desk.notices().tell(Notice.problem(sentence).with(Action.of("Run again", model::run)));
    }
}
