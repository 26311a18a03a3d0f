package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Aligned columns for people: text to the left, numbers to the right, the unit in the heading. */
final class TextTable {
    private TextTable() {}

    static <R> void write(List<Field<R>> fields, List<R> rows, PrintStream out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(fields.stream().map(TextTable::heading).toList());
        for (R row : rows) {
            lines.add(fields.stream().map(f -> Formats.value(f, f.of(row))).toList());
        }
        int[] widths = new int[fields.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - line.get(i).length());
                boolean left = isText(fields.get(i));
                text.append(left ? line.get(i) + pad : pad + line.get(i)).append(i + 1 < widths.length ? "  " : "");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static boolean isText(Field<?> field) {
        return field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.FLAG || field.kind() == Field.Kind.TIME;
    }

    private static String heading(Field<?> field) {
        String name = field.name().replaceFirst("_pct$", "").replace('_', ' ').toUpperCase(Locale.ROOT);
        return switch (field.unit()) {
            case PERCENT, CHANGE -> name + " %";
            case MILLISECONDS -> field.name().endsWith("_ms") ? name.replaceFirst(" MS$", "") + " ms" : name + " ms";
            default -> name;
        };
    }
}
