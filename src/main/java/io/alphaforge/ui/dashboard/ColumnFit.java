package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.TableMemory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Which columns a table shows that nobody has arranged: the most important ones, as many as there is room for. */
final class ColumnFit {
    /** Shown however little room there is. */
    private static final List<String> ALWAYS = List.of(
            "star",
            "symbol",
            "price",
            "change-24h",
            "change-7d",
            "sparkline",
            "volume-24h",
            "turnover",
            "from-high",
            "newest",
            "quality");

    /** Shown where there is room, the first ones first; those of a list together or not at all. */
    private static final List<List<String>> MORE = List.of(
            List.of("high-30d", "low-30d"),
            List.of("all-time-high", "all-time-high-date"),
            List.of("high-7d", "low-7d", "volume-7d"),
            List.of("volume-30d"),
            List.of("bars"),
            List.of("all-time-low", "all-time-low-date", "from-low"),
            List.of("name"));

    private static final double SCROLL_BAR = 16;
    private static final double LEAST_ROOM = 600;

    private ColumnFit() {}

    /** Follows the width of the table. */
    static void install(TableView<CoinLine> table, TableMemory<CoinLine> memory) {
        memory.standard(shown(table, 0));
        table.widthProperty().addListener((observable, before, now) -> {
            if (now.doubleValue() >= LEAST_ROOM) {
                memory.standard(shown(table, now.doubleValue() - SCROLL_BAR));
            }
        });
    }

    static TableColumn<CoinLine, ?> named(TableView<CoinLine> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> shown(TableView<CoinLine> table, double room) {
        Set<String> shown = new HashSet<>(ALWAYS);
        double left = room - width(table, ALWAYS);
        for (List<String> more : MORE) {
            double width = width(table, more);
            if (width <= left) {
                shown.addAll(more);
                left -= width;
            }
        }
        return shown;
    }

    private static double width(TableView<CoinLine> table, List<String> ids) {
        return ids.stream().mapToDouble(id -> named(table, id).getPrefWidth()).sum();
    }
}
