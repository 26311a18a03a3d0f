package io.alphaforge.ui.backtest;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * One thing the user types: its text, what the text means, and while it means nothing, why.
 *
 * @param <T> what the text means
 */
final class InputField<T> {
    private final String label;
    private final String description;
    private final String initial;
    private final Function<String, T> reader;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable T value;

    /**
     * A field that checks its text whenever it changes.
     *
     * @param reader turns text into a value; throws {@link IllegalArgumentException} with a sentence for the user
     */
    InputField(String label, String description, String initial, Function<String, T> reader) {
        this.label = label;
        this.description = description;
        this.initial = initial;
        this.reader = reader;
        this.text = new SimpleStringProperty(initial);
        text.subscribe(now -> check());
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    StringProperty text() {
        return text;
    }

    /** The sentence to be shown beside the field; empty while all is well. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the text means; empty while it means nothing. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    void reset() {
        text.set(initial);
    }

    /** The text it began with, as a user would say it. */
    String initialText() {
        return initial.isEmpty() ? "nothing" : initial;
    }

    /** Whether the text is another than the one it began with. */
    ObservableValue<Boolean> changed() {
        return text.map(now -> !initial.equals(now));
    }

    /** Looks at the text again, after something else that decides its meaning has changed. */
    void check() {
        try {
            value = reader.apply(text.get() == null ? "" : text.get());
            problem.set("");
        } catch (IllegalArgumentException e) {
            value = null;
            problem.set(String.valueOf(e.getMessage()));
        }
    }
}
