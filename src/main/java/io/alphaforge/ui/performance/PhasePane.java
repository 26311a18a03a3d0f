package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the time of the last run went, and beside it that of the selected one. */
final class PhasePane {
    private static final String MEANING =
            "Milliseconds during which a thread was in a phase, waiting for a processor or a server included, summed over"
                    + " all threads. Every part is measured alike, so parts can be compared; threads work side by side,"
                    + " so that their sum may be more than the run took.";

    private final VBox root = new VBox();
    private final GridPane grid = new GridPane();
    private final Side last = new Side("Last", "last");
    private final Side chosen = new Side("Selected", "selected");

    PhasePane() {
        Label title = new Label("Where the time went");
        title.getStyleClass().add("performance-title");
        Label note = new Label("busy time, summed over threads");
        note.getStyleClass().add("performance-note");
        HBox heading = new HBox(title, note);
        heading.getStyleClass().add("performance-heading");
        Hints.explain(heading, MEANING);
        grid.getStyleClass().add("phase-grid");
        grid.getColumnConstraints()
                .addAll(
                        width(76, Priority.NEVER),
                        width(84, Priority.ALWAYS),
                        width(44, Priority.NEVER),
                        width(24, Priority.NEVER),
                        width(84, Priority.ALWAYS),
                        width(44, Priority.NEVER));
        last.place(1);
        chosen.place(4);
        int row = Side.FIRST_ROW;
        for (Phase phase : Phase.values()) {
            grid.add(name(phase), 0, row++);
        }
        root.getStyleClass().add("performance-card");
        root.setId("phases");
        root.getChildren().addAll(heading, grid);
    }

    private static ColumnConstraints width(double width, Priority grow) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setMaxWidth(grow == Priority.ALWAYS ? Double.MAX_VALUE : width);
        column.setHgrow(grow);
        return column;
    }

    private static Label name(Phase phase) {
        Region mark = new Region();
        mark.getStyleClass().addAll("phase-mark", PhaseBar.style(phase));
        Label name = new Label(phase.title(), mark);
        name.getStyleClass().add("phase-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Hints.explain(name, phase.definition());
        return name;
    }

    VBox node() {
        return root;
    }

    void show(@Nullable RunTimes newest, @Nullable RunTimes selected) {
        last.show(newest, "There is none yet");
        chosen.show(selected, "None is selected");
    }

    private final class Side {
        static final int FIRST_ROW = 3;

        private final String title;
        private final Label caption = new Label();
        private final Label took = new Label();
        private final PhaseBar bar = new PhaseBar();
        private final Map<Phase, Label> times = new EnumMap<>(Phase.class);
        private final Map<Phase, Label> shares = new EnumMap<>(Phase.class);

        Side(String title, String id) {
            this.title = title;
            caption.getStyleClass().addAll("phase-caption", "may-be-cut");
            took.setId("phases-" + id);
            took.getStyleClass().addAll("performance-note", "may-be-cut");
        }

        void place(int column) {
            int row = 0;
            for (Node node : new Node[] {caption, took, bar}) {
                grid.add(node, column, row++, 2, 1);
            }
            for (Phase phase : Phase.values()) {
                grid.add(figure(times, phase), column, row);
                grid.add(figure(shares, phase), column + 1, row++);
            }
        }

        private static Label figure(Map<Phase, Label> figures, Phase phase) {
            Label figure = new Label();
            figure.getStyleClass().add("phase-figure");
            GridPane.setHalignment(figure, HPos.RIGHT);
            figures.put(phase, figure);
            return figure;
        }

        void show(@Nullable RunTimes run, String otherwise) {
            caption.setText(
                    run == null
                            ? title + " run"
                            : title + ": " + run.work().strategy() + " "
                                    + run.work().interval());
            took.setText(
                    run == null
                            ? otherwise
                            : TookText.millis(run.took().millis()) + ", " + Formats.number(run.busyThreads(), 1)
                                    + " threads busy");
            bar.show(run == null ? null : run.phases());
            for (Phase phase : Phase.values()) {
                text(
                        times,
                        phase,
                        run == null ? "" : TookText.millis(run.phases().of(phase)));
                text(
                        shares,
                        phase,
                        run == null
                                ? Formats.UNDEFINED
                                : Formats.percent(100 * run.phases().share(phase), 0));
            }
        }

        private static void text(Map<Phase, Label> figures, Phase phase, String text) {
            Label figure = figures.get(phase);
            if (figure != null) {
                figure.setText(text);
            }
        }
    }
}
