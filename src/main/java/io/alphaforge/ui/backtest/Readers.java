package io.alphaforge.ui.backtest;

import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;

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

    /** Money as it is typed, so that reading it gives the same number. */
    static String moneyText(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String plain = exact.toPlainString();
        int point = plain.indexOf('.');
        String whole = Formats.number(exact.setScale(0, RoundingMode.DOWN).doubleValue(), 0);
        return point < 0 ? whole : whole + plain.substring(point);
    }

    /** A share as the percentage that is typed for it. */
    static String percentText(double share) {
        return new BigDecimal(Double.toString(share))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The first open time of a range that begins with this day or time; {@link Long#MIN_VALUE} for nothing. */
    static long from(String text) {
        return bound("From", text, () -> TimeRange.parse(text, null).from());
    }

    /** The first open time after a range that ends with this day or before this time; {@link Long#MAX_VALUE} for nothing. */
    static long to(String text) {
        return bound("To", text, () -> TimeRange.parse(null, text).to());
    }

    private static long bound(String name, String text, LongSupplier reader) {
        try {
            return reader.getAsLong();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' in " + name + " is no date; write it as 2024-01-31.", e);
        }
    }

    /** What {@link #from} reads as this bound. */
    static String fromText(long time) {
        return midnight(time) ? day(time) : moment(time);
    }

    /** What {@link #to} reads as this bound. */
    static String toText(long time) {
        return midnight(time) ? day(time - Interval.D1.millis()) : moment(time);
    }

    private static boolean midnight(long time) {
        return Math.floorMod(time, Interval.D1.millis()) == 0;
    }

    private static String day(long time) {
        return moment(time).substring(0, 10);
    }

    private static String moment(long time) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC)
                .toString();
    }

    static Universe atLeastBars(String text) {
        String clean = text.replaceAll("[,\\s_]", "");
        int bars;
        try {
            bars = Integer.parseInt(clean);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is no number of bars; write a whole number from 1.", e);
        }
        if (bars < 1) {
            throw new IllegalArgumentException(
                    "At least " + bars + " bars is no condition; write a whole number from 1.");
        }
        return new Universe.AtLeastBars(bars);
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
