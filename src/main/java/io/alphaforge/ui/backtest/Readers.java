package io.alphaforge.ui.backtest;

import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Turns what was typed into values, or says in one sentence why that cannot be done. */
final class Readers {
    private static final int NAMED_AT_MOST = 3;

    private Readers() {}

    /** Money above 0; commas and blanks between thousands are fine. */
    static double capital(String text) {
        double value = decimal("capital", text).doubleValue();
        if (!(value > 0 && value <= 1e15)) {
            throw new IllegalArgumentException("The capital is " + text.strip() + "; it must be above 0.");
        }
        return value;
    }

    /**
     * A percentage as a share. The decimal point is moved before the number becomes binary, so that 0.1 % is the same
     * share, to the bit, as 0.001.
     */
    static double share(String name, String text) {
        double value = decimal(name, text).movePointLeft(2).doubleValue();
        if (!(value >= 0 && value < 0.5)) {
            throw new IllegalArgumentException(
                    "The " + name + " is " + text.strip() + " %; allowed is 0 to below 50 %.");
        }
        return value;
    }

    /** A day, or nothing. */
    static Optional<LocalDate> day(String name, String text) {
        String clean = text.strip();
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(clean));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + clean + "' in " + name + " is no date; write it as 2024-01-31.", e);
        }
    }

    static Universe top(String text) {
        int count;
        try {
            count = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is no number of coins; write a whole number from 1.", e);
        }
        if (count < 1) {
            throw new IllegalArgumentException("The top " + count + " is no coin; write a whole number from 1.");
        }
        return new Universe.Top(count);
    }

    static Universe listed(String text, StoreContents contents) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Name at least one symbol, for example BTCUSDT.");
        }
        List<String> symbols =
                Universe.parse(text.replace(';', ',').replaceAll("\\s+", ",")) instanceof Universe.Listed l
                        ? l.symbols()
                        : List.of();
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("Name symbols here, for example BTCUSDT.");
        }
        List<String> unknown =
                symbols.stream().filter(s -> !contents.symbols().contains(s)).toList();
        if (!unknown.isEmpty()) {
            String more = unknown.size() > NAMED_AT_MOST ? " and " + (unknown.size() - NAMED_AT_MOST) + " more" : "";
            throw new IllegalArgumentException(String.join(
                            ", ", unknown.subList(0, Math.min(NAMED_AT_MOST, unknown.size())))
                    + more
                    + (unknown.size() == 1 ? " is" : " are") + " not among the "
                    + Formats.plural(contents.coins(), "coin") + " in the database.");
        }
        return new Universe.Listed(symbols);
    }

    private static BigDecimal decimal(String name, String text) {
        String clean = text.replaceAll("[,\\s_]", "");
        try {
            BigDecimal value = new BigDecimal(clean);
            if (Math.abs((long) value.precision() - value.scale()) > 300) {
                throw new NumberFormatException("out of range");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The " + name + " is '" + text.strip() + "', which is no number.", e);
        }
    }
}
