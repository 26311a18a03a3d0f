package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * What the user looks for among the rows: words of which each is part of the symbol or of the note. Symbols separated by
 * commas are alternatives.
 */
final class RowFilter {
    private final StringProperty text = new SimpleStringProperty("");
    private final FilteredList<ResultRow> rows;
    private final FilteredList<FailedCoin> failures;

    RowFilter(ObservableList<ResultRow> allRows, ObservableList<FailedCoin> allFailures) {
        rows = new FilteredList<>(allRows);
        failures = new FilteredList<>(allFailures);
        text.subscribe(now -> {
            Predicate<String> wanted = wanted(now);
            rows.setPredicate(
                    wanted == null
                            ? null
                            : row ->
                                    wanted.test(row.symbol() + " " + noteOf(row).toUpperCase(Locale.ROOT)));
            failures.setPredicate(
                    wanted == null
                            ? null
                            : coin -> wanted.test(
                                    coin.symbol() + " " + coin.reason().toUpperCase(Locale.ROOT)));
        });
    }

    /** What stays unfilled or unexplained otherwise; empty when there is nothing to say. */
    static String noteOf(ResultRow row) {
        String note = row.result().noTradeReason();
        return note == null ? "" : note;
    }

    private static @Nullable Predicate<String> wanted(@Nullable String typed) {
        String clean = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (clean.isEmpty()) {
            return null;
        }
        List<List<String>> alternatives = Stream.of(clean.split(","))
                .map(part -> Stream.of(part.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .filter(words -> !words.isEmpty())
                .toList();
        return where -> alternatives.stream().anyMatch(words -> words.stream().allMatch(where::contains));
    }

    StringProperty text() {
        return text;
    }

    FilteredList<ResultRow> rows() {
        return rows;
    }

    FilteredList<FailedCoin> failures() {
        return failures;
    }
}
