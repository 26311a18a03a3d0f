package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.ui.kit.table.PaintedSkin;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The name of a run, which is typed in its place: Enter or leaving the field takes it, Esc does not. */
final class NameField {
    private final TableView<Header> table;
    private final BiConsumer<Header, String> take;
    private final Consumer<Boolean> typing;
    private @Nullable TextField field;

    /**
     * Nothing is typed yet.
     *
     * @param take is told of the name
     * @param typing is told when typing begins and ends
     */
    NameField(TableView<Header> table, BiConsumer<Header, String> take, Consumer<Boolean> typing) {
        this.table = table;
        this.take = take;
        this.typing = typing;
    }

    boolean isTyping() {
        return field != null;
    }

    /** Puts the field in the place of a run's name. */
    void type(Header run, TableColumn<Header, String> column) {
        TextField text = new TextField(run.name());
        text.setId("run-name");
        text.setAccessibleText("Name of the run");
        text.setPromptText("Name");
        text.getStyleClass().add("run-name");
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // Neither key may reach the page, where it means something else.
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                end(text, run, true);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end(text, run, false);
            }
        });
        // What is typed moves no rows.
        text.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        text.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                end(text, run, true);
            }
        });
        field = text;
        typing.accept(true);
        PaintedSkin.of(table).type(text, table.getItems().indexOf(run), column);
        text.selectAll();
        text.requestFocus();
    }

    private void end(TextField text, Header run, boolean taken) {
        if (!text.equals(field)) {
            return;
        }
        field = null;
        PaintedSkin.of(table).endTyping();
        if (taken) {
            take.accept(run, text.getText());
        }
        typing.accept(false);
        table.requestFocus();
    }
}
