package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import java.util.List;

/** How a row's volume becomes one in units of the base asset. */
enum VolumeRule {
    /** It is one already. */
    BASE {
        @Override
        double base(double volume, double quoteVolume, double close) {
            return volume;
        }
    },
    /** The volume column counts the quote asset. */
    QUOTE {
        @Override
        double base(double volume, double quoteVolume, double close) {
            return volume / close;
        }
    },
    /** There is a volume in the quote asset only. */
    QUOTE_ONLY {
        @Override
        double base(double volume, double quoteVolume, double close) {
            return quoteVolume / close;
        }
    },
    /**
     * There are two volumes, whose columns some files swap for a part of their rows. That one is the base's which times
     * the close comes nearer to the other. Near a price of 1 both fit, and the header is believed.
     */
    WHICHEVER_FITS {
        @Override
        double base(double volume, double quoteVolume, double close) {
            if (!(volume > 0 && quoteVolume > 0) || Math.abs(Math.log(close)) < NEAR_ONE) {
                return volume;
            }
            double asNamed = Math.abs(Math.log(volume * close / quoteVolume));
            double swapped = Math.abs(Math.log(quoteVolume * close / volume));
            return swapped < asNamed ? quoteVolume : volume;
        }
    };

    private static final double NEAR_ONE = 0.05;

    /** Volume in the base asset. */
    abstract double base(double volume, double quoteVolume, double close);

    /**
     * The rule of a layout.
     *
     * <p>CoinMarketCap counts volume in USD. Yahoo counts it in the quote currency for pairs, and in shares, which are
     * the base, for stocks.
     */
    static VolumeRule of(Layout layout, Instrument instrument, List<Role> roles) {
        boolean hasQuoteVolume = roles.contains(Role.QUOTE_VOLUME);
        if (!roles.contains(Role.VOLUME)) {
            return hasQuoteVolume ? QUOTE_ONLY : BASE;
        }
        return switch (layout) {
            case COIN_MARKET_CAP -> QUOTE;
            case YAHOO -> instrument.quote().isEmpty() ? BASE : QUOTE;
            case CRYPTO_DATA_DOWNLOAD -> hasQuoteVolume ? WHICHEVER_FITS : BASE;
            default -> BASE;
        };
    }
}
