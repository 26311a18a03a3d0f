package io.alphaforge.ui.settings;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and changes the profiles that are kept, with their passwords; never on the JavaFX thread. */
final class ProfileBook {
    /**
     * What is kept after a change.
     *
     * @param name of the profile to be shown; empty for the first
     * @param warning what could not be done; empty when all was
     */
    record Changed(List<ProfileRow> rows, String name, String warning) {}

    private final Connections connections;

    ProfileBook(Connections connections) {
        this.connections = connections;
    }

    /** A name like this one that is not taken. */
    static String free(String name, List<ProfileRow> rows) {
        String stem = name.substring(0, Math.min(name.length(), ConnectionProfile.LONGEST_NAME - 8)) + " copy";
        String wanted = stem;
        for (int n = 2; isTaken(wanted, rows); n++) {
            wanted = stem + " " + n;
        }
        return wanted;
    }

    private static boolean isTaken(String name, List<ProfileRow> rows) {
        return rows.stream().anyMatch(row -> row.profile().name().equalsIgnoreCase(name));
    }

    /**
     * The profiles with one that is new or changed.
     *
     * @param before what it was; null when it is new
     * @throws IllegalArgumentException when another one has its name
     */
    static List<ConnectionProfile> with(List<ProfileRow> rows, @Nullable ProfileRow before, ConnectionProfile wanted) {
        List<ProfileRow> others =
                rows.stream().filter(row -> !row.equals(before)).toList();
        if (isTaken(wanted.name(), others)) {
            throw new IllegalArgumentException("There is a profile called '" + wanted.name() + "' already.");
        }
        List<ConnectionProfile> all = new ArrayList<>(profiles(others));
        all.add(before == null ? all.size() : rows.indexOf(before), wanted);
        return all;
    }

    /** The profiles without one of them. */
    static List<ConnectionProfile> without(List<ProfileRow> rows, ProfileRow removed) {
        return rows.stream()
                .filter(row -> !row.equals(removed))
                .map(ProfileRow::profile)
                .toList();
    }

    List<ProfileRow> read() {
        return connections.profiles().stream()
                .map(profile -> new ProfileRow(profile, connections.remembers(profile.address())))
                .toList();
    }

    /**
     * Keeps the profiles, and what was typed as the password of one of them.
     *
     * @param rows that were seen before the change
     * @param password is wiped; empty when none was typed
     */
    Changed save(
            List<ProfileRow> rows,
            List<ConnectionProfile> all,
            ConnectionProfile one,
            char[] password,
            boolean remember) {
        try {
            connections.keep(profiles(rows), all);
            if (password.length == 0) {
                return new Changed(read(), one.name(), "");
            }
            connections.use(one.address(), password);
            String warning = remember ? remember(one, password) : "";
            return new Changed(read(), one.name(), warning);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private String remember(ConnectionProfile profile, char[] password) {
        try {
            connections.remember(profile.address(), password);
            return "";
        } catch (StoreException e) {
            return e.getMessage() + " Until AlphaForge is closed the typed one is used.";
        }
    }

    /** Keeps these and forgets the passwords of the others. */
    Changed reduce(List<ProfileRow> rows, List<ConnectionProfile> rest) {
        return changed("", () -> connections.keep(profiles(rows), rest));
    }

    private static List<ConnectionProfile> profiles(List<ProfileRow> rows) {
        return rows.stream().map(ProfileRow::profile).toList();
    }

    Changed forgetPassword(ConnectionProfile profile) {
        return changed(profile.name(), () -> connections.forget(profile.address()));
    }

    private Changed changed(String name, Runnable work) {
        try {
            work.run();
            return new Changed(read(), name, "");
        } catch (StoreException e) {
            return new Changed(read(), name, e.getMessage());
        }
    }
}
