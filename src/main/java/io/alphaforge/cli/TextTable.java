package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Aligned columns for people: text to the left, numbers to the right, the unit in the heading. */
final class TextTable {
    /** Shorter headings where the name of a field would waste the width of a screen. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("total_return_pct", "return_pct"),
            Map.entry("buy_and_hold_return_pct", "buy & hold_pct"),
            Map.entry("excess_return_pct", "excess_pct"),
            Map.entry("num_trades", "trades"),
            Map.entry("win_rate_pct", "win_pct"),
            Map.entry("max_drawdown_pct", "max dd_pct"),
            Map.entry("sharpe_ratio", "sharpe"),
            Map.entry("profit_factor", "pf"),
            Map.entry("exposure_pct", "exposed_pct"),
            Map.entry("quality_score", "quality"),
            Map.entry("change_24h_pct", "24h_pct"),
            Map.entry("change_7d_pct", "7d_pct"),
            Map.entry("all_time_high", "ath"),
            Map.entry("all_time_high_date", "ath date"),
            Map.entry("all_time_low", "atl"),
            Map.entry("all_time_low_date", "atl date"));

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
        String title = SHORT.getOrDefault(field.name(), field.name());
        String name = title.replaceFirst("_(pct|ms)$", "").replace('_', ' ').toUpperCase(Locale.ROOT);
        return switch (field.unit()) {
            case PERCENT, CHANGE -> name + " %";
            case MILLISECONDS -> name + " ms";
            default -> name;
        };
    }
}
