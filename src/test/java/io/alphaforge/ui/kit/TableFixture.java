package io.alphaforge.ui.kit;

import io.alphaforge.market.Column;
import io.alphaforge.ui.kit.table.Heading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** A small table of coins with one column of every kind, and preferences that last as long as a test. */
final class TableFixture {
    static final List<Coin> COINS = List.of(
            new Coin("BTCUSDT", 64_250.5, 1.25, 1_234_567_890, 99.5, Column.of(1, 3, 2)),
            new Coin("PEPEUSDT", 0.0000012345, -0.4, 950, 71, Column.of(5, 4)),
            new Coin("NEWUSDT", 1.5, Double.NaN, Double.NaN, Double.NaN, Column.of()));

    private TableFixture() {}

    record Coin(String symbol, double price, double change, double volume, double quality, Column closes) {}

    static TableView<Coin> table() {
        TableView<Coin> table = new TableView<>(FXCollections.observableArrayList(COINS));
        add(table, "symbol", Columns.symbol(new Heading("Coin", "d"), 120, Coin::symbol, c -> false, c -> false));
        add(table, "price", Columns.price(new Heading("Price", "d"), 130, Coin::price, () -> 10));
        add(table, "change", Columns.change(new Heading("24 h %", "d"), 2, 80, Coin::change));
        add(table, "volume", Columns.compact(new Heading("Volume", "d"), 90, Coin::volume));
        add(table, "closes", Columns.sparkline(new Heading("30 days", "d"), 100, Coin::closes));
        add(table, "quality", Columns.quality(new Heading("Quality", "d"), 100, Coin::quality));
        return table;
    }

    /** Opens a light window at the corner of the screen with this in it. */
    static Stage window(Parent content, double width, double height) {
        Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
        Scene scene = new Scene(content, width, height);
        scene.getStylesheets().setAll(Assets.stylesheets());
        Stage window = new Stage();
        window.setX(0);
        window.setY(0);
        window.setScene(scene);
        window.show();
        return window;
    }

    static TableColumn<Coin, ?> column(TableView<Coin> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static void add(TableView<Coin> table, String id, TableColumn<Coin, ?> column) {
        column.setId(id);
        table.getColumns().add(column);
    }

    /** Preferences that last as long as the test. */
    static final class Kept implements Preferences {
        final Map<String, String> texts = new TreeMap<>();
        final Map<String, List<String>> lists = new TreeMap<>();

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        @Override
        public void put(String name, String value) {
            texts.put(name, value);
        }

        @Override
        public List<String> list(String name) {
            return lists.getOrDefault(name, List.of());
        }

        @Override
        public void putList(String name, List<String> values) {
            lists.put(name, List.copyOf(values));
        }
    }
}
