package io.alphaforge.ui.data;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Which synthetic coins the user wants. */
final class DemoChoices {
    private final StringProperty symbols = new SimpleStringProperty();
    private final StringProperty days = new SimpleStringProperty();
    private final StringProperty seed = new SimpleStringProperty();
    private final ObjectProperty<Interval> interval;
    private final ObjectBinding<Read> read;

    /** Either options, or the sentence that says why these cannot be. */
    private record Read(@Nullable DemoOptions options, String problem) {}

    DemoChoices(DemoOptions initial) {
        symbols.set(Integer.toString(initial.symbols()));
        days.set(Integer.toString(initial.days()));
        seed.set(Long.toString(initial.seed()));
        interval = new SimpleObjectProperty<>(initial.interval());
        read = Bindings.createObjectBinding(this::read, symbols, days, seed, interval);
    }

    private Read read() {
        try {
            return new Read(
                    new DemoOptions(
                            (int) number("number of coins", symbols, Integer.MAX_VALUE),
                            (int) number("number of days", days, Integer.MAX_VALUE),
                            interval.get(),
                            number("seed", seed, Long.MAX_VALUE)),
                    "");
        } catch (IllegalArgumentException e) {
            return new Read(null, String.valueOf(e.getMessage()));
        }
    }

    private static long number(String what, StringProperty field, long most) {
        String text = field.get() == null ? "" : field.get().strip();
        try {
            return Math.min(Long.parseLong(text), most);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The " + what + " is '" + text + "', which is no whole number.", e);
        }
    }

    /** What was chosen, or null while there is a {@link #problem}. */
    @Nullable
    DemoOptions options() {
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

    StringProperty symbols() {
        return symbols;
    }

    StringProperty days() {
        return days;
    }

    StringProperty seed() {
        return seed;
    }

    ObjectProperty<Interval> interval() {
        return interval;
    }
}
