package io.alphaforge.ui.kit.table;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What rows of a table look like and do.
 *
 * @param tone how much a row stands out
 * @param hint what shows over a row on hover, where no cell has more to say; empty for nothing
 * @param open called on a double click
 * @param <S> rows
 */
public record RowLook<S>(Function<S, Tone> tone, Function<S, String> hint, Consumer<S> open) {
    /** Plain rows. */
    public static <S> RowLook<S> plain(Consumer<S> open) {
        return new RowLook<>(row -> Tone.PLAIN, row -> "", open);
    }

    /** Rows that differ in tone alone. */
    public static <S> RowLook<S> toned(Function<S, Tone> tone, Consumer<S> open) {
        return new RowLook<>(tone, row -> "", open);
    }
}
