package io.alphaforge.ui.scripted;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.Watching;
import java.util.Optional;

/** A workspace of which a test plays some parts itself; the others, and how it is closed, are those of the real one. */
public final class Rewired {
    private final Workspace real;
    private BarStore bars;
    private StoreAdmin admin;
    private Optional<Mirror> mirror;
    private Watching watching;

    private Rewired(Workspace real) {
        this.real = real;
        this.bars = real.bars();
        this.admin = real.admin();
        this.mirror = real.mirror();
        this.watching = real.watching();
    }

    public static Rewired of(Workspace real) {
        return new Rewired(real);
    }

    public Rewired bars(BarStore other) {
        bars = other;
        return this;
    }

    public Rewired admin(StoreAdmin other) {
        admin = other;
        return this;
    }

    public Rewired mirror(Mirror other) {
        mirror = Optional.of(other);
        return this;
    }

    public Rewired watching(Watching other) {
        watching = other;
        return this;
    }

    public Workspace workspace() {
        return new Workspace(
                real.home(),
                bars,
                admin,
                real.cache(),
                real.archive(),
                real.presets(),
                real.backtests(),
                mirror,
                watching,
                real.closing());
    }
}
