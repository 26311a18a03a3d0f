package io.alphaforge.ui.shell;

import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SizeText;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a server and how it is, in words; empty where there is no server.
 *
 * @param text for the status bar, a few characters
 * @param tip the whole, in lines
 */
record ServerWords(String text, String tip) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWords.class);
    private static final ServerWords NONE = new ServerWords("", "");

    /** Asks; not to be called on the JavaFX thread. */
    static ServerWords of(Watching watching) {
        try {
            return watching.pool().map(pool -> of(pool, watching.server())).orElse(NONE);
        } catch (RuntimeException e) {
            LOG.warn("The connections could not be asked for their figures.", e);
            return NONE;
        }
    }

    static ServerWords of(PoolGauges pool, Optional<ServerFigures> server) {
        String text = pool.inUse() + "/" + (pool.inUse() + pool.idle())
                + (pool.waiting() == 0 ? "" : "  ·  " + pool.waiting() + " waiting");
        String tip = "Connections of this window: " + pool.inUse() + " in use, " + pool.idle() + " idle, "
                + pool.waiting() + " waited for; at most " + pool.most() + ".";
        return new ServerWords(text, tip + server.map(ServerWords::words).orElse(""));
    }

    private static String words(ServerFigures now) {
        return "\nThe server has " + Formats.count(now.connections()) + " of "
                + Formats.count(now.mostConnections()) + " connections in use; the database takes "
                + SizeText.of(now.bytes()) + "; " + Formats.percent(100 * now.hitRate(), 1)
                + " of what was read came out of the server's memory.";
    }
}
