package io.alphaforge.ui.backtest;

import impl.org.controlsfx.skin.DecorationPane;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.decoration.Decoration;
import org.controlsfx.control.decoration.GraphicDecoration;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.controlsfx.validation.decoration.GraphicValidationDecoration;

/** Marks fields as invalid while one types: an icon inside the field that says on hover what is wrong. */
final class ValidationMarks {
    private final ValidationSupport support = new ValidationSupport();

    ValidationMarks() {
        support.setValidationDecorator(new Mark());
    }

    /** Everything that holds marked fields goes into this; without it the library would put itself around the window. */
    static Region around(Node fields) {
        DecorationPane pane = new DecorationPane();
        pane.setRoot(fields);
        StackPane.setAlignment(fields, Pos.TOP_LEFT);
        return pane;
    }

    /** Marks a field whenever its input has a problem, also one that comes without typing. */
    void watch(TextField field, InputField<?> input) {
        Validator<String> validator = (control, text) -> ValidationResult.fromMessageIf(
                control,
                input.problem().get(),
                Severity.ERROR,
                !input.problem().get().isEmpty());
        support.registerValidator(field, false, validator);
        input.problem().subscribe(sentence -> support.revalidate(field));
    }

    private static final class Mark extends GraphicValidationDecoration {
        /** Left of the button that resets the field. */
        private static final double FROM_THE_RIGHT = -36;

        @Override
        protected Node createDecorationNode(ValidationMessage message) {
            Label mark = new Label("!");
            mark.getStyleClass().add("invalid-mark");
            mark.setTooltip(FormRows.tooltip(message.getText()));
            return mark;
        }

        @Override
        protected Collection<Decoration> createValidationDecorations(ValidationMessage message) {
            Node icon = createDecorationNode(message);
            return List.of(new GraphicDecoration(icon, Pos.CENTER_RIGHT, FROM_THE_RIGHT, 0));
        }

        @Override
        protected Collection<Decoration> createRequiredDecorations(Control target) {
            return List.of();
        }
    }
}
