package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Field.Unit;
import io.alphaforge.catalog.MaintenanceFields;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenanceItem.Kind;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What maintenance found: for people in a table a kind, each with the columns that it needs; for programs every field. */
final class MaintenanceTable {
    private static final Field<MaintenanceItem> NAME = Field.text("name", MaintenanceItem::name);
    private static final Field<MaintenanceItem> OF = Field.text("of", MaintenanceItem::table);
    private static final Field<MaintenanceItem> SIZE =
            size("size", i -> i.figures().bytes());
    private static final Field<MaintenanceItem> NOTE = Field.text("note", MaintenanceItem::note);
    private static final Field<MaintenanceItem> RATIO =
            Field.real("compression", Unit.RATIO, i -> i.figures().compression());
    private static final Field<MaintenanceItem> USES =
            count("uses", i -> i.figures().uses());

    private MaintenanceTable() {}

    /** @param kinds that are wanted; empty for all, of which a screen leaves chunks out */
    static void write(List<MaintenanceItem> items, List<Kind> kinds, OutputFormat format, PrintStream out) {
        List<MaintenanceItem> wanted = items.stream()
                .filter(i -> kinds.isEmpty() || kinds.contains(i.kind()))
                .toList();
        if (format != OutputFormat.table) {
            new Rows<>(MaintenanceFields.all(), List.of()).write(wanted, format, out);
            return;
        }
        boolean first = true;
        for (Kind kind : Kind.values()) {
            List<MaintenanceItem> of = wanted.stream()
                    .filter(i -> i.kind() == kind && (kind != Kind.CHUNK || kinds.contains(kind)))
                    .toList();
            if (!of.isEmpty()) {
                if (!first) {
                    out.println();
                }
                first = false;
                out.println(title(kind));
                TextTable.write(fields(kind), of, out);
            }
        }
        out.flush();
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case TABLE -> "Tables";
            case VIEW -> "Views";
            case CHUNK -> "Chunks";
            case INDEX -> "Indexes";
            case UNUSED_INDEX -> "Unused indexes";
            case LEFTOVER -> "Leftover tables";
            case RETENTION -> "Retention";
            case SETTING -> "Settings";
            case FILE -> "File";
        };
    }

    private static List<Field<MaintenanceItem>> fields(Kind kind) {
        Field<MaintenanceItem> indexes = size("indexes", i -> i.figures().indexBytes());
        Field<MaintenanceItem> rows = count("about rows", i -> i.figures().rows());
        return switch (kind) {
            case TABLE, VIEW ->
                List.of(
                        NAME,
                        SIZE,
                        indexes,
                        rows,
                        count("chunks", i -> i.figures().chunks()),
                        RATIO,
                        NOTE);
            case LEFTOVER -> List.of(NAME, SIZE, indexes, rows, NOTE);
            case CHUNK -> List.of(NAME, OF, SIZE, indexes, RATIO, NOTE);
            case INDEX, UNUSED_INDEX -> List.of(NAME, OF, SIZE, USES, NOTE);
            case RETENTION -> List.of(OF, NOTE);
            case FILE -> List.of(NAME, SIZE, NOTE);
            case SETTING ->
                List.of(
                        NAME,
                        Field.text("value", MaintenanceItem::value),
                        Field.text("recommended", MaintenanceItem::recommended),
                        Field.text("why", MaintenanceItem::note));
        };
    }

    private static Field<MaintenanceItem> count(String name, ToDoubleFunction<MaintenanceItem> getter) {
        return new Field<>(name, Field.Kind.INTEGER, Unit.NONE, i -> {
            double value = getter.applyAsDouble(i);
            return Double.isFinite(value) ? Math.round(value) : null;
        });
    }

    private static Field<MaintenanceItem> size(String name, ToDoubleFunction<MaintenanceItem> getter) {
        return Field.text(name, i -> bytes(getter.applyAsDouble(i)));
    }

    private static @Nullable String bytes(double bytes) {
        if (!Double.isFinite(bytes)) {
            return null;
        }
        if (bytes < 1 << 20) {
            return Formats.text("%,.0f kB", bytes / (1 << 10));
        }
        return bytes < 1 << 30
                ? Formats.text("%,.1f MB", bytes / (1 << 20))
                : Formats.text("%,.2f GB", bytes / (1 << 30));
    }
}
