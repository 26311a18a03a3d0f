package io.alphaforge.feed;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Reads rows of separated columns, without making a string of any field. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final RowSink sink;
    private final long firstLine;
    private final Role[] roles;
    private boolean data;
    private boolean blank;

    private CsvRows(Recipe recipe, RowSink sink) {
        this.sink = sink;
        this.firstLine = recipe.firstLine();
        this.roles = recipe.roles().toArray(Role[]::new);
    }

    /** @throws UnusableFileException when the columns cannot be told apart, because a quote is never closed */
    static void read(Reader text, Recipe recipe, RowSink sink) throws IOException {
        try (var reader = CsvReader.builder()
                .fieldSeparator(recipe.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(new CsvRows(recipe, sink), text)) {
            var rows = reader.iterator();
            while (rows.hasNext()) {
                rows.next();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnusableFileException("cannot be split into columns; a quotation mark may never be closed", e);
        }
    }

    @Override
    protected void handleBegin(long line) {
        data = line >= firstLine;
        blank = true;
        sink.begin(line);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        blank &= length == 0;
        if (data && index < roles.length) {
            sink.field(roles[index], buffer, offset, length);
        }
    }

    @Override
    protected Boolean buildRecord() {
        int columns = getFieldCount();
        if (data && columns == roles.length) {
            sink.end();
        } else if (data && !(blank && columns <= 1)) {
            sink.reject("it has " + columns + (columns == 1 ? " column" : " columns") + " instead of " + roles.length);
        }
        return Boolean.TRUE;
    }
}
