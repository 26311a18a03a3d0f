package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import java.io.PrintStream;
import java.util.List;

/**
 * Writes rows of one kind in one format.
 *
 * @param <R> what a row is
 */
final class Rows<R> {
    private final List<Field<R>> all;
    private final List<Field<R>> shown;

    /**
     * Rows of these fields.
     *
     * @param all every field, for programs
     * @param shown names of those that a table for people shows
     */
    Rows(List<Field<R>> all, List<String> shown) {
        this.all = all;
        this.shown = shown.stream()
                .map(name -> all.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no field " + name)))
                .toList();
    }

    /** Writes all rows. */
    void write(List<R> rows, OutputFormat format, PrintStream out) {
        switch (format) {
            case table -> TextTable.write(shown, rows, out);
            case json -> {
                JsonLines json = new JsonLines(out);
                rows.forEach(row -> json.line(object -> object.fields(all, row)));
            }
            case csv -> {
                CsvLines<R> csv = new CsvLines<>(all, out);
                rows.forEach(csv::line);
            }
        }
        out.flush();
    }
}
