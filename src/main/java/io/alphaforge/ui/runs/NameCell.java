package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The name of a run, which is typed in its place: Enter or leaving the field takes it, Esc does not. */
final class NameCell extends TableCell<Header, String> {
    private @Nullable TextField field;

    NameCell() {
        getStyleClass().add("run-name");
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        TextField typing = new TextField(getItem());
        typing.setId("run-name");
        typing.setAccessibleText("Name of the run");
        typing.setPromptText("Name");
        typing.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // Neither key may reach the page, where it means something else.
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                take(typing);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancelEdit();
            }
        });
        typing.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take(typing);
            }
        });
        field = typing;
        setText(null);
        setGraphic(typing);
        typing.selectAll();
        typing.requestFocus();
    }

    private void take(TextField typing) {
        if (isEditing() && typing.equals(field)) {
            commitEdit(typing.getText());
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        field = null;
        updateItem(getItem(), isEmpty());
        if (getTableView() != null) {
            getTableView().requestFocus();
        }
    }

    @Override
    public void commitEdit(String name) {
        super.commitEdit(name);
        field = null;
        updateItem(getItem(), isEmpty());
        if (getTableView() != null) {
            getTableView().requestFocus();
        }
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        if (isEditing() && field != null) {
            return;
        }
        setGraphic(null);
        setText(empty ? null : name);
    }
}
