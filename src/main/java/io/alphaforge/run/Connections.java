package io.alphaforge.run;

import io.alphaforge.catalog.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers that this computer knows: their profiles, their passwords, and whether one can be worked with. Every call
 * may read files, ask the key store of the platform or go over the network, so never on the JavaFX thread.
 */
public interface Connections {
    /**
     * The profiles in the order of the user.
     *
     * @throws StoreException when the file they are in cannot be read
     */
    List<ConnectionProfile> profiles();

    /**
     * Keeps these profiles instead of those before, and forgets the passwords of addresses that are in none any more.
     *
     * @throws StoreException when they cannot be written
     * @throws IllegalArgumentException when two have the same name, or an address of one is not allowed
     */
    default void keep(List<ConnectionProfile> profiles) {
        keep(profiles(), profiles);
    }

    /**
     * Does what was done to profiles that were seen to those that are there now: what another window has kept since then
     * stays.
     *
     * @param seen before the change
     * @throws StoreException when they cannot be written
     * @throws IllegalArgumentException when two have the same name, or an address of one is not allowed
     */
    void keep(List<ConnectionProfile> seen, List<ConnectionProfile> wanted);

    /**
     * The profile of this name, upper and lower case apart or not.
     *
     * @throws StoreException when there is none
     */
    default ConnectionProfile profile(String name) {
        List<ConnectionProfile> all = profiles();
        return all.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(p -> p.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new StoreException("There is no profile '" + name
                        + "'; 'alphaforge profiles' lists those there are, the settings of the window make new ones."));
    }

    /** Whether an address may be written into a file: it is one of a server and holds no password. Only looks at it. */
    boolean allows(String address);

    /** Uses a password for a server until the application ends; it is copied. */
    void use(String address, char[] password);

    /**
     * Keeps a password in the key store of the platform; it is copied. May take as long as the user takes to unlock it.
     *
     * @throws StoreException with one sentence when there is no key store, or it is locked
     */
    void remember(String address, char[] password);

    /**
     * Removes a password from the key store.
     *
     * @return whether there was one
     * @throws StoreException with one sentence when the key store cannot be asked
     */
    boolean forget(String address);

    /** Whether a password was put into the key store for this server and not taken out; the store is not asked. */
    boolean remembers(String address);

    /** Looks at everything of the connection that options name, step by step; empty where they name no server. */
    List<Finding> check(WorkspaceOpener.Options options);

    /**
     * The same for a profile that need not be kept, and a look at its Redis where it names one.
     *
     * @param password that was typed; null to look where passwords are kept
     */
    List<Finding> check(ConnectionProfile profile, char @Nullable [] password);
}
