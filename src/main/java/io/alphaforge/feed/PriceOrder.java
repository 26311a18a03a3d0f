package io.alphaforge.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The orders in which files without a header hold their four prices. */
enum PriceOrder {
    OHLC("binance|kraken|bitstamp|bybit|okx|kucoin|freqtrade") {
        @Override
        boolean consistent(double a, double b, double c, double d) {
            return bar(a, b, c, d);
        }

        @Override
        void apply(RawRows rows) {
            // Rows are read in this order.
        }
    },
    OCHL("bitfinex") {
        @Override
        boolean consistent(double a, double b, double c, double d) {
            return bar(a, c, d, b);
        }

        @Override
        void apply(RawRows rows) {
            double[] second = rows.high;
            rows.high = rows.low;
            rows.low = rows.close;
            rows.close = second;
        }
    },
    LHOC("coinbase|gdax") {
        @Override
        boolean consistent(double a, double b, double c, double d) {
            return bar(c, b, a, d);
        }

        @Override
        void apply(RawRows rows) {
            double[] first = rows.open;
            rows.open = rows.low;
            rows.low = first;
        }
    };

    private final Pattern venue;

    PriceOrder(String venue) {
        this.venue = Pattern.compile(venue, Pattern.CASE_INSENSITIVE);
    }

    /** Whether four columns are a possible bar when read in this order. */
    abstract boolean consistent(double a, double b, double c, double d);

    /** Renames the columns of rows that were read as if in the order open, high, low, close. */
    abstract void apply(RawRows rows);

    /**
     * The order under which most rows are possible bars. Where that are several which do not mean the same, as with bars that
     * open and close at their ends, the venue that the file is named for decides.
     *
     * @throws UnusableFileException when it does not
     */
    static PriceOrder of(RawRows rows, List<String> fileNames) {
        List<PriceOrder> best = new ArrayList<>();
        long most = 0;
        for (PriceOrder order : values()) {
            long consistent = 0;
            for (int i = 0; i < rows.size; i++) {
                consistent += order.isPossible(rows, i) ? 1 : 0;
            }
            if (consistent > most) {
                best.clear();
                most = consistent;
            }
            if (consistent == most && most > 0) {
                best.add(order);
            }
        }
        if (best.isEmpty()) {
            return OHLC;
        }
        PriceOrder first = best.getFirst();
        if (best.stream().allMatch(other -> other == first || first.meansTheSame(other, rows))) {
            return first;
        }
        return best.stream()
                .filter(order ->
                        order.venue.matcher(String.join(" ", fileNames)).find())
                .findFirst()
                .orElseThrow(() -> new UnusableFileException("has its prices in an order that its rows do not tell: "
                        + best.stream().map(PriceOrder::columns).collect(Collectors.joining(" or "))
                        + "; give --layout"));
    }

    private String columns() {
        return switch (this) {
            case OHLC -> "open, high, low, close (archive)";
            case OCHL -> "open, close, high, low (bitfinex)";
            case LHOC -> "low, high, open, close (coinbase)";
        };
    }

    private boolean isPossible(RawRows rows, int i) {
        return consistent(rows.open[i], rows.high[i], rows.low[i], rows.close[i]);
    }

    private boolean meansTheSame(PriceOrder other, RawRows rows) {
        for (int i = 0; i < rows.size; i++) {
            // Which of two rows that are no bars is meant does not matter.
            if ((isPossible(rows, i) || other.isPossible(rows, i))
                    && !Arrays.equals(read(rows, i), other.read(rows, i))) {
                return false;
            }
        }
        return true;
    }

    /** Open, high, low and close of a row. */
    private double[] read(RawRows rows, int i) {
        double a = rows.open[i];
        double b = rows.high[i];
        double c = rows.low[i];
        double d = rows.close[i];
        return switch (this) {
            case OHLC -> new double[] {a, b, c, d};
            case OCHL -> new double[] {a, c, d, b};
            case LHOC -> new double[] {c, b, a, d};
        };
    }

    /** The order of a layout. */
    static PriceOrder of(Layout layout) {
        return switch (layout) {
            case BITFINEX -> OCHL;
            case COINBASE -> LHOC;
            default -> OHLC;
        };
    }

    private static boolean bar(double open, double high, double low, double close) {
        return low <= open && low <= close && open <= high && close <= high;
    }
}
