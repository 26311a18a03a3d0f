package io.alphaforge.ui.data;

import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SizeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;

/** The columns of what maintenance shows, group by group. */
final class MaintenanceColumns {
    private MaintenanceColumns() {}

    static List<TableColumn<MaintenanceItem, ?>> of(MaintenanceGroup group) {
        TableColumn<MaintenanceItem, String> name =
                Columns.text(new Heading("Name", "As the database has it."), 232, MaintenanceItem::name);
        TableColumn<MaintenanceItem, String> note =
                Columns.text(new Heading("Note", "What to know about it."), 360, MaintenanceItem::note);
        TableColumn<MaintenanceItem, Double> size =
                size("Size", "All of it, indexes included.", i -> i.figures().bytes());
        TableColumn<MaintenanceItem, Double> indexes = size(
                "Indexes", "What its indexes take of that.", i -> i.figures().indexBytes());
        TableColumn<MaintenanceItem, Double> ratio = Columns.figure(
                new Heading("Compression", "Size before over size after, of what is compressed."),
                1,
                104,
                i -> i.figures().compression());
        TableColumn<MaintenanceItem, String> of =
                Columns.text(new Heading("Of", "The table that it belongs to."), 184, MaintenanceItem::table);
        TableColumn<MaintenanceItem, String> kind = Columns.text(
                new Heading("Kind", "What it is."), 112, i -> i.kind().words());
        List<TableColumn<MaintenanceItem, ?>> columns = switch (group) {
            case TABLES ->
                List.of(
                        kind,
                        name,
                        size,
                        indexes,
                        rows(),
                        count(
                                "Chunks",
                                "Parts by time that it consists of.",
                                i -> i.figures().chunks()),
                        ratio,
                        note);
            case INDEXES ->
                List.of(
                        kind,
                        name,
                        of,
                        size,
                        count(
                                "Uses",
                                "How often queries used it since the server counts.",
                                i -> i.figures().uses()),
                        note);
            case CHUNKS -> List.of(name, of, size, indexes, ratio, note);
            case SETTINGS ->
                List.of(
                        name,
                        Columns.text(new Heading("Value", "As it is set."), 96, MaintenanceItem::value),
                        Columns.text(
                                new Heading("Recommended", "What follows from what is known of the server."),
                                120,
                                MaintenanceItem::recommended),
                        note);
            case QUERIES -> List.of();
        };
        columns.stream().filter(c -> !c.equals(note)).forEach(MaintenanceColumns::steady);
        return columns;
    }

    /** What is left of the width belongs to the last column. */
    static void steady(TableColumn<?, ?> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
    }

    private static TableColumn<MaintenanceItem, Double> count(
            String title, String definition, ToDoubleFunction<MaintenanceItem> getter) {
        return Columns.figure(new Heading(title, definition), 0, 96, getter);
    }

    private static TableColumn<MaintenanceItem, Double> rows() {
        return figure(
                new Heading("Rows", "About how many, as the server estimates."),
                112,
                i -> i.figures().rows(),
                rows -> Double.isFinite(rows) ? "≈ " + Formats.count(Math.round(rows)) : Formats.UNDEFINED);
    }

    private static TableColumn<MaintenanceItem, Double> size(
            String title, String definition, ToDoubleFunction<MaintenanceItem> getter) {
        return figure(new Heading(title, definition), 96, getter, SizeText::of);
    }

    private static TableColumn<MaintenanceItem, Double> figure(
            Heading heading, double width, ToDoubleFunction<MaintenanceItem> getter, DoubleFunction<String> text) {
        TableColumn<MaintenanceItem, Double> column = Columns.figure(heading, 0, width, getter);
        Painters.set(column, Painters.figure(item -> text.apply(getter.applyAsDouble(item))));
        return column;
    }
}
