package io.alphaforge.ui.backtest;

import io.alphaforge.market.TimeRange;
import io.alphaforge.ui.kit.StoreContents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which days: a range counted back from the newest bar, or days that the user types. */
final class RangeForm {
    private final ObjectProperty<RangeChoice> choice = new SimpleObjectProperty<>(RangeChoice.ALL);
    private final InputField<Long> from = new InputField<>(
            "From",
            "First UTC day whose signals count; earlier bars warm the indicators up. Empty for the first bar.",
            "",
            Readers::from);
    private final InputField<Long> to =
            new InputField<>("To", "Last UTC day, included. Empty for the last bar.", "", Readers::to);
    private StoreContents contents = StoreContents.EMPTY;
    private boolean filling;
    private Runnable whenChanged = () -> {};

    RangeForm() {
        choice.subscribe(now -> fill());
        from.text().addListener((observable, was, is) -> typed());
        to.text().addListener((observable, was, is) -> typed());
    }

    /** Calls this after every change of what is chosen. */
    void whenChanged(Runnable action) {
        whenChanged = action;
    }

    /** Counts back from the newest bar there is now. */
    void show(StoreContents now) {
        contents = now;
        fill();
    }

    /** Chooses exactly these bounds. */
    void set(TimeRange range) {
        if (range.equals(TimeRange.ALL)) {
            choice.set(RangeChoice.ALL);
            return;
        }
        choice.set(RangeChoice.CUSTOM);
        from.text().set(range.hasFrom() ? Readers.fromText(range.from()) : "");
        to.text().set(range.hasTo() ? Readers.toText(range.to()) : "");
    }

    /**
     * The range that the fields say.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    TimeRange value() {
        long first = from.value().orElseThrow();
        long end = to.value().orElseThrow();
        if (first >= end) {
            throw new IllegalArgumentException("From " + from.text().get().strip() + " is after To "
                    + to.text().get().strip() + "; swap them.");
        }
        return new TimeRange(first, end);
    }

    private void fill() {
        if (choice.get() != RangeChoice.CUSTOM) {
            fillDays();
        }
        whenChanged.run();
    }

    private void fillDays() {
        LocalDate last =
                Instant.ofEpochMilli(contents.last()).atZone(ZoneOffset.UTC).toLocalDate();
        boolean counted = choice.get().isRelative() && !contents.isEmpty();
        filling = true;
        try {
            from.text().set(counted ? choice.get().first(last).toString() : "");
            to.text().set("");
        } finally {
            filling = false;
        }
    }

    private void typed() {
        if (!filling) {
            choice.set(RangeChoice.CUSTOM);
            whenChanged.run();
        }
    }

    ObjectProperty<RangeChoice> choice() {
        return choice;
    }

    /** First open time, {@link Long#MIN_VALUE} for no bound. */
    InputField<Long> from() {
        return from;
    }

    /** First open time after the range, {@link Long#MAX_VALUE} for no bound. */
    InputField<Long> to() {
        return to;
    }
}
