package io.alphaforge.ui.backtest;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Watchlist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the user wants to run: every field with its default, checked as one types, and the run that it describes. */
final class BacktestForm {
    private final List<Strategy> strategies;
    private final ObjectProperty<Strategy> strategy;
    private final Map<Strategy, List<InputField<Double>>> parameters = new LinkedHashMap<>();
    private final UniverseForm universe;
    private final ObjectProperty<Interval> interval = new SimpleObjectProperty<>(Interval.D1);
    private final RangeForm range = new RangeForm();
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
    private final BooleanProperty useCache = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StoreContents contents = StoreContents.EMPTY;
    private Runnable whenEdited = () -> {};

    /** A form over these strategies, of which there is at least one. */
    BacktestForm(List<Strategy> strategies, Watchlist watchlist) {
        this.strategies = List.copyOf(strategies);
        this.strategies.forEach(s -> parameters.put(s, fields(s)));
        this.strategy = new SimpleObjectProperty<>(this.strategies.getFirst());
        this.universe = new UniverseForm(watchlist);
        for (InputField<?> field : List.of(capital, fee, slippage)) {
            field.text().subscribe(text -> review());
        }
        universe.whenChanged(this::review);
        range.whenChanged(this::review);
        interval.subscribe(now -> review());
        fill.subscribe(now -> review());
        useCache.subscribe(now -> review());
        strategy.subscribe(now -> review());
    }

    void close() {
        universe.close();
    }

    /** Calls this after every edit, also after one that makes the form invalid. */
    void whenEdited(Runnable action) {
        whenEdited = action;
    }

    /** Checks what was typed against what the database holds now. */
    void show(StoreContents now) {
        contents = now;
        universe.show(now);
        range.show(now);
        review();
    }

    /** Sets every field so that the form describes this run. */
    void set(RunSpec spec) {
        BacktestSpec backtest = spec.backtest();
        choose(backtest.strategy());
        for (Parameter parameter : strategy.get().parameters()) {
            Double value = backtest.parameters().values().get(parameter.name());
            if (value != null) {
                parameter(parameter.name()).ifPresent(f -> f.text().set(parameter.format(value)));
            }
        }
        universe.set(spec.universe());
        interval.set(spec.interval());
        range.set(backtest.range());
        ExecutionSettings execution = backtest.execution();
        capital.text().set(Readers.moneyText(execution.capital()));
        fee.text().set(Readers.percentText(execution.fee()));
        slippage.text().set(Readers.percentText(execution.slippage()));
        fill.set(execution.fill());
        useCache.set(spec.useCache());
    }

    /** Chooses the strategy of this name, if there is one. */
    void choose(Strategy wanted) {
        strategies.stream()
                .filter(s -> s.name().equals(wanted.name()))
                .findFirst()
                .ifPresent(strategy::set);
    }

    void resetParameters() {
        parameters().forEach(InputField::reset);
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
        BacktestSpec backtest = new BacktestSpec(strategy.get(), parameterValues(), execution, range.value());
        Universe coins = universe.value().orElseThrow();
        return Optional.of(new RunSpec(backtest, coins, interval.get(), useCache.get()));
    }

    private Parameters parameterValues() {
        Map<String, String> given = new LinkedHashMap<>();
        parameters().forEach(field -> given.put(field.label(), field.text().get()));
        return Parameters.of(strategy.get(), given);
    }

    private List<InputField<Double>> fields(Strategy declaring) {
        List<InputField<Double>> fields = declaring.parameters().stream()
                .map(p -> new InputField<>(
                        p.name(),
                        p.description() + " From " + p.format(p.min()) + " to " + p.format(p.max()) + ", by default "
                                + p.format(p.defaultValue()) + ".",
                        p.format(p.defaultValue()),
                        p::parse))
                .toList();
        fields.forEach(field -> field.text().addListener((observable, was, is) -> review()));
        return fields;
    }

    private void review() {
        List<InputField<?>> relevant = new ArrayList<>(parameters());
        relevant.addAll(List.of(range.from(), range.to(), capital, fee, slippage));
        problem.set(relevant.stream()
                .map(field -> field.problem().get())
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(this::wholeProblem));
        whenEdited.run();
    }

    /** What is wrong with fields that are each right. */
    private String wholeProblem() {
        if (!universe.problem().get().isEmpty()) {
            return universe.problem().get();
        }
        if (!contents.isEmpty() && !contents.offers(interval.get())) {
            return "No coin has bars of " + interval.get() + " or of an interval that it can be made of.";
        }
        try {
            parameterValues();
            range.value();
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

    /** One field per declared parameter of the chosen strategy; each strategy keeps its own. */
    List<InputField<Double>> parameters() {
        return parameters.getOrDefault(strategy.get(), List.of());
    }

    /** The fields of a strategy. */
    List<InputField<Double>> parameters(Strategy of) {
        return parameters.getOrDefault(of, List.of());
    }

    private Optional<InputField<Double>> parameter(String name) {
        return parameters().stream().filter(f -> f.label().equals(name)).findFirst();
    }

    UniverseForm universe() {
        return universe;
    }

    ObjectProperty<Interval> interval() {
        return interval;
    }

    RangeForm range() {
        return range;
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

    /** Whether earlier runs may answer. */
    BooleanProperty useCache() {
        return useCache;
    }
}
