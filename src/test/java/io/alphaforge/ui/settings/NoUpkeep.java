package io.alphaforge.ui.settings;

import io.alphaforge.ui.kit.Desk;

/** Settings of a window that neither makes backups nor looks for new versions. */
final class NoUpkeep {
    private NoUpkeep() {}

    static Upkeep at(Desk desk) {
        Updates.Surroundings around =
                new Updates.Surroundings(Runnable::run, desk.pulse(), desk.clock(), desk.notices());
        return new Upkeep(() -> {}, () -> {}, new Updates(desk.preferences(), around, "1.0", ""));
    }
}
