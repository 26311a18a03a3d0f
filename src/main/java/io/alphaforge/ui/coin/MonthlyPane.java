package io.alphaforge.ui.coin;

import io.alphaforge.metrics.MonthlyReturns;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.chart.ChartColors;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

/** Monthly returns as a map: years below each other, twelve months and the year's total beside each other. */
final class MonthlyPane {
    private static final double STRONGEST = 0.5;
    private static final double LEAST_SPAN = 5;
    private static final int TOTAL = 13;

    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final List<Cell> cells = new ArrayList<>();

    /** One tinted figure: {@code share} from −1 to 1 says how strongly. */
    private record Cell(Label label, double share) {}

    MonthlyPane(MonthlyReturns returns, ChartColors colors) {
        grid.getStyleClass().add("months");
        scroll.getStyleClass().add("months-scroll");
        scroll.setFitToWidth(true);
        for (int column = 0; column <= TOTAL; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == 0 ? Priority.NEVER : Priority.ALWAYS);
            constraints.setMinWidth(48);
            constraints.setPrefWidth(column == 0 ? 64 : 72);
            grid.getColumnConstraints().add(constraints);
        }
        grid.add(label("Return %", "months-head", "months-corner"), 0, 0);
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            grid.add(label(name, "months-head"), month.getValue(), 0);
        }
        grid.add(label("Year", "months-head"), TOTAL, 0);
        double monthSpan = span(
                returns.years().stream().flatMap(year -> year.months().stream()).toList());
        double yearSpan =
                span(returns.years().stream().map(MonthlyReturns.Year::total).toList());
        for (MonthlyReturns.Year year : returns.years()) {
            row(year, monthSpan, yearSpan);
        }
        color(colors);
    }

    ScrollPane node() {
        return scroll;
    }

    /** Tints every figure in the colours of a theme; figures stay readable since the tint is at most half strong. */
    void color(ChartColors colors) {
        for (Cell cell : cells) {
            Color color = cell.share < 0 ? colors.down() : colors.up();
            Color tint = color.deriveColor(0, 1, 1, Math.abs(cell.share) * STRONGEST);
            cell.label.setBackground(new Background(new BackgroundFill(tint, new CornerRadii(3), null)));
        }
    }

    private void row(MonthlyReturns.Year year, double monthSpan, double yearSpan) {
        int row = grid.getRowCount();
        grid.add(label(String.valueOf(year.year()), "months-year"), 0, row);
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year.year();
            double value = year.months().get(month.getValue() - 1);
            grid.add(cell(name, value, monthSpan, "months-cell"), month.getValue(), row);
        }
        grid.add(cell("Year " + year.year(), year.total(), yearSpan, "months-total"), TOTAL, row);
    }

    private Label cell(String name, double percent, double span, String styleClass) {
        int decimals = Math.abs(percent) < 999.95 ? 1 : 0;
        Label label = label(Formats.change(percent, decimals), "months-figure", styleClass);
        label.setAccessibleText(name + ": " + Formats.changePercent(percent));
        if (Double.isFinite(percent)) {
            cells.add(new Cell(label, Math.clamp(percent / span, -1, 1)));
        }
        return label;
    }

    private static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** The size that is tinted strongest: the ninth of ten sizes, so that a single month does not pale all others. */
    private static double span(List<Double> percents) {
        List<Double> sizes = percents.stream()
                .filter(Double::isFinite)
                .map(Math::abs)
                .sorted()
                .toList();
        return sizes.isEmpty() ? LEAST_SPAN : Math.max(LEAST_SPAN, sizes.get((sizes.size() - 1) * 9 / 10));
    }
}
