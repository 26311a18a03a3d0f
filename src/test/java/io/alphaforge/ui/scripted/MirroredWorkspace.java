package io.alphaforge.ui.scripted;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.mirror.MirrorSettings;
import io.alphaforge.store.mirror.MirroredStore;
import io.alphaforge.telemetry.Watching;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A workspace on a server, played by a second database file that can be made to go away, and its mirror. */
public final class MirroredWorkspace implements WorkspaceOpener {
    private final InstantSource clock;
    /** Whether the server does not answer. */
    public volatile boolean unreachable;

    public MirroredWorkspace(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Workspace open(Options options) {
        Path home = options.home();
        Workspace local = new RealWorkspace().open(options);
        DuckDbStore server = DuckDbStore.open(home.resolve("server.duckdb"), clock);
        MirroredStore store = new MirroredStore(
                behindNetwork(server),
                local.bars(),
                new MirrorSettings(true, 1L << 34, home.resolve("mirror.used"), clock));
        return Rewired.of(local)
                .bars(store)
                .admin(new Named())
                .mirror(store)
                .watching(Watching.NOTHING)
                .workspace()
                .closing(() -> {
                    store.close();
                    local.cache().close();
                });
    }

    private BarStore behindNetwork(BarStore server) {
        return (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> {
                    if (unreachable && !method.getName().equals("close")) {
                        throw new UnreachableException(
                                "The server db.example does not answer.", new IOException("refused"));
                    }
                    try {
                        return method.invoke(server, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Named() implements StoreAdmin {
        @Override
        public String location() {
            return "db.example/crypto";
        }

        @Override
        public Map<String, String> describe() {
            return Map.of("kind", "server", "size", "12.3 MB");
        }
    }
}
