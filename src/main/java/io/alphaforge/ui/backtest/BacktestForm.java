package io.alphaforge.ui.backtest;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.StoreContents;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the user wants to run: every field with its default, checked as one types, and the run that it describes. */
final class BacktestForm {
    static final String DEFAULT_TOP = "10";

    private final List<Strategy> strategies;
    private final ObjectProperty<Strategy> strategy;
    private final ObservableList<InputField<Double>> parameters = FXCollections.observableArrayList();
    private final ObservableList<InputField<Double>> parametersView =
            FXCollections.unmodifiableObservableList(parameters);
    private final ObjectProperty<UniverseChoice> universe = new SimpleObjectProperty<>(UniverseChoice.TOP);
    private final InputField<Universe> top = new InputField<>(
            "Coins", UniverseChoice.TOP.description() + ", stale ones left out.", DEFAULT_TOP, Readers::top);
    private final InputField<Universe> listed;
    private final ObjectProperty<Interval> interval = new SimpleObjectProperty<>(Interval.D1);
    private final InputField<Optional<LocalDate>> from = new InputField<>(
            "From",
            "First UTC day whose signals count; earlier bars warm the indicators up. Empty for the first bar.",
            "",
            text -> Readers.day("From", text));
    private final InputField<Optional<LocalDate>> to = new InputField<>(
            "To", "Last UTC day, included. Empty for the last bar.", "", text -> Readers.day("To", text));
    private final InputField<Double> capital =
            new InputField<>("Capital", "Starting cash of every coin, in its quote asset.", "10,000", Readers::capital);
    private final InputField<Double> fee = new InputField<>(
            "Fee %",
            "Percent of the traded value, charged when buying and when selling.",
            "0.1",
            text -> Readers.share("fee", text));
    private final InputField<Double> slippage = new InputField<>(
            "Slippage %",
            "Percent by which a buy fills above and a sale below the price.",
            "0",
            text -> Readers.share("slippage", text));
    private final ObjectProperty<FillPolicy> fill = new SimpleObjectProperty<>(FillPolicy.NEXT_OPEN);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StoreContents contents = StoreContents.EMPTY;

    /** A form over these strategies, of which there is at least one. */
    BacktestForm(List<Strategy> strategies) {
        this.strategies = List.copyOf(strategies);
        this.strategy = new SimpleObjectProperty<>(this.strategies.getFirst());
        this.listed = new InputField<>(
                "Symbols",
                "Symbols separated by commas or blanks, for example BTCUSDT, ETHUSDT.",
                "",
                text -> Readers.listed(text, contents));
        for (InputField<?> field : List.of(top, listed, from, to, capital, fee, slippage)) {
            field.text().subscribe(text -> review());
        }
        universe.subscribe(choice -> review());
        interval.subscribe(choice -> review());
        strategy.subscribe(choice -> declareParameters());
    }

    /** Checks what was typed against what the database holds now. */
    void show(StoreContents now) {
        contents = now;
        listed.check();
        review();
    }

    void resetParameters() {
        parameters.forEach(InputField::reset);
    }

    /** Why this cannot be run, in one sentence; empty when it can. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The run that the fields describe; empty while {@link #problem} says why there is none. */
    Optional<RunSpec> spec() {
        if (!problem.get().isEmpty()) {
            return Optional.empty();
        }
        ExecutionSettings execution = new ExecutionSettings(
                capital.value().orElseThrow(),
                fee.value().orElseThrow(),
                slippage.value().orElseThrow(),
                fill.get());
        BacktestSpec backtest = new BacktestSpec(strategy.get(), parameterValues(), execution, range());
        return Optional.of(new RunSpec(backtest, universeValue(), interval.get(), true));
    }

    private Universe universeValue() {
        return switch (universe.get()) {
            case ALL -> new Universe.All();
            case TOP -> top.value().orElseThrow();
            case LISTED -> listed.value().orElseThrow();
        };
    }

    private Parameters parameterValues() {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach(field -> given.put(field.label(), field.text().get()));
        return Parameters.of(strategy.get(), given);
    }

    private TimeRange range() {
        Optional<LocalDate> first = from.value().orElseThrow();
        Optional<LocalDate> last = to.value().orElseThrow();
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw new IllegalArgumentException("From " + first.get() + " is after To " + last.get() + "; swap them.");
        }
        return new TimeRange(
                first.map(BacktestForm::millis).orElse(Long.MIN_VALUE),
                last.map(day -> millis(day.plusDays(1))).orElse(Long.MAX_VALUE));
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private void declareParameters() {
        parameters.setAll(strategy.get().parameters().stream()
                .map(p -> new InputField<>(
                        p.name(),
                        p.description() + " From " + p.format(p.min()) + " to " + p.format(p.max()) + ", by default "
                                + p.format(p.defaultValue()) + ".",
                        p.format(p.defaultValue()),
                        p::parse))
                .toList());
        parameters.forEach(field -> field.text().subscribe(text -> review()));
        review();
    }

    private void review() {
        List<InputField<?>> relevant = new ArrayList<>(parameters);
        switch (universe.get()) {
            case TOP -> relevant.add(top);
            case LISTED -> relevant.add(listed);
            case ALL -> {}
        }
        relevant.addAll(List.of(from, to, capital, fee, slippage));
        problem.set(relevant.stream()
                .map(field -> field.problem().get())
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(this::wholeProblem));
    }

    /** What is wrong with fields that are each right. */
    private String wholeProblem() {
        if (!contents.isEmpty() && !contents.offers(interval.get())) {
            return "No coin has bars of " + interval.get() + " or of an interval that it can be made of.";
        }
        try {
            parameterValues();
            range();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    List<Strategy> strategies() {
        return strategies;
    }

    ObjectProperty<Strategy> strategy() {
        return strategy;
    }

    /** One field per declared parameter of the chosen strategy; a new list with every choice. */
    ObservableList<InputField<Double>> parameters() {
        return parametersView;
    }

    ObjectProperty<UniverseChoice> universe() {
        return universe;
    }

    InputField<Universe> top() {
        return top;
    }

    InputField<Universe> listed() {
        return listed;
    }

    ObjectProperty<Interval> interval() {
        return interval;
    }

    InputField<Optional<LocalDate>> from() {
        return from;
    }

    InputField<Optional<LocalDate>> to() {
        return to;
    }

    InputField<Double> capital() {
        return capital;
    }

    InputField<Double> fee() {
        return fee;
    }

    InputField<Double> slippage() {
        return slippage;
    }

    ObjectProperty<FillPolicy> fill() {
        return fill;
    }
}
