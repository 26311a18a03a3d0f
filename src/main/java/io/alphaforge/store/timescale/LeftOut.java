package io.alphaforge.store.timescale;

import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of an existing database that cannot be told apart by names of ours: they are left out, and the log says so once.
 * Bars are asked for by the code of their interval, so one that is spelled otherwise would be listed and never found.
 */
final class LeftOut {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private LeftOut() {}

    /** The interval of exactly this code. */
    static Optional<Interval> interval(@Nullable String code) {
        Optional<Interval> interval = Arrays.stream(Interval.values())
                .filter(i -> i.code().equals(code))
                .findFirst();
        if (interval.isEmpty()) {
            tell(reason(code));
        }
        return interval;
    }

    /** Why bars of an interval that has another code are left out, and what to do. */
    static String reason(@Nullable String code) {
        if (code == null) {
            return "Bars without an interval are left out; let their owner fill in interval_type.";
        }
        return Interval.find(code)
                .map(meant ->
                        "Bars of the interval '" + code + "' are left out; let their owner run UPDATE crypto_prices"
                                + " SET interval_type = '" + meant.code() + "' WHERE interval_type = '"
                                + code.replace("'", "''") + "'.")
                .orElseGet(() -> "Bars of the interval '" + code + "' are left out; known are "
                        + Arrays.stream(Interval.values()).map(Interval::code).collect(Collectors.joining(", "))
                        + ".");
    }

    /** A coin of the table; one whose assets are not filled in, or whose symbol is spelled otherwise, is read from that. */
    static Optional<Instrument> coin(@Nullable String symbol, @Nullable String base, @Nullable String quote) {
        if (symbol == null) {
            tell("A coin without a symbol is left out; let its owner fill it in.");
            return Optional.empty();
        }
        try {
            Instrument read = Instrument.parse(symbol);
            return Optional.of(
                    base == null
                                    || base.isEmpty()
                                    || quote == null
                                    || !read.symbol().equals(symbol)
                            ? read
                            : new Instrument(symbol, base, quote));
        } catch (IllegalArgumentException e) {
            tell("A coin of the server is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Says something in the log, but not again at every listing. */
    static void tell(String sentence) {
        if (TOLD.add(sentence)) {
            LOG.warn("{}", sentence);
        }
    }
}
