package io.alphaforge.ui.performance;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.TimesFields;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.ui.kit.CsvExport;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves what the page shows: runs, percentiles and slow queries, as CSV or as JSON. */
final class PerformanceExports {
    private static final List<String> FORMATS = List.of("csv", "json");

    private final PerformanceViewModel model;
    private final CsvExport export;
    private final MenuButton button = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));

    PerformanceExports(PerformanceViewModel model, CsvExport export) {
        this.model = model;
        this.export = export;
        button.setId("performance-export");
        button.setTooltip(new Tooltip("Save runs, percentiles or slow queries (Ctrl+E: runs as CSV)"));
        button.setAccessibleText("Save runs, percentiles or slow queries");
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (String format : FORMATS) {
            add("Runs", format, () -> runs(format));
            add("Percentiles", format, () -> percentiles(format));
            add("Slow queries", format, () -> queries(format));
        }
    }

    private void add(String what, String format, Runnable save) {
        MenuItem item = new MenuItem(what + " as " + format.toUpperCase(Locale.ROOT) + "…");
        item.setId("export-" + what.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + format);
        item.setOnAction(event -> save.run());
        button.getItems().add(item);
    }

    MenuButton node() {
        return button;
    }

    /** The runs of the span. */
    void runs(String format) {
        ask("run", "run-times." + format, TimesFields.runs(), List.copyOf(model.runs()));
    }

    private void percentiles(String format) {
        Snapshot now = model.snapshot().get();
        List<Summary> all = now == null ? List.of() : now.summaries();
        ask("figure", "percentiles." + format, TimesFields.summaries(), all);
    }

    private void queries(String format) {
        Snapshot now = model.snapshot().get();
        ask("query", "slow-queries." + format, TimesFields.queries(), now == null ? List.of() : now.queries());
    }

    private <R> void ask(String noun, String name, List<Field<R>> fields, List<R> rows) {
        Node owner = button;
        export.ask(owner, noun, name, fields, rows);
    }
}
