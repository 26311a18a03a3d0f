package io.alphaforge.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words in a file's name are: assets, quotes, or what archives write around them. */
final class FileNameWords {
    private static final Set<String> MONEY =
            words("USD USDT USDC BUSD FDUSD TUSD DAI EUR GBP JPY TRY BRL AUD CHF CAD KRW");
    private static final Set<String> QUOTE_COINS = words("BTC XBT ETH BNB");
    private static final Set<String> VENUES =
            words("BINANCE BITSTAMP GDAX COINBASE KRAKEN BITFINEX BYBIT OKX GEMINI POLONIEX BITTREX KUCOIN HUOBI GATEIO"
                    + " YAHOO");
    private static final Set<String> DESCRIPTIONS = words(
            "HISTORICAL HISTORY DATASET PRICE PRICES EXAMPLE EXAMPLES SAMPLE COINS CRYPTO FUTURES FUTURE PERPETUAL"
                    + " SWAP TRADES QUOTE KLINE KLINES CANDLE CANDLES BARS OHLC OHLCV OHLCVT MERGED FULL OUTPUT TO FROM"
                    + " MINUTE HOUR HOURLY DAY DAILY WEEK WEEKLY MONTH MONTHLY EXPORT EXPORTS EXPORTED DOWNLOAD DOWNLOADS"
                    + " BACKUP ENTRY COUNTRY INDUSTRY REGISTRY TELEMETRY");
    /** These are the names of coins as well. */
    private static final Set<String> AMBIGUOUS =
            words("DATA TEST COIN SPOT PERP UM CM TRADE BAR ALL OUT STEP GTC MIN MY");

    /** Coins that are written in small letters too, and quotes that words end in. */
    private static final Set<String> USUAL_COINS =
            words("BTC XBT ETH BNB XRP SOL ADA DOGE DOT LTC TRX LINK AVAX BCH XLM"
                    + " ETC UNI ATOM XMR EOS SHIB MATIC NEAR AAVE USDT USDC");

    private static final Set<String> ENDINGS = words("TRY ETH EUR CAD DAI BTC BNB BRL CHF GBP AUD");

    /** What venues write behind a pair or its base for its perpetual. */
    private static final Set<String> PERPETUALS = words("PERP PERPETUAL SWAP");

    private static final Pattern SYMBOL = Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo}\\p{Nd}]{0,11}");
    private static final Pattern NO_ASSET = Pattern.compile("\\P{L}*|\\d+(am|pm|th)|v\\d+");

    private FileNameWords() {}

    static boolean isQuote(String word) {
        return isMoney(word) || QUOTE_COINS.contains(upper(word));
    }

    /** Whether it is a quote that nobody quotes in others, as a symbol without its pair would have it. */
    static boolean isMoney(String word) {
        return MONEY.contains(upper(word));
    }

    /** Whether it may be an asset or a pair: no date, no interval, none of the usual words. */
    static boolean isAsset(String word) {
        String upper = upper(word);
        return isNameable(word)
                && !VENUES.contains(upper)
                && !DESCRIPTIONS.contains(upper)
                && !AMBIGUOUS.contains(upper);
    }

    /** Whether it is one of the usual words, but also the name of a coin and written like one. */
    static boolean isCoinToo(String word) {
        return AMBIGUOUS.contains(word);
    }

    /** Whether it is the word for a perpetual, where it stands behind what it is of. */
    static boolean isPerpetual(String word) {
        return PERPETUALS.contains(upper(word));
    }

    /** Whether it is written like a symbol: {@code GOOG}, but not {@code merged}. */
    static boolean isWrittenLikeSymbol(String word) {
        return SYMBOL.matcher(word).matches();
    }

    static boolean isInCapitals(String word) {
        return word.equals(upper(word));
    }

    /** Whether base and quote are written alike, both in capitals or neither, or the base is known to be a coin. */
    static boolean isOneSpelling(String base, String quote) {
        return isInCapitals(base) == isInCapitals(quote) || USUAL_COINS.contains(upper(base));
    }

    /** Whether it is a pair rather than a word with such an ending: {@code ETHTRY} and {@code ethtry}, but not {@code poetry}. */
    static boolean isNoWord(String text, String base, String quote) {
        return isInCapitals(text) || !ENDINGS.contains(quote) || USUAL_COINS.contains(base);
    }

    private static boolean isNameable(String word) {
        return !NO_ASSET.matcher(word).matches()
                && FileNames.interval(word, false).isEmpty();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
