package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the settings get at servers.
 *
 * @param current name of the profile that the window works with; empty when it works with something else
 * @param connect opens the server of a profile in the window
 * @param renamed told the name that a saved profile had and the one that it has now
 */
public record ConnectionChoice(
        Connections connections,
        Supplier<String> current,
        Consumer<ConnectionProfile> connect,
        BiConsumer<String, String> renamed) {}
