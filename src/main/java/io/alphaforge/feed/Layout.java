package io.alphaforge.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file layout that the importer understands. Which one a file has is told from its content. */
public enum Layout {
    ARCHIVE("archive", "a header names the columns, in any order"),
    BINANCE("binance", "kline dumps of 12 columns, with or without a header"),
    KRAKEN("kraken", "OHLCVT dumps of 7 columns without a header"),
    CRYPTO_DATA_DOWNLOAD("cryptodatadownload", "volume columns named for the assets, newest first"),
    COINBASE("coinbase", "time,low,high,open,close,volume"),
    COINBASE_JSON("coinbase-json", "JSON objects with named values"),
    FREQTRADE("freqtrade", "JSON arrays of time,open,high,low,close,volume"),
    BITFINEX("bitfinex", "time,open,close,high,low,volume without a header"),
    LEAN("lean", "YYYYMMDD HH:MM,open,high,low,close,volume without a header"),
    YAHOO("yahoo", "a header with Adj Close; volume of a pair is in its quote asset"),
    COIN_MARKET_CAP("coinmarketcap", "a header with Marketcap; times at the end of the day, volume in USD"),
    DATA_FRAME("dataframe", "a header whose first column, the time, has no name");

    private final String code;
    private final String description;

    Layout(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The name used on the command line. */
    public String code() {
        return code;
    }

    /** What marks this layout, for people. */
    public String description() {
        return description;
    }

    /**
     * Reads a name as given by a user; {@code auto} is empty.
     *
     * @throws IllegalArgumentException naming the known layouts
     */
    public static Optional<Layout> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(layout -> layout.code.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown layout '" + text + "'; known are auto, " + known() + ".")));
    }

    /** The names of all layouts, separated by commas. */
    public static String known() {
        return Arrays.stream(values()).map(Layout::code).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return code;
    }
}
