package io.alphaforge.ui.settings;

import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.kit.PulseScheduler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a newer version once a day, if the user wants that; without that wish nothing is ever asked. What goes wrong
 * is nobody's concern but the log's. Belongs to the JavaFX thread.
 */
public final class Updates {
    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);
    private static final String CHECK = "updates.check";
    private static final String FEED = "updates.feed";
    private static final String LOOKED = "updates.looked";
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Preferences preferences;
    private final Surroundings around;
    private final String version;
    private final Optional<URI> feed;
    private final BooleanProperty wanted = new SimpleBooleanProperty();

    /** What looking for a version needs of the window. */
    public record Surroundings(Executor background, PulseScheduler pulse, InstantSource clock, Notices notices) {}

    /**
     * Asks for nothing yet.
     *
     * @param version of this application
     * @param built the address that the build has set; empty for none
     */
    public Updates(Preferences preferences, Surroundings around, String version, String built) {
        this.preferences = preferences;
        this.around = around;
        this.version = version;
        // What the settings say has been looked at when they were read; what the build says was put there by us.
        this.feed = preferences
                .get(FEED)
                .or(() -> Optional.of(built).filter(a -> !a.isBlank()))
                .map(URI::create);
        wanted.set(preferences.get(CHECK).isPresent());
        wanted.subscribe((was, is) -> {
            preferences.put(CHECK, is ? "yes" : "");
            // Who switches it on wants to know now.
            preferences.put(LOOKED, "");
            look();
        });
    }

    /** Whether the user wants to be told of newer versions. */
    BooleanProperty wanted() {
        return wanted;
    }

    /** Where it is asked; empty when no address is set. */
    Optional<URI> feed() {
        return feed;
    }

    /** Looks in the background, unless that is not wanted, or was done within a day. */
    public void look() {
        if (!wanted.get() || feed.isEmpty() || isRecent()) {
            return;
        }
        ReleaseFeed asked = new ReleaseFeed(feed.get(), PATIENCE);
        String now = around.clock().instant().toString();
        // Only an answer is good for a day: without the network the next start asks again.
        around.background().execute(() -> ask(asked, () -> around.pulse().request(() -> preferences.put(LOOKED, now))));
    }

    private boolean isRecent() {
        Instant now = around.clock().instant();
        return preferences
                .get(LOOKED)
                .map(text -> {
                    try {
                        Instant before = Instant.parse(text);
                        return !before.isAfter(now) && before.plus(EVERY).isAfter(now);
                    } catch (DateTimeParseException e) {
                        LOG.debug("{} is no time.", text, e);
                        return false;
                    }
                })
                .orElse(false);
    }

    private void ask(ReleaseFeed asked, Runnable answered) {
        try {
            ReleaseFeed.Answer answer = asked.ask();
            answered.run();
            Optional<Release> newest = Release.parse(answer.version());
            Optional<Release> ours = Release.parse(version);
            if (newest.isEmpty()) {
                LOG.warn("The newest version is said to be '{}'.", answer.version());
            } else if (ours.isPresent() && newest.get().compareTo(ours.get()) > 0) {
                String where = answer.page().startsWith("https://") ? " It is at " + answer.page() + "." : "";
                around.pulse()
                        .request(() -> around.notices()
                                .tell(Notice.information(
                                        "AlphaForge " + answer.version().strip() + " is available; this is " + version
                                                + "." + where)));
            } else {
                LOG.info("This version is the newest one.");
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("Whether there is a newer version could not be found out.", e);
        }
    }
}
