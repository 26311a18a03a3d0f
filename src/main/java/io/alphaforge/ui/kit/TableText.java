package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Rows of a table as text for other programs: the visible columns as the screen shows them, separated by tabs. */
public final class TableText {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableText() {}

    /** Makes Ctrl+C in the table copy its rows. */
    public static void install(TableView<?> table) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(table);
                event.consume();
            }
        });
    }

    /** Puts the selected rows, or all where none is selected, on the clipboard. */
    public static void copy(TableView<?> table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(of(table));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The headings and the selected rows, or all where none is selected, each on a line of its own. */
    public static <S> String of(TableView<S> table) {
        List<Source> sources = table.getVisibleLeafColumns().stream()
                .filter(column -> copied(column))
                .map(column -> source(table, column))
                .toList();
        ObservableList<Integer> selected = table.getSelectionModel().getSelectedIndices();
        IntStream rows = selected.isEmpty()
                ? IntStream.range(0, table.getItems().size())
                : selected.stream().mapToInt(Integer::intValue).sorted();
        String head = sources.stream().map(Source::title).collect(Collectors.joining("\t", "", "\n"));
        return rows.mapToObj(row -> sources.stream()
                        .map(source -> clean(source.text().apply(row)))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining("", head, ""));
    }

    /** Copies a column by this text instead of that of its cells. */
    public static <S> void copyAs(TableColumn<S, ?> column, Function<S, String> text) {
        column.getProperties().put(Text.class, new Text<>(text));
    }

    /** Leaves a column out, because its cells are pictures. */
    public static void omit(TableColumn<?, ?> column) {
        column.getProperties().put(Omitted.class, true);
    }

    private static <S> boolean copied(TableColumn<S, ?> column) {
        CellPainter<S> painter = Painters.of(column);
        return painter == null ? !column.getProperties().containsKey(Omitted.class) : painter.copied();
    }

    @SuppressWarnings("unchecked")
    private static <S, T> Source source(TableView<S> table, TableColumn<S, T> column) {
        CellPainter<S> painter = Painters.of(column);
        if (painter != null) {
            return new Source(
                    column.getText(), row -> painter.text(table.getItems().get(row)));
        }
        if (column.getProperties().get(Text.class) instanceof Text<?> text) {
            Function<S, String> own = ((Text<S>) text).text();
            return new Source(
                    column.getText(), row -> own.apply(table.getItems().get(row)));
        }
        // A cell of the column's own kind, which never gets on screen, knows best what the screen shows.
        TableCell<S, T> cell = column.getCellFactory().call(column);
        cell.updateTableView(table);
        cell.updateTableColumn(column);
        return new Source(column.getText(), row -> {
            cell.updateIndex(row);
            return cell.getText();
        });
    }

    private static String clean(@Nullable String text) {
        return text == null
                ? ""
                : text.replace(PriceText.PADDING, ' ')
                        .replaceAll("[\\t\\r\\n]+", " ")
                        .strip();
    }

    private record Source(String title, Function<Integer, @Nullable String> text) {}

    private record Text<S>(Function<S, String> text) {}

    /** Marks a column that is not copied. */
    private static final class Omitted {}
}
