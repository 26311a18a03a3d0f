package io.alphaforge.ui.shell;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PulseScheduler;
import java.util.concurrent.Executor;
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
            pulse.request(() -> {
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

    ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }
}
