package io.alphaforge.ui.data;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Gap;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Loading;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gaps of one series, found by reading its times in the background; another series stops the reading. */
final class GapViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(GapViewModel.class);

    private final BarStore store;
    private final Executor background;
    private final Loading<SeriesGaps> loading;
    private final AtomicReference<@Nullable StoredSeries> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable BarCursor> reading = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<@Nullable SeriesGaps> gaps = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Gap> selected = new SimpleObjectProperty<>();

    GapViewModel(BarStore store, Desk desk) {
        this.store = store;
        background = desk.background();
        loading = new Loading<>(new InOrder(desk.background()), desk.pulse(), "Looking for gaps", this::set);
    }

    /** Shows the gaps of this series, of none when it is null. */
    void show(@Nullable StoredSeries series) {
        if (series != null && series.equals(wanted.get())) {
            return;
        }
        stop(series);
        selected.set(null);
        gaps.set(null);
        if (series != null) {
            loading.start(() -> read(series));
        }
    }

    private void stop(@Nullable StoredSeries next) {
        wanted.set(next);
        loading.cancel();
        BarCursor cursor = reading.get();
        if (cursor != null) {
            // Closing waits for who reads, or for a server.
            background.execute(() -> close(cursor));
        }
    }

    private static void close(BarCursor cursor) {
        try {
            cursor.close();
        } catch (RuntimeException e) {
            LOG.warn("A reading that nobody waits for could not be ended in order.", e);
        }
    }

    private void set(SeriesGaps found) {
        gaps.set(found);
    }

    private SeriesGaps read(StoredSeries series) {
        SeriesGaps none = new SeriesGaps(series, series.firstOpen(), series.end(), List.of());
        if (!series.equals(wanted.get())) {
            // Nobody waits for it any more.
            return none;
        }
        try (BarCursor cursor = store.read(new BarRequest(List.of(series.key()), Set.of()))) {
            reading.set(cursor);
            if (!series.equals(wanted.get())) {
                return none;
            }
            BarCursor.Delivery delivery = cursor.next();
            return switch (delivery) {
                case null -> none;
                case BarCursor.Unreadable unreadable -> throw new StoreException(unreadable.reason());
                case BarCursor.Delivered delivered -> found(delivered.series(), delivered.bars());
            };
        } finally {
            reading.set(null);
        }
    }

    private static SeriesGaps found(StoredSeries series, Bars bars) {
        return new SeriesGaps(series, bars.firstTime(), bars.interval().next(bars.lastTime()), Gap.in(bars));
    }

    /** Lets go of what was read. */
    void close() {
        show(null);
    }

    /** What was found; null while nothing is selected or the reading goes on. */
    ReadOnlyObjectProperty<@Nullable SeriesGaps> gaps() {
        return gaps.getReadOnlyProperty();
    }

    /** The gap that list and line point at. */
    ObjectProperty<@Nullable Gap> selected() {
        return selected;
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** Why the series could not be read; empty when it could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
