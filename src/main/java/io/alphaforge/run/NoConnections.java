package io.alphaforge.run;

import io.alphaforge.catalog.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where only files can be opened: there are no servers to know. */
final class NoConnections implements Connections {
    private static StoreException none() {
        return new StoreException("Here only files can be opened, no servers.");
    }

    @Override
    public List<ConnectionProfile> profiles() {
        return List.of();
    }

    @Override
    public void keep(List<ConnectionProfile> seen, List<ConnectionProfile> wanted) {
        throw none();
    }

    @Override
    public boolean allows(String address) {
        return false;
    }

    @Override
    public void use(String address, char[] password) {
        throw none();
    }

    @Override
    public void remember(String address, char[] password) {
        throw none();
    }

    @Override
    public boolean forget(String address) {
        return false;
    }

    @Override
    public boolean remembers(String address) {
        return false;
    }

    @Override
    public List<Finding> check(WorkspaceOpener.Options options) {
        return List.of();
    }

    @Override
    public List<Finding> check(ConnectionProfile profile, char @Nullable [] password) {
        throw none();
    }
}
