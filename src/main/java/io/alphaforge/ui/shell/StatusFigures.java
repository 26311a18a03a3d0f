package io.alphaforge.ui.shell;

import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.AgeText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PulseScheduler;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of the status bar that have to be asked for: what the cache answers and how much memory is in use. */
final class StatusFigures {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFigures.class);
    private static final double MEGABYTE = 1 << 20;

    private final Executor background;
    private final PulseScheduler pulse;
    private final ReadOnlyStringWrapper cache = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pool = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MirrorStatus>> mirror = new ReadOnlyObjectWrapper<>(Optional.empty());

    StatusFigures(Executor background, PulseScheduler pulse) {
        this.background = background;
        this.pulse = pulse;
    }

    /** Asks again, in the background. */
    void refresh(Workspace workspace) {
        background.execute(() -> {
            String answers = cache(workspace);
            Runtime runtime = Runtime.getRuntime();
            String used = memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
            Optional<MirrorStatus> mirrored = mirror(workspace);
            ServerWords words = ServerWords.of(workspace.watching());
            pulse.request(() -> {
                pool.set(words.text());
                server.set(words.tip());
                mirror.set(mirrored);
                cache.set(answers);
                memory.set(used);
            });
        });
    }

    private static String cache(Workspace workspace) {
        try {
            return cache(workspace.cache().statistics());
        } catch (RuntimeException e) {
            LOG.warn("The cache could not be asked for its figures.", e);
            return "Cache not usable";
        }
    }

    private static Optional<MirrorStatus> mirror(Workspace workspace) {
        try {
            return workspace.mirror().map(Mirror::status);
        } catch (RuntimeException e) {
            LOG.warn("The mirror could not be asked how it is.", e);
            return Optional.empty();
        }
    }

    /** The name of a server whose data this is, or of the mirror that takes its place, with its age. */
    static String server(String location, Optional<MirrorStatus> mirror, long now) {
        int scheme = location.indexOf("://");
        String server = scheme < 0 ? location : location.substring(scheme + 3);
        if (mirror.isEmpty() || !mirror.get().offline()) {
            return "Server  " + server;
        }
        long asOf = mirror.get().asOf();
        return "Offline  ·  mirror of " + server + ", "
                + (asOf == 0
                        ? "never whole"
                        : AgeText.of(now - asOf).equals("now") ? "current" : AgeText.old(now - asOf));
    }

    static String cache(CacheStatistics now) {
        String rate = Formats.percent(100 * now.hitRate(), 0);
        return "Cache " + now.kind() + "  ·  " + Formats.plural(now.entries(), "row")
                + (now.hits() + now.misses() == 0 ? "" : "  ·  " + rate + " hits");
    }

    static String memory(long used, long most) {
        return Formats.number(used / MEGABYTE, 0) + " / " + Formats.number(most / MEGABYTE, 0) + " MB";
    }

    ReadOnlyStringProperty cache() {
        return cache.getReadOnlyProperty();
    }

    /** Connections in use and open; empty where there is no server. */
    ReadOnlyStringProperty pool() {
        return pool.getReadOnlyProperty();
    }

    /** What the connections do and how the server is, in lines. */
    ReadOnlyStringProperty server() {
        return server.getReadOnlyProperty();
    }

    /** How the mirror is; empty where the data is on this machine. */
    ReadOnlyObjectProperty<Optional<MirrorStatus>> mirror() {
        return mirror.getReadOnlyProperty();
    }

    ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }
}
