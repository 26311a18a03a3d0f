package io.alphaforge.feed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.market.Instrument;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of JSON: arrays of values, or objects with named values, at any depth, all of them in one array or one a line.
 * What is named {@code symbol} in the objects around them is their symbol.
 */
final class JsonRows {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** The place of rows that are in no array, one after the other. */
    private static final int TOP = 0;

    private final JsonParser parser;
    private final RowSink sink;
    private final JsonNames names;
    private @Nullable Found found;
    private int columns;
    private long row;
    private int places;
    private int place = -1;
    private String key = "";

    private JsonRows(JsonParser parser, RowSink sink, Function<String, Optional<Instrument>> instruments) {
        this.parser = parser;
        this.sink = sink;
        this.names = new JsonNames(instruments);
    }

    /**
     * What the rows show.
     *
     * @param roles what the values of a row mean
     * @param key the name that the rows, or what is around them, have, where it can be that of a market; else empty
     */
    record Found(Layout layout, List<Role> roles, String key) {}

    /**
     * Reads all rows.
     *
     * @param instruments what a file with this symbol, or with none (empty), is of
     * @throws UnusableFileException when this is no JSON, holds no rows, or rows in several places
     */
    static Found read(Reader text, RowSink sink, Function<String, Optional<Instrument>> instruments)
            throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            var rows = new JsonRows(parser, sink, instruments);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                rows.value(token, "", TOP);
            }
            if (rows.found == null) {
                throw new UnusableFileException("is JSON without candles");
            }
            return new Found(rows.found.layout(), rows.found.roles(), rows.key);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnusableFileException(
                    "is cut off or no JSON" + (at == null ? "" : ", from line " + at.getLineNr() + " on")
                            + "; fetch it again",
                    e);
        }
    }

    /**
     * Reads a value to its end.
     *
     * @param around the name that it, or what is around it, has, where that can be a market's
     * @param in the place that it is a row of, if it is one; negative where it can be none
     */
    private void value(JsonToken token, String around, int in) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            array(around, in);
        } else if (token == JsonToken.START_OBJECT) {
            if (in > TOP) {
                settle(in, around);
                object();
            } else {
                named(around, in);
            }
        }
    }

    private void array(String around, int in) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != null && first.isScalarValue()) {
            if (in < 0) {
                // A list of something beside the rows.
                skipRest();
                return;
            }
            settle(in, around);
            row(first);
            return;
        }
        places++;
        int inside = places;
        for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(token, around, inside);
        }
    }

    /** An object that is in no array: what is around rows, or one of the rows that follow each other. */
    private void named(String around, int in) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        long before = row;
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isScalarValue()) {
                values.put(name, parser.getText());
            } else {
                value(token, JsonNames.isMarket(name) ? name : around, -1);
            }
        }
        if (row > before) {
            values.forEach((name, value) -> {
                if (JsonNames.isSymbol(name)) {
                    sink.field(Role.SYMBOL, value.toCharArray(), 0, value.length());
                }
            });
        } else if (in == TOP && (place == TOP || JsonNames.isRow(values))) {
            settle(in, around);
            object(line, values);
        }
    }

    /** All rows have one place: what is elsewhere is of another market. */
    private void settle(int in, String around) {
        if (place < 0) {
            place = in;
            key = around;
        } else if (in != place) {
            throw new UnusableFileException(
                    "holds candles in several places" + (around.isEmpty() ? "" : ", one of them " + quoted(around))
                            + "; split it into one file for each market");
        }
    }

    private static String quoted(String name) {
        return Rejections.quoted(name);
    }

    private void skipRest() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            parser.skipChildren();
            token = parser.nextToken();
        }
    }

    private void row(JsonToken first) throws IOException {
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
            found = new Found(index == 6 ? Layout.FREQTRADE : Layout.BINANCE, LayoutDetector.PLAIN_ROW, "");
            columns = index;
        }
        if (index == columns) {
            sink.end();
        } else {
            sink.reject("it has " + index + " values instead of " + columns);
        }
    }

    private void object() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        if (found == null) {
            object(line, values());
            return;
        }
        begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Role role = names.role(name);
            if (role == null) {
                role = extended(name, token.isScalarValue() ? parser.getText() : "");
            }
            field(role);
        }
        sink.end();
    }

    private Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                values.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return values;
    }

    /** What a name means depends on the other names, so the first object is read before it is understood. */
    private void object(long line, Map<String, String> values) {
        if (found == null) {
            List<Role> roles = names.learn(values);
            if (!roles.containsAll(JsonNames.NEEDED)) {
                throw new UnusableFileException("is in no known layout: its JSON objects hold "
                        + values.keySet().stream()
                                .limit(12)
                                .map(Rejections::quoted)
                                .collect(Collectors.joining(", ")));
            }
            found = new Found(Layout.COINBASE_JSON, roles, "");
            sink.expect(roles);
        }
        row++;
        sink.begin(line, row);
        values.forEach((name, value) -> {
            Role role = names.role(name);
            sink.field(role == null ? extended(name, value) : role, value.toCharArray(), 0, value.length());
        });
        sink.end();
    }

    /** The role of a name that no object before had. */
    private Role extended(String name, String value) {
        Role role = names.extend(name, value);
        if (role == Role.VOLUME || role == Role.QUOTE_VOLUME) {
            sink.expectVolume(role);
        }
        if (role != Role.IGNORED) {
            found = new Found(Layout.COINBASE_JSON, names.roles(), "");
        }
        return role;
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
