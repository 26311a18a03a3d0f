package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's name tells of symbol and interval, where its content does not. */
final class FileNames {
    private static final Pattern EXTENSION = Pattern.compile("\\.(csv|tsv|txt|json|zip|gz)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[\\-_. ()\\[\\]]+");
    private static final Pattern ISO_DURATION = Pattern.compile("PT?(\\d+[MHDW])");
    private static final Pattern UPPER = Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo}\\p{Nd}]{0,11}");
    private static final Set<String> QUOTES = Set.of(
            "USD", "USDT", "USDC", "BUSD", "FDUSD", "TUSD", "DAI", "EUR", "GBP", "JPY", "TRY", "BRL", "AUD", "CHF",
            "CAD", "KRW", "BTC", "XBT", "ETH", "BNB");
    /** Words around the symbol in the names that archives give their files. */
    private static final Set<String> WORDS = Set.of(
            "BINANCE",
            "BITSTAMP",
            "GDAX",
            "COINBASE",
            "KRAKEN",
            "BITFINEX",
            "BYBIT",
            "OKX",
            "GEMINI",
            "POLONIEX",
            "BITTREX",
            "KUCOIN",
            "HUOBI",
            "GATEIO",
            "YAHOO",
            "HISTORICAL",
            "HISTORY",
            "DATA",
            "DATASET",
            "PRICE",
            "PRICES",
            "EXAMPLE",
            "EXAMPLES",
            "SAMPLE",
            "TEST",
            "COIN",
            "COINS",
            "CRYPTO",
            "FUTURES",
            "FUTURE",
            "SPOT",
            "PERP",
            "PERPETUAL",
            "UM",
            "CM",
            "TRADE",
            "TRADES",
            "QUOTE",
            "KLINE",
            "KLINES",
            "CANDLE",
            "CANDLES",
            "BAR",
            "BARS",
            "OHLC",
            "OHLCV",
            "OHLCVT",
            "MERGED",
            "ALL",
            "FULL",
            "OUT",
            "OUTPUT",
            "STEP",
            "TO",
            "FROM",
            "GTC",
            "MIN",
            "MINUTE",
            "HOUR",
            "HOURLY",
            "DAY",
            "DAILY",
            "WEEK",
            "WEEKLY",
            "MONTH",
            "MONTHLY");

    private FileNames() {}

    /** The instrument that the first telling name names. */
    static Optional<Instrument> instrument(List<String> fileNames) {
        return fileNames.stream().flatMap(name -> instrument(name).stream()).findFirst();
    }

    /** The interval that the first telling name names. */
    static Optional<Interval> interval(List<String> fileNames) {
        return fileNames.stream().flatMap(name -> interval(name).stream()).findFirst();
    }

    private static Optional<Instrument> instrument(String fileName) {
        String[] tokens = tokens(fileName);
        for (int i = 1; i < tokens.length; i++) {
            if (QUOTES.contains(upper(tokens[i])) && isAsset(tokens[i - 1])) {
                return parse(tokens[i - 1] + "/" + tokens[i]);
            }
        }
        for (String token : tokens) {
            Optional<Instrument> pair = isAsset(token) ? parse(token) : Optional.empty();
            if (pair.isPresent() && !pair.get().quote().isEmpty()) {
                return pair;
            }
        }
        // A lone word is a symbol only where it is written like one: GOOG, but not "merged".
        List<String> left = List.of(tokens).stream().filter(FileNames::isAsset).toList();
        return left.size() == 1 && UPPER.matcher(left.getFirst()).matches() ? parse(left.getFirst()) : Optional.empty();
    }

    private static Optional<Instrument> parse(String text) {
        try {
            return Optional.of(Instrument.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a part of a name may be an asset or a pair: no date, no interval, none of the usual words. */
    private static boolean isAsset(String token) {
        return token.chars().anyMatch(Character::isLetter)
                && !WORDS.contains(upper(token))
                && interval(token, false).isEmpty()
                && !token.matches("\\d+(am|pm|th)|v\\d+");
    }

    private static Optional<Interval> interval(String fileName) {
        String[] tokens = tokens(fileName);
        for (int i = tokens.length - 1; i >= 0; i--) {
            Optional<Interval> found = interval(tokens[i], tokens.length == 2 && i == 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param minutes whether a bare number counts minutes, as in {@code XBTUSD_1440} */
    private static Optional<Interval> interval(String token, boolean minutes) {
        Matcher iso = ISO_DURATION.matcher(token);
        if (iso.matches()) {
            return Interval.find(iso.group(1).toLowerCase(Locale.ROOT));
        }
        if (minutes && token.matches("[1-9]\\d{0,4}")) {
            return Interval.ofMillis(Long.parseLong(token) * 60_000);
        }
        if (token.matches("\\d+(m|h|d|w|M|H|D|W)")) {
            return Interval.find(token);
        }
        // Single letters are intervals in lower case only: W-USD is a coin.
        String word = token.length() == 1 ? token : token.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (word) {
                    case "minute", "1min" -> Interval.M1;
                    case "5min" -> Interval.M5;
                    case "15min" -> Interval.M15;
                    case "30min" -> Interval.M30;
                    case "h", "hour", "hourly", "60min", "1hour" -> Interval.H1;
                    case "d", "day", "daily", "1day" -> Interval.D1;
                    case "w", "week", "weekly" -> Interval.W1;
                    case "month", "monthly" -> Interval.MONTH;
                    default -> null;
                });
    }

    private static String[] tokens(String fileName) {
        String name = fileName;
        for (Matcher matcher = EXTENSION.matcher(name); matcher.find(); matcher = EXTENSION.matcher(name)) {
            name = name.substring(0, matcher.start());
        }
        return SEPARATORS.split(name);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
