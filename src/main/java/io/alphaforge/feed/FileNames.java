package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file's name tells of symbol and interval, where its content does not. */
final class FileNames {
    private static final Pattern EXTENSION = Pattern.compile("\\.(csv|tsv|txt|json|zip|gz)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[\\-_., ()\\[\\]]+");
    private static final Pattern ISO_DURATION = Pattern.compile("PT?(\\d+[MHDW])");
    /** What this application puts behind the symbol of a perpetual. */
    private static final String PERPETUAL = ".P";

    private static final Pattern PERPETUAL_SUFFIX =
            Pattern.compile("(?<=[\\p{L}\\p{Nd}])\\.P(?![\\p{L}\\p{Nd}])", Pattern.CASE_INSENSITIVE);

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
        List<String> tokens = List.of(tokens(fileName));
        boolean perpetual = PERPETUAL_SUFFIX.matcher(stem(fileName)).find()
                || tokens.stream().skip(1).anyMatch(FileNameWords::isPerpetual);
        List<Instrument> clear = candidates(tokens, FileNameWords::isInCapitals);
        List<Instrument> found = clear.isEmpty() ? candidates(tokens, token -> true) : clear;
        if (found.size() > 1) {
            // Whoever named the file knows which of them it is of.
            return Optional.empty();
        }
        return found.stream()
                .findFirst()
                .or(() -> fromFew(tokens))
                .map(one -> perpetual ? one.withSuffix(PERPETUAL) : one);
    }

    /**
     * The different instruments that tokens can be: the first pair of tokens, and tokens that are a pair by themselves.
     *
     * @param written like what counts; a name in capitals is meant as a symbol, where words may only end like one
     */
    private static List<Instrument> candidates(List<String> tokens, Predicate<String> written) {
        Optional<Instrument> pair = pair(tokens, token -> FileNameWords.isAsset(token) && written.test(token), written);
        Stream<Instrument> alone = tokens.stream()
                .filter(token -> FileNameWords.isAsset(token) && written.test(token))
                .flatMap(token -> parse(token)
                        .filter(one -> !one.quote().isEmpty())
                        .filter(one -> FileNameWords.isNoWord(token, one.base(), one.quote()))
                        .stream());
        return Stream.concat(pair.stream(), alone)
                .collect(Collectors.toMap(Instrument::symbol, one -> one, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The first two tokens side by side that are a base and a quote; followed by one of them again, their perpetual. */
    private static Optional<Instrument> pair(List<String> tokens, Predicate<String> isBase, Predicate<String> isQuote) {
        for (int i = 1; i < tokens.size(); i++) {
            String base = tokens.get(i - 1);
            String quote = tokens.get(i);
            if (FileNameWords.isQuote(quote)
                    && isQuote.test(quote)
                    && !base.equalsIgnoreCase(quote)
                    && isBase.test(base)
                    && FileNameWords.isOneSpelling(base, quote)) {
                String settled = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
                boolean contract = settled.equalsIgnoreCase(quote) || settled.equalsIgnoreCase(base);
                return parse(base + "/" + quote + (contract ? ":" + settled : ""));
            }
        }
        return Optional.empty();
    }

    /** The symbol in a name that has no pair of assets: a coin that is called like a usual word, or a lone symbol. */
    private static Optional<Instrument> fromFew(List<String> tokens) {
        List<String> assets =
                tokens.stream().filter(FileNameWords::isAsset).distinct().toList();
        Optional<Instrument> pair =
                assets.size() == 1 ? pair(tokens, FileNameWords::isCoinToo, token -> true) : Optional.empty();
        return pair.isPresent()
                ? pair
                : assets.stream()
                        .filter(asset -> assets.size() == 1)
                        .filter(asset -> FileNameWords.isWrittenLikeSymbol(asset) && !FileNameWords.isMoney(asset))
                        .flatMap(asset -> parse(asset).stream())
                        .findFirst();
    }

    private static Optional<Instrument> parse(String text) {
        try {
            return Optional.of(Instrument.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
    static Optional<Interval> interval(String token, boolean minutes) {
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
        return SEPARATORS.split(PERPETUAL_SUFFIX.matcher(stem(fileName)).replaceAll(""));
    }

    private static String stem(String fileName) {
        String name = fileName;
        for (Matcher matcher = EXTENSION.matcher(name); matcher.find(); matcher = EXTENSION.matcher(name)) {
            name = name.substring(0, matcher.start());
        }
        return name;
    }
}
