package io.alphaforge.ui.scripted;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.TimescaleStore;
import io.alphaforge.telemetry.SlowQueries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A workspace on a real server, read without a mirror; every query counts as slow. */
public final class ServedWorkspace {
    private ServedWorkspace() {}

    public static Workspace open(Path home, String url) {
        Workspace local = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        TimescaleStore server = new TimescaleStore(
                ServerOptions.of(url, Map.of()), new SlowQueries(Duration.ofMillis(2), InstantSource.system()));
        return Rewired.of(local)
                .bars(server)
                .admin(server)
                .watching(server.watching())
                .workspace()
                .closing(() -> {
                    server.close();
                    local.close();
                });
    }
}
