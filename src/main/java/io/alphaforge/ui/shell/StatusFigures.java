package io.alphaforge.ui.shell;

import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.AgeText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.PulseScheduler;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of the status bar that have to be asked for: what the cache answers and how much memory is in use. */
final class StatusFigures {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFigures.class);
    private static final double MEGABYTE = 1 << 20;

    private final ReadOnlyStringWrapper cache = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pool = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MirrorStatus>> mirror = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Boolean> offline =
            mirror.map(now -> now.filter(MirrorStatus::offline).isPresent());
    private final Loading<Figures> asking;
    private @Nullable Workspace asked;

    private record Figures(String cache, String memory, Optional<MirrorStatus> mirror, ServerWords words) {}

    StatusFigures(Executor background, PulseScheduler pulse) {
        asking = new Loading<>(background, pulse, "Asking for the figures of the status bar", this::show);
    }

    /** Asks again, in the background, unless this workspace has yet to answer: a server may take its time. */
    void refresh(Workspace workspace) {
        if (asking.busy().get() && workspace.equals(asked)) {
            return;
        }
        asked = workspace;
        asking.start(() -> {
            Runtime runtime = Runtime.getRuntime();
            // Before the mirror is asked, which looks for the server then: that connection is nobody's work.
            ServerWords words = ServerWords.of(workspace.watching());
            return new Figures(
                    cache(workspace),
                    memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
                    mirror(workspace),
                    words);
        });
    }

    /** No workspace is open: shows nothing of the last one, whenever it answers. */
    void forget() {
        asking.cancel();
        show(new Figures("", memory.get(), Optional.empty(), new ServerWords("", "")));
    }

    private void show(Figures now) {
        pool.set(now.words().text());
        server.set(now.words().tip());
        mirror.set(now.mirror());
        cache.set(now.cache());
        memory.set(now.memory());
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
        String server = name(location);
        return mirror.filter(MirrorStatus::offline)
                .map(status -> "Offline  ·  mirror of " + server + ", " + age(status, now))
                .orElse("Server  " + server);
    }

    /** A server as the user knows it, without what comes before its host. */
    static String name(String location) {
        int scheme = location.indexOf("://");
        return scheme < 0 ? location : location.substring(scheme + 3);
    }

    /** How old a mirror is. */
    static String age(MirrorStatus mirror, long now) {
        if (mirror.asOf() == 0) {
            return "never whole";
        }
        long age = now - mirror.asOf();
        return AgeText.of(age).equals("now") ? "current" : AgeText.old(age);
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

    /** True while a server does not answer and its mirror takes its place. */
    ObservableValue<Boolean> offline() {
        return offline;
    }

    /** How the mirror is; empty where the data is on this machine. */
    ReadOnlyObjectProperty<Optional<MirrorStatus>> mirror() {
        return mirror.getReadOnlyProperty();
    }

    ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }
}
