package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoredSeries;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where a series lies within the range of the whole store, as a bar on a line. */
final class CoverageCell extends TableCell<StoredSeries, Long> {
    private final Supplier<StoreFacts> facts;
    private final Track track = new Track();

    CoverageCell(Supplier<StoreFacts> facts) {
        this.facts = facts;
        getStyleClass().add("coverage");
    }

    @Override
    protected void updateItem(@Nullable Long first, boolean empty) {
        super.updateItem(first, empty);
        StoredSeries series =
                empty || getTableRow() == null ? null : getTableRow().getItem();
        StoreFacts whole = facts.get();
        if (series == null || whole.end() <= whole.first()) {
            setGraphic(null);
            return;
        }
        double length = whole.end() - whole.first();
        track.show((series.firstOpen() - whole.first()) / length, (series.end() - whole.first()) / length);
        setGraphic(track);
    }

    private static final class Track extends Region {
        private final Region covered = new Region();
        private double from;
        private double to;

        Track() {
            getStyleClass().add("coverage-track");
            covered.getStyleClass().add("coverage-bar");
            getChildren().add(covered);
        }

        void show(double begin, double end) {
            from = Math.clamp(begin, 0, 1);
            to = Math.clamp(end, 0, 1);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double left = Math.round(from * getWidth());
            covered.resizeRelocate(left, 0, Math.max(2, Math.round(to * getWidth()) - left), getHeight());
        }
    }
}
