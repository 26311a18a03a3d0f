package io.alphaforge.app;

import io.alphaforge.run.Connections;
import io.alphaforge.run.Finding;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.telemetry.Watching;
import java.nio.file.Path;
import java.util.List;

/** Opens in a way of its own; what is asked of a home folder alone the wiring answers. */
abstract class WiredOpener implements WorkspaceOpener {
    final WorkspaceWiring wiring;

    WiredOpener(WorkspaceWiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public final List<Finding> settings(Path home) {
        return wiring.settings(home);
    }

    @Override
    public final Watching watching(Path home) {
        return wiring.watching(home);
    }

    @Override
    public final Connections connections(Path home) {
        return wiring.connections(home);
    }
}
