package io.alphaforge.app;

import io.alphaforge.store.duckdb.DuckDbDriver;
import io.alphaforge.ui.shell.ToolkitStart;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds out whether there can be a window, and then begins to start what it needs, beside everything else. */
final class WindowStart {
    private final Map<String, String> environment;
    private final String os;
    private boolean begun;
    private Optional<String> missing = Optional.empty();

    WindowStart(Map<String, String> environment, String os) {
        this.environment = environment;
        this.os = os;
    }

    /** Begins unless that is done; why no window can be opened, or empty when one can. */
    Optional<String> begin() {
        if (begun) {
            return missing;
        }
        begun = true;
        boolean likely = Display.isLikely(environment, os);
        if (likely) {
            prepare();
        }
        missing = Display.missing(environment, os);
        if (missing.isEmpty() && !likely) {
            prepare();
        }
        return missing;
    }

    private void prepare() {
        if (Display.isDrawnByProcessor(os, Path.of("/dev")) && System.getProperty("prism.order") == null) {
            System.setProperty("prism.order", "sw");
        }
        ToolkitStart.begin();
        Thread.ofPlatform().name("driver").daemon().start(DuckDbDriver::load);
    }
}
