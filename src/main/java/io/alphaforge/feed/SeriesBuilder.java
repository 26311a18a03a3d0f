package io.alphaforge.feed;

import io.alphaforge.catalog.SharedTime;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a series out of rows: leaves out those that are no bars, sorts, finds the interval, merges duplicates. */
final class SeriesBuilder {
    /** Bars between the others' open times are mistakes while they are this rare, and a habit of the market above. */
    private static final double RARE = 0.01;

    private final RawRows rows;
    private final Rejections rejections;
    private long duplicates;
    private long overridden;
    private long incomplete;

    SeriesBuilder(RawRows rows, Rejections rejections) {
        this.rows = rows;
        this.rejections = rejections;
    }

    long duplicates() {
        return duplicates;
    }

    long overridden() {
        return overridden;
    }

    long incomplete() {
        return incomplete;
    }

    /**
     * Builds the series; the rows are used up.
     *
     * @param wanted the interval that the user gave
     * @param named the interval that the file's name tells
     * @param now later times are in the future, and bars that end later are left out
     */
    Bars build(VolumeRule rule, @Nullable Interval wanted, Optional<Interval> named, long now) {
        dropInvalid(rule);
        requireRows();
        RowOrder.sort(rows);
        Interval interval = interval(wanted, named);
        TimeLabels labels = TimeLabels.of(rows.time, rows.size, interval);
        for (int i = 0; i < rows.size; i++) {
            rows.time[i] = labels.open(rows.time[i], interval);
        }
        dropUnfinished(interval, now);
        dropStrays(interval);
        requireRows();
        mergeDuplicates();
        return bars(interval);
    }

    private void requireRows() {
        if (rows.size == 0 && incomplete > 0) {
            throw new UnusableFileException("holds no bar that is complete yet; import it later");
        }
        if (rows.size == 0) {
            var first = rejections.kept();
            throw new UnusableFileException(
                    first.isEmpty()
                            ? "has a header but no rows"
                            : "holds no usable row; the first is line "
                                    + first.getFirst().line() + ": "
                                    + first.getFirst().reason());
        }
    }

    private void dropInvalid(VolumeRule rule) {
        int kept = 0;
        for (int i = 0; i < rows.size; i++) {
            double volume =
                    rule.base(rows.volume[i], rows.hasQuoteVolume() ? rows.quoteVolume[i] : Double.NaN, rows.close[i]);
            String problem = BarChecks.problem(rows.open[i], rows.high[i], rows.low[i], rows.close[i], volume);
            if (problem == null) {
                rows.move(i, kept);
                rows.volume[kept] = volume;
                kept++;
            } else {
                rejections.add(rows.line[i], problem);
            }
        }
        rows.size = kept;
        rows.quoteVolume = RawRows.RELEASED;
    }

    private Interval interval(@Nullable Interval wanted, Optional<Interval> named) {
        Spacing spacing = Spacing.of(rows.time, rows.size);
        if (wanted != null) {
            if (!spacing.allows(wanted)) {
                throw new UnusableFileException(
                        "has bars that are " + spacing.text() + " apart, not " + wanted + "; give another --interval");
            }
            return wanted;
        }
        return spacing.interval(named.orElse(null))
                .orElseThrow(() -> new UnusableFileException(
                        spacing.spacings() == 0
                                ? "holds a single bar, which does not tell its interval; give --interval"
                                : "has bars at irregular times, most often " + spacing.text()
                                        + " apart, which do not tell their interval; give --interval"));
    }

    private void dropUnfinished(Interval interval, long now) {
        int size = rows.size;
        // Sorted, so they are the last ones.
        while (size > 0 && interval.next(rows.time[size - 1]) > now) {
            size--;
            if (rows.time[size] > now) {
                rejections.add(
                        rows.line[size], "the time " + Instant.ofEpochMilli(rows.time[size]) + " is in the future");
            } else {
                incomplete++;
            }
        }
        rows.size = size;
    }

    private void dropStrays(Interval interval) {
        if (interval == Interval.MONTH) {
            return;
        }
        Map<Long, Integer> offsets = new HashMap<>();
        int same = 0;
        while (same < rows.size && Math.floorMod(rows.time[same] - rows.time[0], interval.millis()) == 0) {
            same++;
        }
        if (same == rows.size) {
            return;
        }
        for (int i = 0; i < rows.size; i++) {
            offsets.merge(Math.floorMod(rows.time[i], interval.millis()), 1, Integer::sum);
        }
        int kept = 0;
        int size = rows.size;
        for (int i = 0; i < size; i++) {
            int bars = offsets.getOrDefault(Math.floorMod(rows.time[i], interval.millis()), 0);
            // In a short file a single bar is more than a few in a hundred, and says as little of the market's habits.
            if (bars >= RARE * size && !(bars == 1 && sharesTime(i, size, interval))) {
                rows.move(i, kept++);
            } else {
                rejections.add(
                        rows.line[i],
                        "the time " + Instant.ofEpochMilli(rows.time[i]) + " is between the file's " + interval
                                + " bars");
            }
        }
        rows.size = kept;
    }

    private boolean sharesTime(int i, int size, Interval interval) {
        return (i > 0 && SharedTime.between(interval, rows.time[i - 1], rows.time[i]))
                || (i < size - 1 && SharedTime.between(interval, rows.time[i], rows.time[i + 1]));
    }

    /** Of rows with the same time the last one in the file stays; sorting has kept the order of those. */
    private void mergeDuplicates() {
        int last = 0;
        for (int i = 1; i < rows.size; i++) {
            if (rows.time[i] == rows.time[last]) {
                duplicates++;
                overridden += same(i, last) ? 0 : 1;
            } else {
                last++;
            }
            rows.move(i, last);
        }
        rows.size = last + 1;
    }

    private boolean same(int a, int b) {
        return rows.open[a] == rows.open[b]
                && rows.high[a] == rows.high[b]
                && rows.low[a] == rows.low[b]
                && rows.close[a] == rows.close[b]
                && rows.volume[a] == rows.volume[b];
    }

    private Bars bars(Interval interval) {
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        // Each column is let go before the next is copied, so that one of them at a time is there twice.
        rows.line = new int[0];
        columns.put(BarColumn.OPEN, column(rows.open));
        rows.open = RawRows.RELEASED;
        columns.put(BarColumn.HIGH, column(rows.high));
        rows.high = RawRows.RELEASED;
        columns.put(BarColumn.LOW, column(rows.low));
        rows.low = RawRows.RELEASED;
        columns.put(BarColumn.CLOSE, column(rows.close));
        rows.close = RawRows.RELEASED;
        columns.put(BarColumn.VOLUME, column(rows.volume));
        rows.volume = RawRows.RELEASED;
        long[] times = rows.time.length == rows.size ? rows.time : Arrays.copyOf(rows.time, rows.size);
        return Bars.owning(interval, times, columns);
    }

    private Column column(double[] values) {
        return Column.owning(values.length == rows.size ? values : Arrays.copyOf(values, rows.size));
    }
}
