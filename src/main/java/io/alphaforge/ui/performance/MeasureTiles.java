package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Measure;
import io.alphaforge.telemetry.Percentiles;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.ui.kit.FittingLine;
import io.alphaforge.ui.kit.Hints;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A tile for each measure: its median, and its average and higher percentiles below. */
final class MeasureTiles {
    private final HBox root = new HBox();
    private final Map<Measure, Tile> tiles = new EnumMap<>(Measure.class);

    MeasureTiles() {
        root.getStyleClass().addAll("tiles", "performance-tiles");
        for (Measure measure : Measure.values()) {
            Tile tile = new Tile(measure);
            tiles.put(measure, tile);
            root.getChildren().add(tile.root);
        }
    }

    HBox node() {
        return root;
    }

    void show(List<Summary> summaries) {
        for (Summary summary : summaries) {
            Tile tile = tiles.get(summary.measure());
            if (tile != null) {
                tile.show(summary.figures());
            }
        }
    }

    private static String definition(Measure measure) {
        String what = switch (measure) {
            case DURATION -> "From the start of a run to its last result, without pauses.";
            case COINS_PER_SECOND -> "Results of a run for each second that it took.";
            case CACHE_HITS ->
                "Share of the coins asked for that kept rows answered; runs that wanted none do not count.";
            case FIRST_RESULT -> "From the start of a run to its first result.";
        };
        return what + " Large: the median (p50). p95 and p99: what 95 and 99 % of the finished runs do not exceed.";
    }

    private static final class Tile {
        private final VBox root = new VBox();
        private final Measure measure;
        private final Label median = new Label();
        private final Label average = new Label();
        private final Label p95 = new Label();
        private final Label p99 = new Label();

        Tile(Measure measure) {
            this.measure = measure;
            Label title = new Label(measure.title());
            title.getStyleClass().add("tile-title");
            Label unit = new Label("median");
            unit.getStyleClass().add("tile-title");
            median.setId("tile-" + measure.field());
            median.getStyleClass().add("tile-value");
            HBox figure = new HBox(median, unit);
            figure.getStyleClass().add("performance-median");
            HBox mean = part("average", average);
            HBox line = new FittingLine(List.of(mean), mean, part("p95", p95), part("p99", p99));
            line.getStyleClass().add("performance-percentiles");
            root.getStyleClass().add("tile");
            root.getChildren().addAll(title, figure, line);
            root.setAccessibleText(measure.title());
            HBox.setHgrow(root, Priority.ALWAYS);
            Hints.explain(root, definition(measure));
        }

        private HBox part(String name, Label figure) {
            Label caption = new Label(name);
            caption.getStyleClass().add("tile-detail");
            caption.setMinWidth(Region.USE_PREF_SIZE);
            figure.setId("tile-" + measure.field() + "-" + name);
            figure.getStyleClass().add("performance-percentile");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            HBox part = new HBox(caption, figure);
            part.getStyleClass().add("performance-part");
            return part;
        }

        void show(Percentiles now) {
            median.setText(TookText.of(measure, now.p50()));
            average.setText(TookText.of(measure, now.average()));
            p95.setText(TookText.of(measure, now.p95()));
            p99.setText(TookText.of(measure, now.p99()));
            root.setAccessibleText(measure.title() + ": median " + median.getText() + ", average " + average.getText()
                    + ", p95 " + p95.getText() + ", p99 " + p99.getText());
        }
    }
}
