package io.alphaforge.app;

import io.alphaforge.cache.RedisCheck;
import io.alphaforge.cache.RedisOptions;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.Finding;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.PasswordSource;
import io.alphaforge.store.timescale.ServerAddress;
import io.alphaforge.store.timescale.ServerCheck;
import io.alphaforge.store.timescale.ServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Profiles in a file under the home folder, passwords in the key store of the platform. */
final class ServerConnections implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(ServerConnections.class);

    /** Name of the file with the profiles under the home folder. */
    static final String FILE = "profiles.json";

    private final ProfileFile file;
    private final Map<String, String> environment;
    private final KeyStore keys;
    /** Passwords that were typed, by account, until the application ends. */
    private final Map<String, String> typed;

    /** @param typed shared by all who open databases in this process */
    ServerConnections(Path home, Map<String, String> environment, KeyStore keys, Map<String, String> typed) {
        this.file = new ProfileFile(home.resolve(FILE));
        this.environment = environment;
        this.keys = keys;
        this.typed = typed;
    }

    @Override
    public List<ConnectionProfile> profiles() {
        return file.read().profiles();
    }

    @Override
    public void keep(List<ConnectionProfile> seen, List<ConnectionProfile> wanted) {
        requireAllowed(wanted);
        Set<String> gone = new HashSet<>();
        file.change(before -> {
            List<ConnectionProfile> profiles = ProfileFile.merged(before.profiles(), seen, wanted);
            requireAllowed(profiles);
            TreeSet<String> remembered = new TreeSet<>(before.remembered());
            gone.addAll(accounts(before.profiles()));
            gone.removeAll(accounts(profiles));
            gone.retainAll(remembered);
            remembered.removeAll(gone);
            return new ProfileFile.Content(profiles, remembered);
        });
        for (String account : gone) {
            try {
                keys.forget(account);
            } catch (StoreException e) {
                throw new StoreException(
                        "The profile is removed, but its password is still in the key store; remove it there (AlphaForge, "
                                + account + ").",
                        e);
            }
        }
    }

    private void requireAllowed(List<ConnectionProfile> profiles) {
        Set<String> names = new HashSet<>();
        for (ConnectionProfile profile : profiles) {
            if (!names.add(profile.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("There is a profile called '" + profile.name() + "' already.");
            }
            server(profile);
            if (!profile.redis().isEmpty()) {
                RedisOptions.parse(profile.redis(), Map.of());
            }
        }
    }

    private static Set<String> accounts(List<ConnectionProfile> profiles) {
        return profiles.stream().map(p -> account(p.address())).collect(Collectors.toCollection(HashSet::new));
    }

    private static String account(String address) {
        return ServerAddress.parse(address).account();
    }

    @Override
    public boolean allows(String address) {
        try {
            ServerAddress.parse(address);
            return true;
        } catch (StoreException e) {
            LOG.debug("An address is not remembered: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void use(String address, char[] password) {
        typed.put(account(address), new String(password));
    }

    @Override
    public void remember(String address, char[] password) {
        String account = account(address);
        keys.keep(account, password);
        note(account, true);
    }

    @Override
    public boolean forget(String address) {
        String account = account(address);
        typed.remove(account);
        boolean known = note(account, false);
        if (known) {
            keys.forget(account);
        }
        return known;
    }

    @Override
    public boolean remembers(String address) {
        return file.read().remembered().contains(account(address));
    }

    /** Writes down whether the key store holds a password of this account; returns whether it did before. */
    private boolean note(String account, boolean held) {
        ProfileFile.Content before = file.change(now -> {
            TreeSet<String> remembered = new TreeSet<>(now.remembered());
            if (held) {
                remembered.add(account);
            } else {
                remembered.remove(account);
            }
            return new ProfileFile.Content(now.profiles(), remembered);
        });
        return before.remembered().contains(account);
    }

    /** How to reach the server that options name, without what the key store knows; null where they name none. */
    @Nullable
    ServerOptions server(WorkspaceOpener.Options options) {
        String profile = options.profile();
        String address = options.server();
        if (profile != null) {
            return server(profile(profile));
        }
        return address == null ? null : ServerOptions.of(address, environment);
    }

    /** The URL of the Redis beside the server that options name; empty where they name none. */
    String redis(WorkspaceOpener.Options options) {
        return options.profile() == null ? "" : profile(options.profile()).redis();
    }

    private ServerOptions server(ConnectionProfile profile) {
        return ServerOptions.of(profile.address(), environment)
                .with(profile.replicaAddress().orElse(null), Duration.ofSeconds(profile.timeout()));
    }

    /** The same with the password that was typed or, where the environment has none, that of the key store. */
    ServerOptions secret(ServerOptions options) {
        String account = options.address().account();
        String now = typed.get(account);
        if (now != null) {
            return options.with(now, PasswordSource.TYPED);
        }
        // The key store may ask the user to unlock it, so it is left alone where nothing was put into it.
        if (options.password() != null || !remembered(account)) {
            return options;
        }
        return keys.find(account)
                .map(found -> options.with(found, PasswordSource.KEY_STORE))
                .orElse(options);
    }

    private boolean remembered(String account) {
        try {
            return file.read().remembered().contains(account);
        } catch (StoreException e) {
            LOG.warn("Whether the key store holds a password is not known.", e);
            return false;
        }
    }

    @Override
    public List<Finding> check(WorkspaceOpener.Options options) {
        ServerOptions server = server(options);
        return server == null ? List.of() : ServerCheck.run(secret(server));
    }

    @Override
    public List<Finding> check(ConnectionProfile profile, char @Nullable [] password) {
        ServerOptions server = server(profile);
        List<Finding> found = new ArrayList<>(ServerCheck.run(
                password == null ? secret(server) : server.with(new String(password), PasswordSource.TYPED)));
        if (!profile.redis().isEmpty()) {
            found.add(redis(profile));
        }
        return found;
    }

    /** What a workspace of this profile would find of its Redis. */
    private Finding redis(ConnectionProfile profile) {
        try {
            return RedisCheck.of(RedisOptions.parse(profile.redis(), environment));
        } catch (IllegalArgumentException e) {
            LOG.warn("The Redis of a profile cannot be asked", e);
            return new Finding("redis", false, String.valueOf(e.getMessage()));
        }
    }
}
