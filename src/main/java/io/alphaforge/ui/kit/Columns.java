package io.alphaforge.ui.kit;

import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/**
 * Table columns: figures right-aligned with the same decimals in every row, the definition of the figure on hover of
 * the header, undefined figures last whichever way a column is sorted.
 */
public final class Columns {
    /** Stands for a time that there is none of. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private Columns() {}

    /** A figure with this many decimals. */
    public static <S> TableColumn<S, Double> figure(
            Heading heading, int decimals, double width, ToDoubleFunction<S> getter) {
        return number(heading, decimals, width, getter, false);
    }

    /** A figure whose sign matters, with sign and arrow. */
    public static <S> TableColumn<S, Double> change(
            Heading heading, int decimals, double width, ToDoubleFunction<S> getter) {
        return number(heading, decimals, width, getter, true);
    }

    /** A whole number. */
    public static <S> TableColumn<S, Double> count(Heading heading, double width, ToLongFunction<S> getter) {
        return number(heading, 0, width, row -> getter.applyAsLong(row), false);
    }

    /**
     * A price, with the decimals that its size asks for.
     *
     * @param mostDecimals decimals of the price in the table that has most, so that decimal points stay below each other
     */
    public static <S> TableColumn<S, Double> price(
            Heading heading, double width, ToDoubleFunction<S> getter, IntSupplier mostDecimals) {
        TableColumn<S, Double> column = plainNumber(heading, width, getter);
        Painters.set(
                column, Painters.figure(row -> PriceText.aligned(getter.applyAsDouble(row), mostDecimals.getAsInt())));
        return column;
    }

    /** An amount in thousands, millions or billions; the whole figure on hover. */
    public static <S> TableColumn<S, Double> compact(Heading heading, double width, ToDoubleFunction<S> getter) {
        TableColumn<S, Double> column = plainNumber(heading, width, getter);
        Painters.set(column, new CompactPainter<>(getter));
        return column;
    }

    /** A score from 0 to 100 with a bar. */
    public static <S> TableColumn<S, Double> quality(Heading heading, double width, ToDoubleFunction<S> getter) {
        TableColumn<S, Double> column = plainNumber(heading, width, getter);
        Painters.set(column, new QualityPainter<>(getter));
        return column;
    }

    /** A coin's symbol with its tags. */
    public static <S> TableColumn<S, String> symbol(
            Heading heading, double width, Function<S, String> getter, Predicate<S> synthetic, Predicate<S> stale) {
        TableColumn<S, String> column = text(heading, width, getter);
        Painters.set(column, new SymbolPainter<>(getter, synthetic, stale));
        return column;
    }

    /** A small line; it has no order of its own. */
    public static <S> TableColumn<S, Column> sparkline(Heading heading, double width, Function<S, Column> getter) {
        TableColumn<S, Column> column = column(heading, width, getter);
        Painters.set(column, new SparklinePainter<>(getter));
        column.setSortable(false);
        return column;
    }

    /** A time in epoch milliseconds or {@link #NO_TIME}, written by {@code format}, sorted by time. */
    public static <S> TableColumn<S, Long> time(
            Heading heading, double width, ToLongFunction<S> getter, LongFunction<String> format) {
        return time(heading, width, getter, (row, time) -> format.apply(time));
    }

    /** When a bar opens, written as bars of its interval are. */
    public static <S> TableColumn<S, Long> bar(
            Heading heading,
            double width,
            ToLongFunction<S> getter,
            Function<S, Interval> interval,
            BiFunction<Long, Interval, String> format) {
        return time(heading, width, getter, (row, time) -> format.apply(time, interval.apply(row)));
    }

    private static <S> TableColumn<S, Long> time(
            Heading heading, double width, ToLongFunction<S> getter, BiFunction<S, Long, String> format) {
        TableColumn<S, Long> column = column(heading, width, row -> getter.applyAsLong(row));
        column.getStyleClass().add("figure-column");
        column.setComparator(undefinedLast(column, time -> time == NO_TIME));
        Painters.set(column, Painters.figure(row -> {
            long time = getter.applyAsLong(row);
            return time == NO_TIME ? Formats.UNDEFINED : format.apply(row, time);
        }));
        return column;
    }

    /** Text; all of it shows on hover where the column has no room. */
    public static <S> TableColumn<S, String> text(Heading heading, double width, Function<S, String> getter) {
        TableColumn<S, String> column = column(heading, width, getter);
        column.setComparator(Comparator.naturalOrder());
        Painters.set(column, Painters.text(getter));
        return column;
    }

    /** A column with its heading; cells say the value unless the caller sets how they look. */
    public static <S, T> TableColumn<S, T> column(Heading heading, double width, Function<S, T> getter) {
        // The text names the column to assistive technology and in lists of columns.
        TableColumn<S, T> column = new TableColumn<>(heading.title());
        heading.over(column);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(getter.apply(features.getValue())));
        Painters.set(column, Painters.text(row -> String.valueOf(getter.apply(row))));
        column.setPrefWidth(width);
        column.setMinWidth(48);
        return column;
    }

    private static <S> TableColumn<S, Double> number(
            Heading heading, int decimals, double width, ToDoubleFunction<S> getter, boolean change) {
        TableColumn<S, Double> column = plainNumber(heading, width, getter);
        Painters.set(
                column,
                change
                        ? new ChangePainter<>(decimals, getter)
                        : Painters.figure(row -> Formats.number(getter.applyAsDouble(row), decimals)));
        return column;
    }

    /** Sorted as numbers are; the caller sets how cells look. */
    private static <S> TableColumn<S, Double> plainNumber(Heading heading, double width, ToDoubleFunction<S> getter) {
        TableColumn<S, Double> column = column(heading, width, row -> getter.applyAsDouble(row));
        column.getStyleClass().add("figure-column");
        column.setComparator(undefinedLast(column, value -> Double.isNaN(value)));
        // The first click on a figure asks for the highest ones.
        column.setSortType(SortType.DESCENDING);
        return column;
    }

    /** The table reverses a comparator for descending order, so this one looks at the order it is used in. */
    private static <T extends Comparable<T>> Comparator<T> undefinedLast(
            TableColumn<?, ?> column, Predicate<T> undefined) {
        return (a, b) -> {
            boolean noA = undefined.test(a);
            boolean noB = undefined.test(b);
            if (noA || noB) {
                int last = noA == noB ? 0 : noA ? 1 : -1;
                return column.getSortType() == SortType.ASCENDING ? last : -last;
            }
            return a.compareTo(b);
        };
    }
}
