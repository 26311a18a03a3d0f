package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the settings get at servers.
 *
 * @param current name of the profile that the window works with; empty when it works with something else
 * @param connect opens the server of a profile in the window
 * @param changed told what a profile was and what it is now; empty when it is removed
 */
public record ConnectionChoice(
        Connections connections,
        Supplier<String> current,
        Consumer<ConnectionProfile> connect,
        BiConsumer<ConnectionProfile, Optional<ConnectionProfile>> changed) {}
