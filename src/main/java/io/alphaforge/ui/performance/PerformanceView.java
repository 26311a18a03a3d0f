package io.alphaforge.ui.performance;

import io.alphaforge.run.Universe;
import io.alphaforge.telemetry.Measure;
import io.alphaforge.telemetry.Percentiles;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Span;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.EmptyState;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.OneChosen;
import io.alphaforge.ui.kit.SlowQueryTable;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The looks of the performance page. */
final class PerformanceView {
    /** The tiles and what is below them, however high the window is. */
    private static final double HIGHEST = 440;

    private static final double WIDTH_OF_RUNS = 1216;
    private static final double ROOM_FOR_BOTH = 1900;

    private final PerformanceViewModel model;
    private final VBox root = new VBox();
    private final MeasureTiles tiles = new MeasureTiles();
    private final DurationChart chart;
    private final PhasePane phases;
    private final GaugeLine gauges = new GaugeLine();
    private final RunTimesTable runs;
    private final ObservableList<SlowQuery> slowQueries = FXCollections.observableArrayList();
    private final SlowQueryTable<SlowQuery> queries;
    private final HBox lower = new HBox();
    private final ReadOnlyStringWrapper slow = new ReadOnlyStringWrapper("Slow queries");
    private final HBox tabs = new HBox();
    private final ToggleButton ofRuns;
    private final ToggleButton ofQueries;
    private final Subscription following;

    PerformanceView(PerformanceViewModel model, Desk desk, PerformanceExports exports, Runnable copyDiagnostics) {
        this.model = model;
        chart = new DurationChart(desk.times(), run -> {
            model.selected().set(run);
            reveal();
        });
        phases = new PhasePane();
        runs = new RunTimesTable(model, desk);
        queries = new SlowQueryTable<>(
                "performance-queries",
                26,
                slowQueries,
                query -> new SlowQueryTable.Facts(query.time(), query.caller(), query.query(), query.millis()),
                desk.times());
        VBox measured = new VBox(tiles.node(), middle());
        measured.getStyleClass().add("performance-measured");
        VBox.setVgrow(measured, Priority.ALWAYS);
        measured.setMaxHeight(HIGHEST);
        Node empty = nothingMeasured(desk);
        var isEmpty =
                model.snapshot().map(now -> now != null && now.runs().isEmpty()).orElse(false);
        var isThere = model.snapshot()
                .map(now -> now != null && !now.runs().isEmpty())
                .orElse(false);
        Controls.shown(measured, isThere);
        Controls.shown(empty, isEmpty);
        ToggleGroup group = new ToggleGroup();
        ofRuns = tab(group, "show-runs", "left-pill");
        ofQueries = tab(group, "show-queries", "right-pill");
        ofRuns.setText("Runs");
        ofQueries.textProperty().bind(slow);
        ofRuns.setSelected(true);
        OneChosen.of(group, chosen -> arrange());
        tabs.getChildren().addAll(ofRuns, ofQueries);
        tabs.getStyleClass().add("performance-tabs");
        VBox.setVgrow(lower, Priority.ALWAYS);
        lower.setMinHeight(136);
        lower.getStyleClass().add("performance-tables");
        HBox.setHgrow(queries.node(), Priority.ALWAYS);
        root.widthProperty().subscribe(width -> arrange());
        VBox tables = new VBox(tabs, lower);
        VBox.setVgrow(tables, Priority.ALWAYS);
        Controls.shown(tables, isThere);
        root.getStyleClass().add("performance");
        root.getChildren()
                .setAll(
                        bar(exports, copyDiagnostics),
                        Controls.problem("performance-problem", model.problem()),
                        measured,
                        empty,
                        gauges.node(),
                        tables);
        following = Subscription.combine(
                model.snapshot().subscribe(now -> show()),
                model.selected().subscribe(run -> show()),
                model.span().subscribe(span -> show()),
                desk.times().zone().subscribe((was, is) -> {
                    runs.node().refresh();
                    show();
                }));
    }

    /** What stands in the place of figures before the first run. */
    private static Node nothingMeasured(Desk desk) {
        Button go = Controls.button(
                "performance-backtest",
                "Go to the backtest",
                Feather.ARROW_RIGHT,
                "Choose a strategy and run it",
                () -> desk.navigator().backtest(new Universe.All()));
        go.getStyleClass().add("accent");
        StackPane box = new StackPane(EmptyState.of(
                "performance-empty",
                Feather.ACTIVITY,
                "Nothing was measured yet",
                "Every run is measured: how long it took, when its first result came, how much of it kept results"
                        + " answered, and where its time went. The figures stay on this computer.",
                go));
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node bar(PerformanceExports exports, Runnable copyDiagnostics) {
        ToggleGroup group = new ToggleGroup();
        HBox spans = new HBox();
        spans.getStyleClass().add("segments");
        for (Span span : Span.values()) {
            ToggleButton button = new ToggleButton(span.title());
            button.setId("span-" + span.code());
            button.getStyleClass()
                    .add(span == Span.HOUR ? "left-pill" : span == Span.RUNS ? "right-pill" : "center-pill");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setUserData(span);
            spans.getChildren().add(button);
        }
        model.span()
                .subscribe(now -> group.getToggles().stream()
                        .filter(t -> t.getUserData() == now)
                        .forEach(group::selectToggle));
        OneChosen.of(group, chosen -> model.span().set((Span) chosen.getUserData()));
        Button copy = Controls.button(
                "copy-diagnostics",
                "Copy diagnostics",
                Feather.CLIPBOARD,
                "Put a text for whoever helps on the clipboard, without names, hosts and passwords (Ctrl+Shift+D)",
                copyDiagnostics);
        Label count = Controls.count(
                "performance-count",
                Bindings.createStringBinding(model::count, model.runs(), model.snapshot(), model.span()));
        return Controls.bar(spans, count, Controls.gap(), copy, exports.node());
    }

    private Node middle() {
        Label title = new Label("Duration of runs");
        title.getStyleClass().add("performance-title");
        Label note = new Label();
        note.getStyleClass().add("performance-note");
        note.textProperty().bind(Bindings.createStringBinding(this::drawn, chart.drawn(), model.runs(), model.span()));
        HBox heading = new HBox(title, note);
        heading.getStyleClass().add("performance-heading");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = new VBox(heading, chart);
        card.getStyleClass().add("performance-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        phases.node().getStyleClass().add("performance-phases");
        HBox middle = new HBox(card, phases.node());
        middle.getStyleClass().add("performance-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        return middle;
    }

    private ToggleButton tab(ToggleGroup group, String id, String styleClass) {
        ToggleButton tab = new ToggleButton();
        tab.setId(id);
        tab.setToggleGroup(group);
        tab.getStyleClass().add(styleClass);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        return tab;
    }

    /** Both tables side by side where there is room for both, else the one that is chosen. */
    private void arrange() {
        boolean both = root.getWidth() >= ROOM_FOR_BOTH;
        tabs.setVisible(!both);
        tabs.setManaged(!both);
        List<Node> wanted = both
                ? List.of(runs.node(), queries.node())
                : List.of(ofQueries.isSelected() ? queries.node() : runs.node());
        if (!lower.getChildren().equals(wanted)) {
            lower.getChildren().setAll(wanted);
        }
        HBox.setHgrow(runs.node(), both ? Priority.NEVER : Priority.ALWAYS);
        runs.node().setMinWidth(both ? WIDTH_OF_RUNS : 0);
        runs.node().setMaxWidth(both ? WIDTH_OF_RUNS : Double.MAX_VALUE);
    }

    private String drawn() {
        int all = model.runs().size();
        int shown = Math.min(all, chart.drawn().get());
        return all == 0
                ? "no run in this span"
                : (shown < all ? "newest " + Formats.count(shown) + " of " + Formats.count(all) : "newest")
                        + " at the right; a click selects";
    }

    private void show() {
        Snapshot now = model.snapshot().get();
        if (now == null) {
            return;
        }
        List<Summary> summaries = now.of(model.span().get());
        tiles.show(summaries);
        Percentiles durations = summaries.stream()
                .filter(s -> s.measure() == Measure.DURATION)
                .map(Summary::figures)
                .findFirst()
                .orElse(Percentiles.NONE);
        chart.show(model.runs(), durations, model.selected().get());
        phases.show(model.last().orElse(null), model.selected().get());
        runs.mark(model.selected().get());
        gauges.show(now.gauges());
        if (!now.queries().equals(slowQueries)) {
            slowQueries.setAll(now.queries());
        }
        slow.set("Slow queries (" + Formats.count(now.queries().size()) + ")");
    }

    private void reveal() {
        runs.reveal();
    }

    void focus() {
        runs.node().requestFocus();
    }

    VBox node() {
        return root;
    }

    void close() {
        following.unsubscribe();
        queries.close();
    }
}
