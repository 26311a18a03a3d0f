package io.alphaforge.catalog;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a row under the name that files, tables and databases use. Writers and readers of every format are driven
 * by lists of fields, so that a new one is added in one place.
 *
 * @param <R> what the row is
 * @param name as in files and databases
 * @param kind what values it has
 * @param unit what real numbers count, for people
 * @param getter the value, null when it has none: a {@link String}, {@link Long}, {@link Double} or {@link Boolean} as
 *     the kind says
 */
public record Field<R>(String name, Kind kind, Unit unit, Function<R, @Nullable Object> getter) {
    /** What values a field has. */
    public enum Kind {
        TEXT,
        /** A {@link Long}. */
        INTEGER,
        /** A finite {@link Double}; undefined ones are null. */
        REAL,
        /** UTC epoch milliseconds as a {@link Long}. */
        TIME,
        FLAG
    }

    /** What real numbers count, which decides how people read them. */
    public enum Unit {
        NONE,
        /** A share of 100. */
        PERCENT,
        /** A change in percent, shown with its sign. */
        CHANGE,
        RATIO,
        /** A price in the quote asset: small coins want more decimals. */
        PRICE,
        /** An amount of the quote asset. */
        MONEY,
        /** An amount of the base asset. */
        VOLUME,
        DAYS,
        /** 0 to 100. */
        SCORE,
        MILLISECONDS
    }

    public @Nullable Object of(R row) {
        return getter.apply(row);
    }

    /** The value as files for programs have it: empty when there is none, in full precision, times ISO 8601 in UTC. */
    public String plain(R row) {
        Object value = of(row);
        if (value == null) {
            return "";
        }
        return kind == Kind.TIME ? Instant.ofEpochMilli((Long) value).toString() : value.toString();
    }

    public static <R> Field<R> text(String name, Function<R, @Nullable String> getter) {
        return new Field<>(name, Kind.TEXT, Unit.NONE, getter::apply);
    }

    public static <R> Field<R> integer(String name, Function<R, ? extends Number> getter) {
        return new Field<>(name, Kind.INTEGER, Unit.NONE, r -> getter.apply(r).longValue());
    }

    public static <R> Field<R> time(String name, Function<R, Long> getter) {
        return new Field<>(name, Kind.TIME, Unit.NONE, getter::apply);
    }

    public static <R> Field<R> flag(String name, Function<R, Boolean> getter) {
        return new Field<>(name, Kind.FLAG, Unit.NONE, getter::apply);
    }

    /** A real number; NaN and infinities become null. */
    public static <R> Field<R> real(String name, Unit unit, Function<R, Double> getter) {
        return new Field<>(name, Kind.REAL, unit, r -> {
            double value = getter.apply(r);
            return Double.isFinite(value) ? value : null;
        });
    }
}
