package io.alphaforge.run;

import io.alphaforge.market.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which coins a run covers. */
public sealed interface Universe {

    /** Every coin in the store. */
    record All() implements Universe {
        @Override
        public String text() {
            return "all";
        }
    }

    /** The coins with the highest turnover over their last 30 days, stale ones left out. */
    record Top(int count) implements Universe {
        public Top {
            if (count < 1) {
                throw new IllegalArgumentException("The universe top:" + count + " is empty; choose top:1 or more.");
            }
        }

        @Override
        public String text() {
            return "top:" + count;
        }
    }

    /** The coins that yield this many bars or more at the interval of the run, over everything stored. */
    record AtLeastBars(int bars) implements Universe {
        public AtLeastBars {
            if (bars < 1) {
                throw new IllegalArgumentException(
                        "The universe bars:" + bars + " asks for no bar; choose bars:1 or more.");
            }
        }

        @Override
        public String text() {
            return "bars:" + bars;
        }
    }

    /** These symbols. */
    record Listed(List<String> symbols) implements Universe {
        public Listed {
            symbols = List.copyOf(symbols);
            if (symbols.isEmpty()) {
                throw new IllegalArgumentException("The universe is empty; name a symbol, top:N, bars:N or all.");
            }
        }

        @Override
        public String text() {
            return String.join(",", symbols);
        }
    }

    /** As on the command line: {@code all}, {@code top:10}, {@code bars:500}, {@code BTCUSDT,ETHUSDT}. */
    String text();

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Universe parse(String text) {
        String clean = text.strip();
        String lower = clean.toLowerCase(Locale.ROOT);
        if (lower.equals("all")) {
            return new All();
        }
        if (lower.startsWith("top:")) {
            return new Top(number(clean, "top:"));
        }
        if (lower.startsWith("bars:")) {
            return new AtLeastBars(number(clean, "bars:"));
        }
        return new Listed(Arrays.stream(clean.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .map(s -> Instrument.parse(s).symbol())
                .distinct()
                .toList());
    }

    private static int number(String text, String prefix) {
        try {
            return Integer.parseInt(text.substring(prefix.length()).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The universe '" + text + "' is not understood; write " + prefix + "N with a whole number N.", e);
        }
    }
}
