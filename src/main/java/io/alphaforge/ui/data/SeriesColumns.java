package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.ColumnChooser.Group;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;

/** The columns of the stored series. */
final class SeriesColumns {
    private final TableColumn<StoredSeries, String> symbol;
    private final List<TableColumn<StoredSeries, ?>> series;
    private final List<TableColumn<StoredSeries, ?>> quality;
    private final List<TableColumn<StoredSeries, ?>> store;

    /** @param facts the whole store, whose range the coverage is drawn in */
    SeriesColumns(TimeText times, Supplier<StoreFacts> facts) {
        symbol = id(
                "symbol",
                Columns.symbol(
                        new Heading("Symbol", "The coin; made-up ones are marked DEMO."),
                        160,
                        StoredSeries::symbol,
                        StoredSeries::synthetic,
                        row -> false));
        TableColumn<StoredSeries, Interval> interval =
                id("interval", Columns.column(new Heading("Interval", "Length of a bar."), 68, StoredSeries::interval));
        series = List.of(
                symbol,
                interval,
                id("bars", Columns.count(new Heading("Bars", "Stored bars."), 80, StoredSeries::bars)),
                id(
                        "from",
                        Columns.bar(
                                new Heading("From", "The day on which the first bar opens."),
                                96,
                                StoredSeries::firstOpen,
                                StoredSeries::interval,
                                times::day)),
                id(
                        "to",
                        Columns.bar(
                                new Heading("To", "The day on which the last bar opens."),
                                96,
                                StoredSeries::lastOpen,
                                StoredSeries::interval,
                                times::day)),
                id("coverage", coverage(facts)));
        quality = List.of(
                id(
                        "quality",
                        Columns.quality(
                                new Heading(
                                        "Quality",
                                        "0 to 100: the share of bars that are there, lowered by rejected and duplicate rows, by"
                                                + " bars without trading and by jumps."),
                                104,
                                s -> s.quality().score())),
                count(
                        "gaps",
                        "Gaps",
                        "Runs of missing bars.",
                        60,
                        s -> s.quality().gaps()),
                count(
                        "missing",
                        "Missing",
                        "Missing bars in all gaps.",
                        68,
                        s -> s.quality().missing()),
                count(
                        "duplicates",
                        "Dupl.",
                        "Rows of the source whose time had been seen before.",
                        60,
                        s -> s.quality().duplicates()),
                count(
                        "rejected",
                        "Rejected",
                        "Rows of the source that were no valid bar.",
                        96,
                        s -> s.quality().rejected()),
                count(
                        "zero-volume",
                        "No volume",
                        "Bars without volume.",
                        88,
                        s -> s.quality().zeroVolume()),
                count(
                        "flat",
                        "Flat",
                        "Bars whose four prices are equal.",
                        56,
                        s -> s.quality().flat()),
                count(
                        "jumps",
                        "Jumps",
                        "Bars that close over 50 % above or below the close before.",
                        64,
                        s -> s.quality().jumps()));
        store = List.of(
                id(
                        "source",
                        Columns.text(
                                new Heading("Source", "Where the bars came from last."), 168, StoredSeries::source)),
                count(
                        "version",
                        "Version",
                        "Grows by one with every write that changed the series.",
                        68,
                        StoredSeries::version),
                id(
                        "size",
                        Columns.figure(
                                new Heading(
                                        "Size kB",
                                        "About what the bars take before the store compresses them: 48 bytes a bar, in kB."),
                                1,
                                76,
                                s -> StoreFacts.bytes(s) / 1000.0)));
    }

    private static TableColumn<StoredSeries, Long> coverage(Supplier<StoreFacts> facts) {
        TableColumn<StoredSeries, Long> column = Columns.column(
                new Heading(
                        "Coverage",
                        "From first to last bar within the range of the whole store; sorted by the beginning."),
                120,
                StoredSeries::firstOpen);
        Painters.set(column, new CoveragePainter(facts));
        return column;
    }

    private static TableColumn<StoredSeries, Double> count(
            String id, String title, String definition, double width, ToLongFunction<StoredSeries> getter) {
        return id(id, Columns.count(new Heading(title, definition), width, getter));
    }

    private static <T> TableColumn<StoredSeries, T> id(String id, TableColumn<StoredSeries, T> column) {
        column.setId(id);
        return column;
    }

    List<TableColumn<StoredSeries, ?>> all() {
        return Stream.of(series, quality, store).flatMap(List::stream).toList();
    }

    List<Group> groups() {
        return List.of(new Group("Series", series), new Group("Quality", quality), new Group("Store", store));
    }

    /** Sorts when nothing else is chosen. */
    TableColumn<StoredSeries, String> symbol() {
        return symbol;
    }
}
