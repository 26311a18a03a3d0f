package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

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
        List<TableColumn<S, ?>> columns = table.getVisibleLeafColumns().stream()
                .filter(column -> painter(column).copied())
                .toList();
        ObservableList<Integer> selected = table.getSelectionModel().getSelectedIndices();
        IntStream rows = selected.isEmpty()
                ? IntStream.range(0, table.getItems().size())
                : selected.stream().mapToInt(Integer::intValue).sorted();
        String head = columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t", "", "\n"));
        return rows.mapToObj(row -> columns.stream()
                        .map(column ->
                                clean(painter(column).text(table.getItems().get(row))))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining("", head, ""));
    }

    private static <S> CellPainter<S> painter(TableColumn<S, ?> column) {
        return Objects.requireNonNull(Painters.of(column));
    }

    private static String clean(String text) {
        return text.replace(PriceText.PADDING, ' ')
                .replaceAll("[\\t\\r\\n]+", " ")
                .strip();
    }
}
