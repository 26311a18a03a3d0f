package io.alphaforge.feed;

import static io.alphaforge.feed.Role.CLOSE;
import static io.alphaforge.feed.Role.HIGH;
import static io.alphaforge.feed.Role.IGNORED;
import static io.alphaforge.feed.Role.LOW;
import static io.alphaforge.feed.Role.OPEN;
import static io.alphaforge.feed.Role.TIME;
import static io.alphaforge.feed.Role.VOLUME;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.alphaforge.market.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the layout of a file from how it begins. */
final class LayoutDetector {
    /** The first columns of a row without a header, prices in the order that most files have. */
    static final List<Role> PLAIN_ROW = List.of(TIME, OPEN, HIGH, LOW, CLOSE, VOLUME);

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    /** Banner, header and enough rows to tell the separator. */
    private static final int LINES = 20;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=.?\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*\\d+,\\d+\\s*");
    private static final Set<Role> PRICES = EnumSet.of(OPEN, HIGH, LOW, CLOSE);
    private static final Pattern LEAN_TIME = Pattern.compile("\\d{8} \\d{2}:\\d{2}");
    private static final List<Role> COINBASE_ROW = List.of(TIME, LOW, HIGH, OPEN, CLOSE, VOLUME);

    private LayoutDetector() {}

    /**
     * Tells how to read a text.
     *
     * @param instruments what a file with this symbol, or with none (empty), is of
     * @throws UnusableFileException when the text has no layout that is known
     */
    static Recipe detect(TextHead head, Function<String, Optional<Instrument>> instruments) {
        char first = head.text().stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return new Recipe(Layout.FREQTRADE, true, false, ',', 1, List.of(), true);
        }
        char separator = separator(head);
        List<CsvRecord> lines = lines(head, separator);
        int start = 0;
        // A banner, such as the address of the site that the file comes from, stands alone in its line.
        while (start < lines.size() && (lines.get(start).getFieldCount() == 1 || isSeparatorLine(lines.get(start)))) {
            start++;
        }
        if (start == lines.size()) {
            throw new UnusableFileException("is in no known layout: it has no columns; " + advice());
        }
        CsvRecord top = lines.get(start);
        List<String> fields = top.getFields();
        if (isHeader(fields)) {
            if (start + 1 == lines.size()) {
                throw new UnusableFileException("has a header but no rows");
            }
            List<String> row = lines.get(start + 1).getFields();
            List<Role> roles = ColumnNames.roles(fields, row, instruments);
            requirePoints(roles, row, separator);
            TimeColumns.requireClear(
                    fields,
                    roles,
                    lines.stream().skip(start + 1).map(CsvRecord::getFields).toList());
            return withHeader(fields, roles, separator, top.getStartingLineNumber() + 1);
        }
        requirePoints(plainRow(Math.max(fields.size(), PLAIN_ROW.size())), fields, separator);
        return withoutHeader(fields, separator, top.getStartingLineNumber());
    }

    /** Spreadsheets say in a first line of its own what separates the columns. */
    private static boolean isSeparatorLine(CsvRecord line) {
        return line.getStartingLineNumber() == 1
                && SEPARATOR_LINE.matcher(line.getField(0)).matches();
    }

    private static void requirePoints(List<Role> roles, List<String> row, char separator) {
        for (int i = 0; i < Math.min(roles.size(), row.size()); i++) {
            if (separator != ','
                    && PRICES.contains(roles.get(i))
                    && DECIMAL_COMMA.matcher(row.get(i)).matches()) {
                throw new UnusableFileException("writes its numbers with a decimal comma ("
                        + Rejections.quoted(row.get(i).strip()) + "); save it with decimal points");
            }
        }
    }

    private static Recipe withHeader(List<String> names, List<Role> roles, char separator, long firstLine) {
        List<String> normal = names.stream().map(ColumnNames::normal).toList();
        if (!roles.containsAll(List.of(TIME, OPEN, HIGH, LOW, CLOSE))) {
            if (normal.contains("fundingrate")) {
                throw new UnusableFileException("holds funding rates, not bars");
            }
            String columns = names.stream().map(Rejections::quoted).limit(12).collect(Collectors.joining(", "));
            throw new UnusableFileException("is in no known layout: its columns are " + columns + "; " + advice());
        }
        return new Recipe(layout(normal, roles), false, true, separator, firstLine, roles, false);
    }

    private static Layout layout(List<String> normal, List<Role> roles) {
        if (normal.contains("marketcap")) {
            return Layout.COIN_MARKET_CAP;
        } else if (normal.contains("adjclose")) {
            return Layout.YAHOO;
        } else if (ColumnNames.hasTwoNamedVolumes(normal, roles)) {
            return Layout.CRYPTO_DATA_DOWNLOAD;
        } else if (normal.getFirst().equals("opentime") && normal.size() >= 11 && normal.contains("closetime")) {
            return Layout.BINANCE;
        } else if (roles.getFirst() == TIME && normal.getFirst().isEmpty()) {
            return Layout.DATA_FRAME;
        }
        return roles.stream().filter(role -> role != IGNORED).toList().equals(COINBASE_ROW)
                ? Layout.COINBASE
                : Layout.ARCHIVE;
    }

    private static Recipe withoutHeader(List<String> fields, char separator, long firstLine) {
        boolean time = TimeText.parse(fields.getFirst()) != TimeText.NONE;
        boolean epoch = time && !Double.isNaN(NumberText.parse(fields.getFirst()));
        int columns = fields.size();
        if (epoch && (columns == 12 || columns == 11)) {
            return new Recipe(Layout.BINANCE, false, false, separator, firstLine, plainRow(columns), false);
        } else if (epoch
                && columns == 7
                && WHOLE_NUMBER.matcher(fields.getLast()).matches()) {
            return new Recipe(Layout.KRAKEN, false, false, separator, firstLine, plainRow(columns), false);
        } else if (time && columns == 6) {
            // Which of the layouts of six columns it is, the order of the prices will tell.
            boolean lean = LEAN_TIME.matcher(fields.getFirst()).matches();
            return new Recipe(
                    lean ? Layout.LEAN : Layout.ARCHIVE, false, false, separator, firstLine, plainRow(columns), !lean);
        }
        if (time && columns == 7 && TimeColumns.isClock(fields.get(1))) {
            List<Role> roles = new ArrayList<>(PLAIN_ROW);
            roles.add(1, Role.CLOCK);
            return new Recipe(Layout.ARCHIVE, false, false, separator, firstLine, roles, false);
        }
        throw new UnusableFileException("is in no known layout: it has no header, and its first row has " + columns
                + (columns == 1 ? " column" : " columns") + (time ? "" : " that begin with no time") + "; " + advice());
    }

    /** The roles of {@code columns} columns that begin like every row without a header. */
    static List<Role> plainRow(int columns) {
        List<Role> roles = new ArrayList<>(PLAIN_ROW);
        roles.addAll(Collections.nCopies(columns - roles.size(), IGNORED));
        return roles;
    }

    /** A header names columns, so no field of it is a number, and two or more names mean something. */
    private static boolean isHeader(List<String> fields) {
        return fields.stream().allMatch(field -> Double.isNaN(NumberText.parse(field)))
                && TimeText.parse(fields.getFirst()) == TimeText.NONE;
    }

    /** What gives most columns; where numbers have decimal commas, of two the one that also splits the header. */
    private static char separator(TextHead head) {
        char best = SEPARATORS[0];
        int most = 1;
        long mostAlike = 0;
        for (char separator : SEPARATORS) {
            List<CsvRecord> lines = lines(head, separator);
            int columns = lines.isEmpty() ? 0 : lines.getLast().getFieldCount();
            long alike = lines.stream()
                    .filter(line -> line.getFieldCount() == columns)
                    .count();
            if (columns > most || (columns > 1 && columns == most && alike >= mostAlike)) {
                best = separator;
                most = columns;
                mostAlike = alike;
            }
        }
        return best;
    }

    private static List<CsvRecord> lines(TextHead head, char separator) {
        List<CsvRecord> lines = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(head.firstLines(LINES))) {
            reader.forEach(lines::add);
        } catch (CsvParseException e) {
            throw new UnusableFileException(
                    "cannot be split into columns; a quotation mark among its first lines may never be closed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static String advice() {
        return "known layouts are " + Layout.known();
    }
}
