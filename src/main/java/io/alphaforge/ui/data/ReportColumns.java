package io.alphaforge.ui.data;

import static io.alphaforge.catalog.Field.text;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Kind;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.feed.FileReport.Imported;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Ink;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is told of every file of an import, on screen and in files. */
final class ReportColumns {
    private static final List<Field<ReportLine>> FIELDS = List.of(
            text("file", ReportLine::file),
            new Field<>("imported", Kind.FLAG, Unit.NONE, ReportLine::imported),
            text("symbol", line -> of(line, done -> done.series().symbol())),
            text("interval", line -> of(line, done -> done.series().interval().code())),
            text("layout", line -> of(line, done -> done.layout().code())),
            whole("bars", Imported::bars),
            new Field<>("from", Kind.TIME, Unit.NONE, line -> of(line, Imported::firstOpen)),
            new Field<>("to", Kind.TIME, Unit.NONE, line -> of(line, Imported::lastOpen)),
            whole("added", Imported::added),
            whole("changed", Imported::changed),
            whole("unchanged", Imported::unchanged),
            whole("missing", done -> done.quality().missing()),
            whole("duplicates", done -> done.quality().duplicates()),
            whole("overridden", Imported::overridden),
            whole("rejected", done -> done.quality().rejected()),
            whole("incomplete", Imported::incomplete),
            text("note", ReportLine::text));

    private ReportColumns() {}

    /** Every field in order. */
    static List<Field<ReportLine>> fields() {
        return FIELDS;
    }

    /** The columns of the table. */
    static List<TableColumn<ReportLine, ?>> of(TimeText times) {
        TableColumn<ReportLine, String> result = Columns.text(
                new Heading("Result", "Whether the file is in the database now, or in a trial whether it could be."),
                104,
                ReportLine::result);
        Painters.set(
                result,
                Painters.sign(
                        ReportLine::result,
                        line -> failed(line) ? Feather.X_CIRCLE : Feather.CHECK,
                        line -> failed(line) ? Ink.DOWN : Ink.UP,
                        line -> failed(line) ? Ink.DOWN : Ink.TEXT));
        TableColumn<ReportLine, String> note = Columns.text(
                new Heading("Note", "What to note of the file, or why nothing of it was imported."),
                320,
                ReportLine::text);
        List<TableColumn<ReportLine, ?>> columns = List.of(
                result,
                Columns.text(new Heading("File", "As it was found."), 192, ReportLine::name),
                Columns.text(
                        new Heading("Series", "Symbol and interval, told from content and name."),
                        152,
                        line -> word(line, done -> done.series().toString())),
                Columns.text(
                        new Heading("Layout", "Of which kind the file is."),
                        96,
                        line -> word(line, done -> done.layout().code())),
                count("Bars", "Bars in the file.", 72, Imported::bars),
                date("From", "When its first bar opens.", Imported::firstOpen, times),
                date("To", "When its last bar opens.", Imported::lastOpen, times),
                count("New", "Bars that had not been stored before.", 72, Imported::added),
                count("Changed", "Stored bars whose values were replaced.", 80, Imported::changed),
                note);
        // The note alone gives way where there is little room.
        columns.stream()
                .filter(column -> !column.equals(note))
                .forEach(column -> column.setMinWidth(column.getPrefWidth()));
        return columns;
    }

    private static boolean failed(ReportLine line) {
        return line.result().equals("failed");
    }

    private static TableColumn<ReportLine, Double> count(
            String title, String definition, double width, ToLongFunction<Imported> getter) {
        return Columns.figure(new Heading(title, definition), 0, width, line -> {
            Imported done = line.found();
            return done == null ? Double.NaN : getter.applyAsLong(done);
        });
    }

    private static TableColumn<ReportLine, Long> date(
            String title, String definition, ToLongFunction<Imported> getter, TimeText times) {
        return Columns.bar(
                new Heading(title, definition),
                96,
                line -> {
                    Imported done = line.found();
                    return done == null ? Columns.NO_TIME : getter.applyAsLong(done);
                },
                line -> {
                    Imported done = line.found();
                    return done == null ? Interval.D1 : done.series().interval();
                },
                times::day);
    }

    private static Field<ReportLine> whole(String name, Function<Imported, Long> getter) {
        return new Field<>(name, Kind.INTEGER, Unit.NONE, line -> of(line, getter));
    }

    private static <T> @Nullable T of(ReportLine line, Function<Imported, T> getter) {
        Imported done = line.found();
        return done == null ? null : getter.apply(done);
    }

    private static String word(ReportLine line, Function<Imported, String> getter) {
        String word = of(line, getter);
        return word == null ? Formats.UNDEFINED : word;
    }
}
