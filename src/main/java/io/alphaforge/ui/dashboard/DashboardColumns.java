package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.ui.kit.ColumnChooser.Group;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.StarPainter;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.control.TableColumn;

/** The columns of the table of coins in groups, each with its definition; made anew for each table. */
final class DashboardColumns {
    private final TimeText times;
    private final PriceColumns prices = new PriceColumns();
    private final List<Columned> groups;

    private record Columned(String title, List<TableColumn<CoinLine, ?>> columns) {}

    /** Columns whose stars are given and taken by {@code toggle}. */
    DashboardColumns(TimeText times, Consumer<CoinLine> toggle) {
        this.times = times;
        this.groups = List.of(
                new Columned("Coin", List.of(star(toggle), symbol(), name())),
                new Columned("Price", price()),
                new Columned("24 hours", window("24h", "24 h", "24 hours", DashboardRow::day)),
                new Columned("7 days", window("7d", "7 d", "7 days", DashboardRow::week)),
                new Columned("30 days", month()),
                new Columned("All time", allTime()),
                new Columned("Data", data()));
    }

    /** All columns in their order. */
    List<TableColumn<CoinLine, ?>> all() {
        return groups.stream().flatMap(group -> group.columns().stream()).toList();
    }

    List<Group> groups() {
        return groups.stream()
                .map(group -> new Group(group.title(), group.columns()))
                .toList();
    }

    /** Makes room for these coins and returns whether cells that are there already have to be written again. */
    boolean fit(List<CoinLine> lines) {
        return prices.fit(lines);
    }

    private static TableColumn<CoinLine, ?> star(Consumer<CoinLine> toggle) {
        TableColumn<CoinLine, Boolean> column = Columns.column(
                new Heading("★", "On the watchlist."),
                32,
                line -> line.starred().get());
        column.setCellValueFactory(features -> features.getValue().starred());
        Painters.set(column, new StarPainter<>(line -> line.starred().get(), toggle));
        // The header shows the sign, assistive technology and the list of columns say the word.
        column.setText("Star");
        column.setMinWidth(32);
        column.setMaxWidth(32);
        column.setSortType(TableColumn.SortType.DESCENDING);
        return id("star", column);
    }

    private static TableColumn<CoinLine, ?> symbol() {
        return id(
                "symbol",
                Columns.symbol(
                        new Heading(
                                "Coin",
                                "Symbol of the coin. DEMO marks synthetic bars; STALE a coin that ends over 48 h before"
                                        + " the newest bar in the database."),
                        184,
                        CoinLine::symbol,
                        line -> line.row().synthetic(),
                        line -> line.row().stale()));
    }

    private static TableColumn<CoinLine, ?> name() {
        return id("name", Columns.text(new Heading("Name", "Base asset / quote asset."), 128, CoinLine::name));
    }

    private List<TableColumn<CoinLine, ?>> price() {
        return List.of(
                id(
                        "price",
                        prices.column(new Heading("Price", "Last close, in the quote asset."), DashboardRow::price)),
                id(
                        "change-24h",
                        Columns.change(
                                change("24 h %", "24 hours"),
                                2,
                                82,
                                line -> line.row().change24hPct())),
                id(
                        "change-7d",
                        Columns.change(
                                change("7 d %", "7 days"),
                                2,
                                82,
                                line -> line.row().change7dPct())),
                id(
                        "sparkline",
                        Columns.sparkline(
                                new Heading("30 days", "The last 30 daily closes, from their lowest to their highest."),
                                92,
                                line -> line.row().sparkline())));
    }

    private static Heading change(String title, String window) {
        return new Heading(
                title,
                "Last close against the latest close at or before " + window
                        + " before the end of the coin's last bar, in percent; – when that close is missing.");
    }

    private List<TableColumn<CoinLine, ?>> window(
            String id, String title, String words, Function<DashboardRow, Window> window) {
        String bars = " of the bars that open within " + words + " before the end of the coin's last bar";
        return List.of(
                id(
                        "high-" + id,
                        prices.column(
                                new Heading("High " + title, "Highest high" + bars + ", in the quote asset."),
                                row -> window.apply(row).high())),
                id(
                        "low-" + id,
                        prices.column(
                                new Heading("Low " + title, "Lowest low" + bars + ", in the quote asset."),
                                row -> window.apply(row).low())),
                id(
                        "volume-" + id,
                        Columns.compact(
                                new Heading(
                                        "Volume " + title, "Summed volume" + bars + ", in units of the base asset."),
                                104,
                                line -> window.apply(line.row()).volume())));
    }

    private List<TableColumn<CoinLine, ?>> month() {
        List<TableColumn<CoinLine, ?>> window = window("30d", "30 d", "30 days", DashboardRow::month);
        Heading turnover =
                new Heading("Turnover 30 d", "Sum of volume · close over the coin's last 30 days, in the quote asset.");
        return List.of(
                window.get(0),
                window.get(1),
                window.get(2),
                id("turnover", Columns.compact(turnover, 120, line -> line.row().turnover30d())));
    }

    private List<TableColumn<CoinLine, ?>> allTime() {
        return List.of(
                id(
                        "all-time-high",
                        prices.column(
                                new Heading("All-time high", "Highest high of all stored bars, in the quote asset."),
                                row -> row.allTimeHigh().price())),
                id(
                        "all-time-high-date",
                        date(
                                "High on",
                                "When the bar with the all-time high opened.",
                                line -> line.row().allTimeHigh().time())),
                id(
                        "from-high",
                        Columns.figure(
                                new Heading("From high %", "Price over all-time high, minus 1, in percent."),
                                2,
                                100,
                                CoinLine::fromHighPct)),
                id(
                        "all-time-low",
                        prices.column(
                                new Heading("All-time low", "Lowest low of all stored bars, in the quote asset."),
                                row -> row.allTimeLow().price())),
                id(
                        "all-time-low-date",
                        date(
                                "Low on",
                                "When the bar with the all-time low opened.",
                                line -> line.row().allTimeLow().time())),
                id(
                        "from-low",
                        Columns.figure(
                                new Heading("From low %", "Price over all-time low, minus 1, in percent."),
                                2,
                                120,
                                CoinLine::fromLowPct)));
    }

    private List<TableColumn<CoinLine, ?>> data() {
        Heading quality = new Heading(
                "Quality",
                "Quality of the whole stored series from 0 to 100: missing, rejected and duplicate bars, bars without"
                        + " trading, and jumps over 50 % lower it.");
        return List.of(
                id(
                        "newest",
                        date(
                                "Newest bar",
                                "When the coin's last bar opened.",
                                line -> line.row().newest())),
                id(
                        "bars",
                        Columns.count(
                                new Heading("Bars", "Bars of the coin's finest stored interval."),
                                72,
                                line -> line.row().bars())),
                id("quality", Columns.quality(quality, 104, line -> line.row().qualityScore())));
    }

    private TableColumn<CoinLine, Long> date(String title, String definition, ToLongFunction<CoinLine> getter) {
        return Columns.bar(
                new Heading(title, definition), 140, getter, line -> line.row().interval(), times::bar);
    }

    private static <C extends TableColumn<CoinLine, ?>> C id(String id, C column) {
        column.setId(id);
        return column;
    }
}
