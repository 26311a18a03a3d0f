package io.alphaforge.feed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.market.Instrument;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of JSON: arrays of values, or objects with named values, at any depth. */
final class JsonRows {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final RowSink sink;
    private final Function<String, Optional<Instrument>> instruments;
    private final Map<String, Role> roles = new HashMap<>();
    private @Nullable Found found;
    private int columns;
    private long row;

    private JsonRows(JsonParser parser, RowSink sink, Function<String, Optional<Instrument>> instruments) {
        this.parser = parser;
        this.sink = sink;
        this.instruments = instruments;
    }

    /**
     * What the first row shows.
     *
     * @param roles what the values of a row mean
     */
    record Found(Layout layout, List<Role> roles) {}

    /**
     * Reads all rows.
     *
     * @param instruments what a file with this symbol, or with none (empty), is of
     * @throws UnusableFileException when this is no JSON or holds no rows
     */
    static Found read(Reader text, RowSink sink, Function<String, Optional<Instrument>> instruments)
            throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            var rows = new JsonRows(parser, sink, instruments);
            rows.readAll();
            if (rows.found == null) {
                throw new UnusableFileException("is JSON without candles");
            }
            return rows.found;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnusableFileException(
                    "is cut off or no JSON" + (at == null ? "" : ", from line " + at.getLineNr() + " on")
                            + "; fetch it again",
                    e);
        }
    }

    private void readAll() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
                if (token != null && token.isScalarValue()) {
                    array(token);
                    token = parser.nextToken();
                }
            } else {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getParent().inArray()) {
                    object();
                }
                token = parser.nextToken();
            }
        }
    }

    private void array(JsonToken first) throws IOException {
        if (found == null) {
            sink.expect(LayoutDetector.PLAIN_ROW);
        }
        begin();
        int index = 0;
        for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (index < LayoutDetector.PLAIN_ROW.size()) {
                field(LayoutDetector.PLAIN_ROW.get(index));
            } else {
                parser.skipChildren();
            }
            index++;
        }
        if (found == null) {
            if (index != 6 && index != 11 && index != 12) {
                throw new UnusableFileException("is in no known layout: its JSON arrays hold " + index
                        + " values; known are 6 (time, four prices, volume) and 12 (Binance)");
            }
            found = new Found(index == 6 ? Layout.FREQTRADE : Layout.BINANCE, LayoutDetector.PLAIN_ROW);
            columns = index;
        }
        if (index == columns) {
            sink.end();
        } else {
            sink.reject("it has " + index + " values instead of " + columns);
        }
    }

    private void object() throws IOException {
        if (found == null) {
            found = new Found(Layout.COINBASE_JSON, firstObject());
            return;
        }
        begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Role role = roles.getOrDefault(parser.currentName(), Role.IGNORED);
            parser.nextToken();
            field(role);
        }
        sink.end();
    }

    /** What a name means depends on the other names, so the first object is read before it is understood. */
    private List<Role> firstObject() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                values.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        List<String> names = List.copyOf(values.keySet());
        List<Role> read = Recipe.withOneVolume(ColumnNames.roles(names, List.copyOf(values.values()), instruments));
        if (!read.containsAll(List.of(Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE))) {
            throw new UnusableFileException("is in no known layout: its JSON objects hold "
                    + names.stream().limit(12).map(Rejections::quoted).collect(Collectors.joining(", ")));
        }
        for (int i = 0; i < names.size(); i++) {
            roles.put(names.get(i), read.get(i));
        }
        sink.expect(read);
        sink.begin(line, ++row);
        values.forEach((name, value) ->
                sink.field(roles.getOrDefault(name, Role.IGNORED), value.toCharArray(), 0, value.length()));
        sink.end();
        return read;
    }

    private void begin() {
        row++;
        sink.begin(parser.currentTokenLocation().getLineNr(), row);
    }

    private void field(Role role) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            sink.field(role, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } else {
            parser.skipChildren();
        }
    }
}
