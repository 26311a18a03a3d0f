package io.alphaforge.ui.data;

import io.alphaforge.market.Gap;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.RowLook;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The gaps of the selected series: on a time line, and as a list with the largest first. */
final class GapPane {
    private final GapViewModel model;
    private final TimeText times;
    private final Label title = new Label();
    private final Label readOut = new Label();
    private final GapCanvas canvas;
    private final ObservableList<Gap> listed = FXCollections.observableArrayList();
    private final TableView<Gap> list = new TableView<>(listed);
    private final HBox heading;
    private final VBox root;
    private final Subscription zone;

    GapPane(GapViewModel model, TimeText times) {
        this.model = model;
        this.times = times;
        title.setId("gaps-title");
        title.getStyleClass().add("gaps-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        readOut.setId("gaps-read-out");
        readOut.getStyleClass().add("gaps-read-out");
        readOut.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(readOut, Priority.ALWAYS);
        canvas = new GapCanvas(this::hover, this::choose);
        canvas.setId("gaps-line");
        list();
        heading = new HBox(title, Controls.busy("Looking for gaps", model.busy()), readOut);
        heading.getStyleClass().add("gaps-heading");
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(
                Controls.problem("gaps-problem", model.problem()),
                canvas,
                Controls.shown(list, Bindings.isNotNull(model.gaps())));
        root.getStyleClass().add("gaps");
        model.gaps().subscribe(found -> show());
        model.busy().subscribe(busy -> describe());
        model.selected().subscribe(gap -> mark(gap));
        zone = times.zone().subscribe((was, is) -> {
            list.refresh();
            show();
        });
    }

    private void list() {
        list.setId("gap-list");
        list.setAccessibleText("Gaps of the selected series, largest first");
        TableColumn<Gap, Double> missing =
                Columns.count(new Heading("Missing bars", "How many bars are missing."), 104, Gap::missing);
        TableColumn<Gap, Long> from = Columns.time(
                new Heading("First missing", "When the first missing bar would open."),
                148,
                Gap::firstMissing,
                this::written);
        TableColumn<Gap, Long> to = Columns.time(
                new Heading("Next bar", "When the bar after the gap opens."), 148, Gap::nextPresent, this::written);
        TableColumn<Gap, String> length =
                Columns.text(new Heading("Length", "How long nothing was recorded."), 120, SeriesGaps::length);
        length.setSortable(false);
        list.getColumns().setAll(List.of(missing, from, to, length));
        list.setPlaceholder(new Label());
        list.getSelectionModel().selectedItemProperty().subscribe(gap -> {
            if (gap != null) {
                model.selected().set(gap);
            }
        });
        PaintedTable.install(list, 24, RowLook.plain(gap -> {}));
    }

    private void show() {
        SeriesGaps found = model.gaps().get();
        listed.setAll(found == null ? List.of() : found.largestFirst());
        canvas.show(found, model.selected().get(), times.zoneOf(interval()));
        describe();
        hover(null, null);
        if (list.getPlaceholder() instanceof Label label) {
            label.setText(found == null ? "" : "No bar is missing.");
        }
    }

    private void describe() {
        SeriesGaps found = model.gaps().get();
        if (found == null) {
            title.setText(model.busy().get() ? "Looking for gaps…" : "Select a series to see its gaps.");
            return;
        }
        long missing = found.missing();
        title.setText(found.series().key() + "  ·  "
                + (missing == 0
                        ? "no gaps"
                        : Formats.plural(found.gaps().size(), "gap") + " with "
                                + Formats.plural(missing, "missing bar")));
    }

    private void hover(@Nullable Long time, @Nullable Gap gap) {
        SeriesGaps found = model.gaps().get();
        if (found == null) {
            readOut.setText("");
        } else if (gap != null) {
            readOut.setText(words(gap));
        } else if (time != null) {
            readOut.setText(written(time) + "  ·  bars are there");
        } else {
            readOut.setText(times.day(found.first(), interval()) + " – " + times.day(found.end(), interval())
                    + (times.zoneOf(interval()).equals(ZoneOffset.UTC) ? " UTC" : " " + times.zoneName(found.end())));
        }
    }

    /** Of the series that is shown. */
    private Interval interval() {
        SeriesGaps found = model.gaps().get();
        return found == null ? Interval.D1 : found.series().interval();
    }

    /** To the minute also for bars of a day, since the cross-hair stands between them. */
    private String written(long time) {
        return Formats.minute(time, times.zoneOf(interval()));
    }

    /** "2024-01-03 00:00 – 2024-01-05 00:00 · 2 bars missing · 2 d". */
    private String words(Gap gap) {
        return written(gap.firstMissing()) + " – " + written(gap.nextPresent()) + "  ·  "
                + Formats.plural(gap.missing(), "bar") + " missing  ·  " + SeriesGaps.length(gap);
    }

    private void choose(Gap gap) {
        list.getSelectionModel().select(gap);
        list.scrollTo(gap);
    }

    private void mark(@Nullable Gap gap) {
        canvas.show(model.gaps().get(), gap, times.zoneOf(interval()));
    }

    void close() {
        zone.unsubscribe();
    }

    /** What is shown, in words. */
    Node heading() {
        return heading;
    }

    Node node() {
        return root;
    }
}
