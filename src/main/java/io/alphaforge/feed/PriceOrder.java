package io.alphaforge.feed;

/** The orders in which files without a header hold their four prices. */
enum PriceOrder {
    OHLC {
        @Override
        boolean consistent(double a, double b, double c, double d) {
            return bar(a, b, c, d);
        }

        @Override
        void apply(RawRows rows) {
            // Rows are read in this order.
        }
    },
    OCHL {
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
    LHOC {
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

    /** Whether four columns are a possible bar when read in this order. */
    abstract boolean consistent(double a, double b, double c, double d);

    /** Renames the columns of rows that were read as if in the order open, high, low, close. */
    abstract void apply(RawRows rows);

    /**
     * The order under which most rows are possible bars. A row that is possible under two orders means the same under
     * both, so a tie does not matter.
     */
    static PriceOrder of(RawRows rows) {
        PriceOrder best = OHLC;
        long most = -1;
        for (PriceOrder order : values()) {
            long consistent = 0;
            for (int i = 0; i < rows.size; i++) {
                consistent += order.consistent(rows.open[i], rows.high[i], rows.low[i], rows.close[i]) ? 1 : 0;
            }
            if (consistent > most) {
                best = order;
                most = consistent;
            }
        }
        return best;
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
