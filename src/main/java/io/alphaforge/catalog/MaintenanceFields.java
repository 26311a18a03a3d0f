package io.alphaforge.catalog;

import io.alphaforge.catalog.Field.Kind;
import io.alphaforge.catalog.Field.Unit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of what maintenance finds, for files and tables. */
public final class MaintenanceFields {
    private static final List<Field<MaintenanceItem>> ALL = List.of(
            Field.text("kind", i -> i.kind().words()),
            Field.text("name", MaintenanceItem::name),
            Field.text("table", MaintenanceItem::table),
            whole("bytes", i -> i.figures().bytes()),
            whole("index_bytes", i -> i.figures().indexBytes()),
            whole("rows", i -> i.figures().rows()),
            new Field<>(
                    "rows_estimated",
                    Kind.FLAG,
                    Unit.NONE,
                    i -> Double.isFinite(i.figures().rows()) ? true : null),
            whole("chunks", i -> i.figures().chunks()),
            Field.real("compression_ratio", Unit.RATIO, i -> i.figures().compression()),
            whole("uses", i -> i.figures().uses()),
            Field.text("value", i -> orNull(i.value())),
            Field.text("recommended", i -> orNull(i.recommended())),
            Field.text("note", i -> orNull(i.note())),
            Field.text(
                    "actions",
                    i -> orNull(
                            i.actions().stream().map(MaintenanceAction::code).collect(Collectors.joining(" ")))));

    private MaintenanceFields() {}

    /** Every field in order. */
    public static List<Field<MaintenanceItem>> all() {
        return ALL;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Field<MaintenanceItem> whole(String name, ToDoubleFunction<MaintenanceItem> getter) {
        return new Field<>(name, Kind.INTEGER, Unit.NONE, item -> {
            double value = getter.applyAsDouble(item);
            return Double.isFinite(value) ? Math.round(value) : null;
        });
    }
}
