package io.alphaforge.ui.performance;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.SizeText;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Memory, cache, connections and server at this moment, in a line. */
final class GaugeLine {
    private final HBox root = new HBox();
    private final Gauge heap = new Gauge("heap", "Heap", "Java objects, those that wait to be collected included.");
    private final Gauge other =
            new Gauge("other", "Beside the heap", "Code and classes. What the database takes natively is not counted.");
    private final Gauge pauses = new Gauge(
            "pauses", "Collector pauses", "Share of the time in which everything stood still to collect garbage.");
    private final Gauge cache = new Gauge("cache", "Kept results", "Rows kept, and how often they answered.");
    private final Gauge pool = new Gauge("pool", "Connections", "Of this window to its server.");
    private final Gauge server = new Gauge("server", "Server", "As it said itself.");
    private final ProgressBar full = new ProgressBar(0);

    GaugeLine() {
        root.setId("gauges");
        root.getStyleClass().add("gauges");
        full.getStyleClass().add("gauge-bar");
        full.setAccessibleText("Heap in use");
        full.setMaxWidth(Double.MAX_VALUE);
        heap.root.getChildren().set(2, full);
        root.getChildren().addAll(heap.root, other.root, pauses.root, cache.root, pool.root, server.root);
        hide(pool);
        hide(server);
    }

    HBox node() {
        return root;
    }

    void show(Snapshot.Gauges now) {
        double share =
                (double) now.memory().heapUsed() / Math.max(1, now.memory().heapMost());
        full.setProgress(share);
        heap.show(
                SizeText.of(now.memory().heapUsed()) + " of "
                        + SizeText.of(now.memory().heapMost()),
                "");
        other.show(SizeText.of(now.memory().otherUsed()), "code and classes");
        pauses.show(
                Formats.percent(100 * now.memory().pauseShare(), 2),
                Double.isNaN(now.pauseShare())
                        ? "since the start"
                        : Formats.percent(100 * now.pauseShare(), 2) + " since the last look");
        show(now.cache());
        now.pool().ifPresentOrElse(this::show, () -> hide(pool));
        now.server().ifPresentOrElse(this::show, () -> hide(server));
    }

    private void show(CacheStatistics now) {
        long asked = now.hits() + now.misses();
        cache.show(
                Formats.plural(now.entries(), "row") + ", " + SizeText.of(now.bytes()),
                asked == 0
                        ? now.kind() + ", nothing asked for yet"
                        : Formats.count(now.hits()) + " hits, " + Formats.count(now.misses()) + " misses, "
                                + Formats.percent(100 * now.hitRate(), 1));
    }

    private void show(PoolGauges now) {
        pool.show(
                now.inUse() + " in use, " + now.idle() + " idle",
                (now.waiting() == 0 ? "" : Formats.count(now.waiting()) + " waited for, ") + "at most " + now.most());
    }

    private void show(ServerFigures now) {
        server.show(
                Formats.count(now.connections()) + " of " + Formats.count(now.mostConnections()) + " connections",
                SizeText.of(now.bytes()) + ", " + Formats.percent(100 * now.hitRate(), 1) + " from memory");
    }

    private static void hide(Gauge gauge) {
        gauge.root.setVisible(false);
        gauge.root.setManaged(false);
    }

    private static final class Gauge {
        private final VBox root;
        private final String title;
        private final Label value = new Label();
        private final Label detail = new Label();
        private final String definition;
        private final StringProperty tip = new SimpleStringProperty("");

        Gauge(String id, String title, String definition) {
            this.title = title;
            this.definition = definition;
            Label caption = new Label(title);
            caption.getStyleClass().add("tile-title");
            value.setId("gauge-" + id);
            value.getStyleClass().add("gauge-value");
            detail.getStyleClass().add("tile-detail");
            root = new VBox(caption, value, detail);
            root.getStyleClass().add("gauge");
            HBox.setHgrow(root, Priority.ALWAYS);
            tip.set(definition);
            Hints.explain(root, tip);
        }

        void show(String figure, String line) {
            root.setVisible(true);
            root.setManaged(true);
            value.setText(figure);
            detail.setText(line);
            // There may be no room for all of it.
            tip.set(figure + (line.isEmpty() ? "" : ", " + line) + "\n" + definition);
            root.setAccessibleText(title + ": " + figure + (line.isEmpty() ? "" : ", " + line));
        }
    }
}
