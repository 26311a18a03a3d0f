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
    private long line;
    private boolean broken;
    private final LastNumbers numbers = new LastNumbers();

    private CsvRows(Recipe recipe, RowSink sink) {
        this.sink = sink;
        this.firstLine = recipe.firstLine();
        this.roles = recipe.roles().toArray(Role[]::new);
    }

    /**
     * Reads all rows.
     *
     * @return what to know about the text, in words; empty where there is nothing
     * @throws UnusableFileException when a quotation mark is not closed in its line: all that follows may be in one field
     */
    static String read(Reader text, Recipe recipe, RowSink sink) throws IOException {
        var handler = new CsvRows(recipe, sink);
        var ends = new LineEnds(text);
        try (var reader = CsvReader.builder()
                .fieldSeparator(recipe.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(handler, ends)) {
            var rows = reader.iterator();
            while (rows.hasNext()) {
                rows.next();
                if (handler.broken) {
                    throw new UnusableFileException(unclosed(handler.line));
                }
            }
            return ends.open() && handler.numbers.stopShort() ? cutOff(handler.line) : "";
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnusableFileException(unclosed(handler.line), e);
        }
    }

    /** Many programs leave the end of the last line out; that its last number is shorter than all others is not usual. */
    private static String cutOff(long line) {
        return "line " + line
                + ", the last, has no line end, and its last number has fewer decimals than every other: the file"
                + " may be cut off there";
    }

    /** The sentence for a quotation mark that opens a field which its line does not close. */
    private static String unclosed(long line) {
        return "has a quotation mark in line " + line + " that is not closed there; mend that line and import it again";
    }

    @Override
    protected void handleBegin(long rowLine) {
        line = rowLine;
        data = rowLine >= firstLine;
        blank = true;
        numbers.begin();
        sink.begin(rowLine);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        blank &= length == 0;
        broken |= quoted && data && holdsLineBreak(buffer, offset, length);
        if (data && index < roles.length) {
            sink.field(roles[index], buffer, offset, length);
            if (index == roles.length - 1 && roles[index] != Role.IGNORED) {
                numbers.add(buffer, offset, length);
            }
        }
    }

    private static boolean holdsLineBreak(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r') {
                return true;
            }
        }
        return false;
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
