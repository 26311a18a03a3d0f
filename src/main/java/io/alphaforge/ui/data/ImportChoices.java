package io.alphaforge.ui.data;

import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.Layout;
import io.alphaforge.market.Interval;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the user says about the files to be imported; nothing at first, since everything is told from their content. */
final class ImportChoices {
    private final ObjectProperty<@Nullable Layout> layout = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Interval> interval = new SimpleObjectProperty<>();
    private final StringProperty symbol = new SimpleStringProperty("");
    private final StringProperty suffix = new SimpleStringProperty("");
    private final BooleanProperty replace = new SimpleBooleanProperty();
    private final BooleanProperty trial = new SimpleBooleanProperty();
    private final ObjectBinding<Read> read =
            Bindings.createObjectBinding(this::read, layout, interval, symbol, suffix, replace, trial);

    /** Either options, or the sentence that says why these cannot be. */
    private record Read(@Nullable ImportOptions options, String problem) {}

    private Read read() {
        try {
            ImportOptions options = new ImportOptions(
                    layout.get(), text(symbol), text(suffix), interval.get(), replace.get(), trial.get());
            return new Read(options, "");
        } catch (IllegalArgumentException e) {
            return new Read(null, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(StringProperty field) {
        String text = field.get() == null ? "" : field.get().strip();
        return text.isEmpty() ? null : text;
    }

    /** What was chosen, or null while there is a {@link #problem}. */
    @Nullable
    ImportOptions options() {
        return read.get().options();
    }

    /** What is wrong with the choices, in one sentence; empty when nothing is. */
    String problem() {
        return read.get().problem();
    }

    /** Changes whenever a choice does. */
    ObjectBinding<?> changes() {
        return read;
    }

    /** How many choices are not as at first. */
    int count() {
        ImportOptions now = options();
        if (now == null) {
            return 0;
        }
        return (now.layout() == null ? 0 : 1)
                + (now.symbol() == null ? 0 : 1)
                + (now.suffix() == null ? 0 : 1)
                + (now.interval() == null ? 0 : 1)
                + (now.replace() ? 1 : 0)
                + (now.dryRun() ? 1 : 0);
    }

    /** Nothing is chosen any more. */
    void reset() {
        layout.set(null);
        interval.set(null);
        symbol.set("");
        suffix.set("");
        replace.set(false);
        trial.set(false);
    }

    /** The layout that every file has; null to tell it from the content. */
    ObjectProperty<@Nullable Layout> layout() {
        return layout;
    }

    /** The interval of every file; null to tell it from the bars. */
    ObjectProperty<@Nullable Interval> interval() {
        return interval;
    }

    /** The symbol of every file; empty to tell it from content and name. */
    StringProperty symbol() {
        return symbol;
    }

    /** Put behind every symbol, for example ".P". */
    StringProperty suffix() {
        return suffix;
    }

    /** Whether new bars win even where most of the overlap with stored ones differs. */
    BooleanProperty replace() {
        return replace;
    }

    /** Whether files are read and reported, but nothing is stored. */
    BooleanProperty trial() {
        return trial;
    }
}
