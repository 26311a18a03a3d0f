package io.alphaforge.ui.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.alphaforge.catalog.Field;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path target = file.toAbsolutePath();
        // In the same folder, because only there a move is one step.
        Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part);
                    CsvWriter csv =
                            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
                csv.writeRecord(fields.stream().map(Field::name).toList());
                for (R row : rows) {
                    csv.writeRecord(
                            fields.stream().map(field -> field.plain(row)).toList());
                }
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
