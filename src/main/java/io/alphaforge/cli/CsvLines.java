package io.alphaforge.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.alphaforge.catalog.Field;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes CSV with a heading; values that are not there are empty, times ISO 8601 in UTC. */
final class CsvLines<R> {
    private final List<Field<R>> fields;
    private final PrintStream out;

    CsvLines(List<Field<R>> fields, PrintStream out) {
        this.fields = fields;
        this.out = out;
        write(fields.stream().map(Field::name).toList());
    }

    void line(R row) {
        write(fields.stream().map(field -> field.plain(row)).toList());
    }

    private void write(List<String> values) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line)) {
            csv.writeRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(line);
        out.flush();
    }
}
