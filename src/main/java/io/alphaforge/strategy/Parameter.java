package io.alphaforge.strategy;

/**
 * Declares one parameter of a strategy.
 *
 * @param name as on the command line, for example {@code period}
 * @param type whole or real numbers
 * @param defaultValue used when nothing is given
 * @param min smallest allowed value
 * @param max largest allowed value
 * @param description one sentence for the user
 */
public record Parameter(String name, Type type, double defaultValue, double min, double max, String description) {
    /** What numbers a parameter takes. */
    public enum Type {
        INTEGER,
        REAL
    }

    public Parameter {
        if (!(min <= defaultValue && defaultValue <= max)) {
            throw new IllegalArgumentException("The default of " + name + " is outside its own bounds.");
        }
    }

    public static Parameter integer(String name, int defaultValue, int min, int max, String description) {
        return new Parameter(name, Type.INTEGER, defaultValue, min, max, description);
    }

    public static Parameter real(String name, double defaultValue, double min, double max, String description) {
        return new Parameter(name, Type.REAL, defaultValue, min, max, description);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException naming the allowed range
     */
    public double parse(String text) {
        double value;
        try {
            value = type == Type.INTEGER ? Integer.parseInt(text.strip()) : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Parameter " + name + " is '" + text + "', which is no " + wanted() + ".", e);
        }
        check(value);
        return value;
    }

    /**
     * Checks what was given.
     *
     * @throws IllegalArgumentException naming the allowed range when the value is outside it
     */
    public void check(double value) {
        if (!(value >= min && value <= max) || (type == Type.INTEGER && value != Math.rint(value))) {
            throw new IllegalArgumentException(
                    "Parameter " + name + " is " + format(value) + "; allowed is a " + wanted() + ".");
        }
    }

    /** A value of this parameter as text: whole numbers without decimals. */
    public String format(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private String wanted() {
        return (type == Type.INTEGER ? "whole number from " : "number from ") + format(min) + " to " + format(max);
    }
}
