package io.alphaforge.ui.shell;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.WorkspaceOpener.Options;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.kit.PulseScheduler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which database the window works with: asks for it, and remembers a server for the next start. */
final class Connecting {
    /** Name of the preference that keeps the address of a server, which never holds a password. */
    private static final String SERVER = "database.server";
    /** Name of the preference that keeps the name of a profile. */
    private static final String PROFILE = "database.profile";

    /** The way from what is open to something else. */
    interface Leaving {
        /** Whether a database is open. */
        boolean isOpen();

        /** Does this, after asking where work is going on that leaving cancels. */
        void ask(Runnable then);

        /** Opens this instead of what is open. */
        void open(Options chosen);
    }

    private final Options options;
    private final Preferences preferences;
    private final Connections connections;
    private final Executor background;
    private final PulseScheduler pulse;
    private final Notices notices;
    private final Leaving leaving;
    private final Options first;
    /** What was chosen last; null once its profile is not what it was. */
    private @Nullable Options at;

    private String profile = "";
    private String server = "";

    /** Asks with {@link #ask}. */
    Connecting(WindowSetup setup, Executor background, PulseScheduler pulse, Notices notices, Leaving leaving) {
        this.options = setup.options();
        this.preferences = setup.preferences();
        this.connections = setup.opener().connections(options.home());
        this.background = background;
        this.pulse = pulse;
        this.notices = notices;
        this.leaving = leaving;
        first = wanted(options, preferences);
        note(first);
        // Earlier versions kept what was typed before anybody had looked at it.
        if (preferences.get(SERVER).filter(kept -> !connections.allows(kept)).isPresent()) {
            preferences.put(SERVER, "");
        }
    }

    /** What the call names, else the server of the last time, else the database of this computer. */
    static Options wanted(Options options, Preferences preferences) {
        boolean named = options.database() != null || options.server() != null || options.profile() != null;
        return named
                ? options
                : preferences
                        .get(PROFILE)
                        .map(options::by)
                        .or(() -> preferences.get(SERVER).map(options::on))
                        .orElse(options);
    }

    /** What the window works with first. */
    Options first() {
        return first;
    }

    private void note(Options now) {
        at = now;
        profile = now.profile() == null ? "" : now.profile();
        server = now.server() == null ? "" : now.server();
    }

    /** Name of the profile that is worked with; empty when there is none. */
    String profile() {
        return profile;
    }

    /**
     * Asks at the next start for what a profile has become, if it is the one that would be asked for.
     *
     * @param now empty when it is removed: the next start opens the database of this computer
     */
    void changed(ConnectionProfile before, Optional<ConnectionProfile> now) {
        String name = now.map(ConnectionProfile::name).orElse("");
        if (preferences.get(PROFILE).filter(before.name()::equals).isPresent()) {
            preferences.put(PROFILE, name);
        }
        if (profile.equals(before.name())) {
            boolean same =
                    now.filter(p -> p.named(before.name()).equals(before)).isPresent();
            profile = name;
            at = same ? options.by(name) : null;
        }
    }

    Connections connections() {
        return connections;
    }

    private void choose(Options chosen) {
        if (leaving.isOpen() && chosen.equals(at)) {
            notices.tell(Notice.information("This database is open already."));
        } else {
            change(chosen);
        }
    }

    private void change(Options chosen) {
        leaving.ask(() -> {
            note(chosen);
            // An address that is refused may be refused for the password in it, which no file is to hold.
            if (server.isEmpty() || connections.allows(server)) {
                preferences.put(SERVER, server);
                preferences.put(PROFILE, profile);
            }
            leaving.open(chosen);
        });
    }

    /** Works with the server of a profile. */
    void connect(ConnectionProfile wanted) {
        choose(options.by(wanted.name()));
    }

    /**
     * Lays the question over the window.
     *
     * @param file lets the user choose a file
     */
    void ask(Overlay overlay, Consumer<Consumer<Options>> file) {
        ConnectPane pane = new ConnectPane(
                overlay, server.isEmpty() ? preferences.get(SERVER).orElse("") : server);
        Loading<List<ConnectionProfile>> loading =
                new Loading<>(background, pulse, "Reading the profiles", all -> pane.offer(all, profile));
        loading.whenFailed(this::complain);
        pane.show(new ConnectPane.Answers(this::answer, () -> file.accept(this::choose), () -> choose(options.own())));
        loading.start(connections::profiles);
    }

    private void answer(@Nullable ConnectionProfile chosen, String typed, char[] password, boolean remember) {
        Options wanted = chosen == null ? options.on(typed) : options.by(chosen.name());
        if (password.length == 0) {
            choose(wanted);
            return;
        }
        String address = chosen == null ? typed : chosen.address();
        // What is open may use another password than the one that was typed.
        Loading<String> using = new Loading<>(background, pulse, "Taking the password", sentence -> change(wanted));
        using.whenFailed(this::complain);
        using.start(() -> {
            try {
                connections.use(address, password);
            } catch (StoreException e) {
                Arrays.fill(password, '\0');
                throw e;
            }
            // The key store may ask to be unlocked; connecting does not wait for it.
            background.execute(() -> remember(address, password, remember));
            return address;
        });
    }

    private void remember(String address, char[] password, boolean wanted) {
        try {
            if (wanted) {
                connections.remember(address, password);
            }
        } catch (StoreException e) {
            pulse.request(() -> complain(e.getMessage()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void complain(String sentence) {
        notices.tell(Notice.problem(sentence));
    }
}
