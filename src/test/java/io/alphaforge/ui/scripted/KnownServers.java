package io.alphaforge.ui.scripted;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.Finding;
import io.alphaforge.run.TlsMode;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Profiles and passwords for as long as a test lasts, with a key store that can be made to refuse. */
public final class KnownServers implements Connections {
    private volatile List<ConnectionProfile> kept = List.of();
    /** Passwords in the key store, by address. */
    public final Map<String, String> store = new ConcurrentHashMap<>();
    /** Passwords that were typed, by address. */
    public final Map<String, String> typed = new ConcurrentHashMap<>();
    /** Why the key store refuses; empty while it does not. */
    public volatile String refusal = "";
    /** Why the file with the profiles can be neither read nor written; empty while it can. */
    public volatile String broken = "";
    /** What looking at a connection finds. */
    public volatile List<Finding> findings = List.of();
    /** What was looked at, with the password that was typed for it. */
    public final Map<String, String> tested = new TreeMap<>();

    /** A profile of a team's server. */
    public static ConnectionProfile profile(String name, String hosts, String database) {
        return new ConnectionProfile(
                name,
                new ConnectionProfile.Server(hosts, 5432, database, "ann", "", false),
                new ConnectionProfile.Tls(TlsMode.VERIFY_FULL, ""),
                ConnectionProfile.TIMEOUT,
                "");
    }

    @Override
    public List<ConnectionProfile> profiles() {
        requireUsable();
        return kept;
    }

    private void requireUsable() {
        if (!broken.isEmpty()) {
            throw new StoreException(broken);
        }
    }

    @Override
    public void keep(List<ConnectionProfile> seen, List<ConnectionProfile> wanted) {
        requireUsable();
        List<String> addresses = wanted.stream().map(ConnectionProfile::address).toList();
        store.keySet().retainAll(addresses);
        kept = List.copyOf(wanted);
    }

    @Override
    public boolean allows(String address) {
        try {
            ServerAddress.parse(address);
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    @Override
    public void use(String address, char[] password) {
        typed.put(address, new String(password));
    }

    @Override
    public void remember(String address, char[] password) {
        if (!refusal.isEmpty()) {
            throw new StoreException(refusal);
        }
        store.put(address, new String(password));
    }

    @Override
    public boolean forget(String address) {
        return store.remove(address) != null;
    }

    @Override
    public boolean remembers(String address) {
        return store.containsKey(address);
    }

    @Override
    public List<Finding> check(WorkspaceOpener.Options options) {
        return findings;
    }

    @Override
    public List<Finding> check(ConnectionProfile profile, char @Nullable [] password) {
        tested.put(profile.address(), password == null ? "" : new String(password));
        return new ArrayList<>(findings);
    }
}
