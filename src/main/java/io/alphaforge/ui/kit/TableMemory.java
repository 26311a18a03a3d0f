package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/**
 * Keeps how the user has arranged a table: order, visibility and width of its columns under {@code <feature>.columns},
 * the order of its rows under {@code <feature>.sort}. Every column needs an id. Belongs to the JavaFX thread and to the
 * table.
 *
 * @param <S> rows
 */
public final class TableMemory<S> {
    private static final String UNSORTED = "none";

    private final TableView<S> table;
    private final Preferences preferences;
    private final String columnsName;
    private final String sortName;
    private final List<TableColumn<S, ?>> original;
    private List<String> originalColumns;
    private final List<String> originalSort;
    private boolean arranging;

    private TableMemory(TableView<S> table, Preferences preferences, String feature) {
        this.table = table;
        this.preferences = preferences;
        this.columnsName = feature + ".columns";
        this.sortName = feature + ".sort";
        this.original = List.copyOf(table.getColumns());
        this.originalColumns = columns();
        this.originalSort = sort();
    }

    /**
     * Arranges a table as it was left, and remembers from now on. What it looks like now, columns and sort, is what
     * {@link #reset} goes back to and what a first start shows.
     */
    public static <S> TableMemory<S> of(TableView<S> table, Preferences preferences, String feature) {
        TableMemory<S> memory = new TableMemory<>(table, preferences, feature);
        memory.arrange(preferences.list(memory.columnsName), preferences.list(memory.sortName));
        memory.listen();
        return memory;
    }

    /** Arranges the table as it is for somebody who never changed it. */
    public void reset() {
        arrange(originalColumns, originalSort);
        preferences.putList(columnsName, List.of());
        preferences.putList(sortName, List.of());
    }

    /**
     * Changes which columns the table shows by default. The table follows at once where the user has not arranged its
     * columns.
     *
     * @param shown ids of the columns
     */
    public void standard(Set<String> shown) {
        originalColumns = originalColumns.stream()
                .map(entry -> entry.substring(0, entry.lastIndexOf(' ') + 1)
                        + (shown.contains(entry.substring(0, entry.indexOf(' '))) ? "shown" : "hidden"))
                .toList();
        if (preferences.list(columnsName).isEmpty()) {
            arrange(originalColumns, List.of());
        }
    }

    private void listen() {
        table.getColumns().addListener((ListChangeListener<TableColumn<S, ?>>) change -> keepColumns());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<S, ?>>) change -> keepSort());
        for (TableColumn<S, ?> column : original) {
            column.visibleProperty().addListener((observable, before, now) -> keepColumns());
            column.widthProperty().addListener((observable, before, now) -> keepColumns());
            column.sortTypeProperty().addListener((observable, before, now) -> keepSort());
        }
    }

    private void keepColumns() {
        // While a header is dragged the table takes its column out for a moment.
        if (!arranging && table.getColumns().size() == original.size()) {
            preferences.putList(columnsName, columns());
        }
    }

    private void keepSort() {
        if (!arranging) {
            preferences.putList(sortName, sort());
        }
    }

    private List<String> columns() {
        return table.getColumns().stream()
                .map(column -> Objects.requireNonNull(column.getId(), "a column without an id") + " "
                        + Math.round(column.getWidth()) + (column.isVisible() ? " shown" : " hidden"))
                .toList();
    }

    private List<String> sort() {
        if (table.getSortOrder().isEmpty()) {
            return List.of(UNSORTED);
        }
        return table.getSortOrder().stream()
                .map(column -> column.getId() + (column.getSortType() == SortType.ASCENDING ? " up" : " down"))
                .toList();
    }

    private void arrange(List<String> columns, List<String> sort) {
        arranging = true;
        try {
            arrangeColumns(columns);
            arrangeSort(sort);
        } finally {
            arranging = false;
        }
    }

    /** Columns that are not mentioned, because they came with a new version, stay where they are by default. */
    private void arrangeColumns(List<String> entries) {
        List<TableColumn<S, ?>> mentioned = new ArrayList<>();
        for (String entry : entries) {
            String[] parts = entry.split(" ", -1);
            Optional<TableColumn<S, ?>> named = named(parts[0]);
            if (parts.length == 3 && named.isPresent() && !mentioned.contains(named.get())) {
                TableColumn<S, ?> column = named.get();
                column.setVisible(parts[2].equals("shown"));
                width(parts[1]).ifPresent(width -> resize(column, width));
                mentioned.add(column);
            }
        }
        for (int i = 0; i < original.size(); i++) {
            if (!mentioned.contains(original.get(i))) {
                mentioned.add(Math.min(i, mentioned.size()), original.get(i));
            }
        }
        if (!mentioned.equals(table.getColumns())) {
            table.getColumns().setAll(mentioned);
        }
    }

    private void resize(TableColumn<S, ?> column, double width) {
        column.setPrefWidth(width);
        // A width that was dragged leaves the preferred one as it was.
        if (column.getWidth() != width) {
            table.resizeColumn(column, width - column.getWidth());
        }
    }

    private void arrangeSort(List<String> entries) {
        List<TableColumn<S, ?>> order = new ArrayList<>();
        for (String entry : entries) {
            String[] parts = entry.split(" ", -1);
            Optional<TableColumn<S, ?>> named = named(parts[0]);
            if (parts.length == 2 && named.isPresent() && !order.contains(named.get())) {
                named.get().setSortType(parts[1].equals("up") ? SortType.ASCENDING : SortType.DESCENDING);
                order.add(named.get());
            }
        }
        if (!order.isEmpty() || entries.equals(List.of(UNSORTED))) {
            table.getSortOrder().setAll(order);
        }
    }

    private Optional<TableColumn<S, ?>> named(String id) {
        return original.stream().filter(column -> id.equals(column.getId())).findFirst();
    }

    private static Optional<Double> width(String text) {
        try {
            int width = Integer.parseInt(text);
            return width >= 10 && width <= 4000 ? Optional.of((double) width) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
