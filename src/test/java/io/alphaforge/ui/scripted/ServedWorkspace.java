package io.alphaforge.ui.scripted;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.mirror.MirrorSettings;
import io.alphaforge.store.mirror.MirroredStore;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.TimescaleStore;
import io.alphaforge.telemetry.SlowQueries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Workspaces on a real server. */
public final class ServedWorkspace {
    private ServedWorkspace() {}

    /** Read without a mirror; every query counts as slow. */
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

    /** Read through a mirror, as the application does. */
    public static Workspace mirrored(Path home, String url) {
        Workspace local = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        TimescaleStore server = new TimescaleStore(ServerOptions.of(url, Map.of()));
        MirroredStore store = new MirroredStore(
                server,
                local.bars(),
                new MirrorSettings(true, 1L << 34, home.resolve("mirror.used"), InstantSource.system()));
        return Rewired.of(local)
                .bars(store)
                .admin(server)
                .mirror(store)
                .watching(server.watching())
                .workspace()
                .closing(() -> {
                    store.close();
                    local.cache().close();
                });
    }
}
