package io.alphaforge.strategy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A valid value for every parameter of a strategy.
 *
 * @param values by parameter name, sorted
 */
public record Parameters(SortedMap<String, Double> values) {
    public Parameters {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * The given values over the defaults.
     *
     * @param given text by parameter name; what is not given takes its default
     * @throws IllegalArgumentException for an unknown name, something that is no number, or a value out of bounds
     */
    public static Parameters of(Strategy strategy, Map<String, String> given) {
        Map<String, Parameter> declared =
                strategy.parameters().stream().collect(Collectors.toMap(Parameter::name, p -> p));
        SortedMap<String, Double> values = new TreeMap<>();
        declared.forEach((name, parameter) -> values.put(name, parameter.defaultValue()));
        given.forEach((name, text) -> {
            Parameter parameter = declared.get(name);
            if (parameter == null) {
                throw new IllegalArgumentException("Strategy " + strategy.name() + " has no parameter '" + name
                        + "'; it takes " + names(strategy.parameters()) + ".");
            }
            values.put(name, parameter.parse(text));
        });
        Parameters parameters = new Parameters(values);
        strategy.check(parameters);
        return parameters;
    }

    /** The defaults of a strategy. */
    public static Parameters defaults(Strategy strategy) {
        return of(strategy, Map.of());
    }

    public double real(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no parameter '" + name + "'.");
        }
        return value;
    }

    public int integer(String name) {
        return (int) real(name);
    }

    private static String names(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
