package io.alphaforge.app;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.UnreachableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What an administrator asks of a server, which may not answer. */
final class ServerAdmin implements StoreAdmin {
    private final StoreAdmin server;

    ServerAdmin(StoreAdmin server) {
        this.server = server;
    }

    @Override
    public String location() {
        return server.location();
    }

    @Override
    public Map<String, String> describe() {
        try {
            return server.describe();
        } catch (UnreachableException e) {
            Map<String, String> offline = new LinkedHashMap<>();
            offline.put("kind", "server, not reachable");
            offline.put("server", location());
            offline.put(REASON, e.getMessage());
            return offline;
        }
    }

    @Override
    public String schema() {
        return server.schema();
    }

    @Override
    public List<String> migrate() {
        return server.migrate();
    }

    @Override
    public List<String> migrate(BooleanSupplier cancelled) {
        return server.migrate(cancelled);
    }

    @Override
    public List<String> adopting() {
        return server.adopting();
    }

    @Override
    public Optional<Maintenance> maintenance() {
        return server.maintenance();
    }
}
