package io.alphaforge.ui.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.alphaforge.catalog.Field;
import io.alphaforge.files.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes rows as CSV in UTF-8: a heading with the names of the fields, then a line for each row in full precision. */
final class CsvFile {
    private CsvFile() {}

    /**
     * Writes the file whole or not at all: what was there under the name stays until the new one is complete.
     *
     * @throws IOException when it cannot be written; nothing is left behind then
     */
    static <R> void write(Path file, List<Field<R>> fields, List<R> rows) throws IOException {
        WholeFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(fields.stream().map(Field::name).toList());
            for (R row : rows) {
                csv.writeRecord(fields.stream().map(field -> field.plain(row)).toList());
            }
            csv.flush();
        });
    }
}
