package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A chart of bars that can be zoomed and moved: wheel, drag, double click, and the keys + − ← → Home End. Belongs to the
 * JavaFX thread.
 */
public final class ChartView extends Region {
    static final double ZOOM_STEP = 1.25;
    static final double PAN_SHARE = 0.1;

    private final ChartSurface surface;
    private final TimeText times;
    private final BarTimes barTimes;
    private final ReadOnlyObjectWrapper<VisibleRange> range = new ReadOnlyObjectWrapper<>(VisibleRange.all(1));
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final Subscription zone;
    private ChartColors colors;
    private @Nullable ChartData data;
    private IntConsumer tradeClicked = trade -> {};

    /** An empty chart that writes times as {@code times} says, until {@link #close}. */
    public ChartView(TimeText times, ChartColors colors) {
        this.times = times;
        this.barTimes = new BarTimes(times);
        this.colors = colors;
        surface = new ChartSurface(times);
        getStyleClass().add("plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("Chart");
        getChildren().add(surface);
        range.subscribe(() -> redraw());
        logarithmic.subscribe(() -> redraw());
        selected.subscribe(() -> redraw());
        zone = times.zone().subscribe(now -> redraw());
        new ChartInput(this, surface).install();
    }

    /** Shows other data, all of it or a range of it. */
    public void show(ChartData next, VisibleRange visible) {
        data = next;
        selected.set(-1);
        range.set(visible);
        redraw();
    }

    /** Shows nothing, and lets go of what was shown. */
    public void clear() {
        data = null;
        selected.set(-1);
        redraw();
    }

    /** Lets go of everything that outlives the chart. */
    public void close() {
        zone.unsubscribe();
        clear();
    }

    /** Draws in other colours. */
    public void setColors(ChartColors now) {
        colors = now;
        redraw();
    }

    /** What is visible. */
    public ReadOnlyObjectProperty<VisibleRange> range() {
        return range.getReadOnlyProperty();
    }

    /** Whether prices have a logarithmic scale. */
    public BooleanProperty logarithmic() {
        return logarithmic;
    }

    /** Index of the trade that is emphasised, -1 for none. */
    public IntegerProperty selected() {
        return selected;
    }

    /** Is told which trade's triangle the user clicks. */
    public void setOnTradeClicked(IntConsumer consumer) {
        tradeClicked = consumer;
    }

    void clickTrade(int trade) {
        tradeClicked.accept(trade);
    }

    /** Half as much again, or so, around the middle. */
    public void zoomIn() {
        zoom(1 / ZOOM_STEP, (range.get().from() + range.get().to()) / 2);
    }

    public void zoomOut() {
        zoom(ZOOM_STEP, (range.get().from() + range.get().to()) / 2);
    }

    /** Shows {@code factor} times as many bars; what is at {@code anchor} stays where it is. */
    void zoom(double factor, double anchor) {
        range.set(range.get().zoom(factor, anchor, size()));
    }

    /** Moves by a share of what is visible, to later bars when it is positive. */
    void pan(double share) {
        range.set(range.get().pan(share * range.get().width(), size()));
    }

    public void showAll() {
        range.set(VisibleRange.all(size()));
    }

    /** Moves to the newest bars. */
    public void showEnd() {
        range.set(range.get().atEnd(size()));
    }

    /** Shows another range. */
    public void show(VisibleRange visible) {
        range.set(visible);
    }

    /** Moves to a trade, so near that its candles can be told apart. */
    public void showTrade(int trade) {
        ChartData shown = data;
        if (shown == null || trade < 0 || trade >= shown.trades().size()) {
            return;
        }
        TradeMark mark = shown.trades().get(trade);
        double bars = mark.exitBar() - mark.entryBar() + 1.0;
        double share = bars / range.get().width();
        double width = share > 0.15 && share < 0.8 ? range.get().width() : Math.max(80, bars * 2.5);
        range.set(VisibleRange.around((mark.entryBar() + mark.exitBar() + 1) / 2.0, width, shown.size()));
    }

    /** What the legends say, row by row: prices, lines over them, then the panes. */
    public List<List<String>> legendTexts() {
        return surface.legendTexts();
    }

    /** Where the first triangle of a trade was drawn, as x and y; empty when it was not. */
    public List<Double> spot(int trade) {
        return surface.spot(trade);
    }

    /** How many pictures have been drawn so far. */
    public long frames() {
        return surface.frames();
    }

    private int size() {
        return data == null ? 1 : data.size();
    }

    private void redraw() {
        ChartData shown = data;
        if (shown == null || shown.size() == 0) {
            surface.show(null);
            setAccessibleText("Empty chart");
            return;
        }
        surface.show(new ChartPainter.Scene(
                shown, range.get(), colors, times.zoneOf(shown.bars().interval()), logarithmic.get(), selected.get()));
        setAccessibleText(describe(shown));
    }

    private String describe(ChartData shown) {
        int first = range.get().firstBar(shown.size());
        int last = Math.max(first, range.get().endBar(shown.size()) - 1);
        long visibleTrades = shown.trades().stream()
                .filter(t -> t.exitBar() >= first && t.entryBar() <= last)
                .count();
        return "Chart of " + shown.title() + ", "
                + barTimes.of(shown.bars(), first) + " to " + barTimes.of(shown.bars(), last) + ", "
                + Formats.plural(last - first + 1, "bar") + ", last close "
                + PriceText.of(shown.bars().close().get(last))
                + (shown.trades().isEmpty() ? "" : ", " + Formats.plural(visibleTrades, "trade"));
    }

    @Override
    protected void layoutChildren() {
        double border = snappedTopInset();
        surface.resizeRelocate(
                border, border, Math.max(0, getWidth() - 2 * border), Math.max(0, getHeight() - 2 * border));
        surface.requestLayout();
    }
}
