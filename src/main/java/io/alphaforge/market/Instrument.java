package io.alphaforge.market;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is traded: a base asset priced in a quote asset, with the symbol that names it everywhere.
 *
 * @param symbol upper case without separators, for example {@code BTCUSDT}; a suffix behind a dot keeps markets of one
 *     pair apart, for example {@code BTCUSDT.P} for the perpetual
 * @param base the asset that volume is counted in
 * @param quote the asset that prices are counted in; empty when the symbol does not tell
 */
public record Instrument(String symbol, String base, String quote) {
    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USDD", "USD", "EUR", "GBP", "JPY", "TRY", "BRL", "AUD",
            "CHF", "CAD", "KRW", "BTC", "XBT", "ETH", "BNB", "DAI");
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}]{1,40}(\\.[\\p{L}\\p{N}]{1,10})?");
    /** A contract as CCXT writes it: base, quote, the asset it is settled in, and the day it ends if it ends. */
    private static final Pattern CONTRACT = Pattern.compile("([^/:]+)/([^/:]+):([^/:\\-]+)(?:-(\\d+))?");

    /** A contract as venues write it: a pair or a base, and the word for a perpetual or the day it ends. */
    private static final Pattern VENUE_CONTRACT =
            Pattern.compile("(.+)[\\-_](?:(PERP|PERPETUAL|SWAP)|(\\d{6}|\\d{1,2}[A-Z]{3}\\d{2}))");
    /** A pair behind the venue that trades it, as charting sites write it. */
    private static final Pattern OF_VENUE = Pattern.compile("[^/:]+:([^/:]+)");

    private static final Set<String> MONEY = Set.of("USD", "EUR", "GBP", "JPY", "TRY", "BRL", "AUD", "CHF", "CAD");
    private static final Set<String> COINS = Set.of("BTC", "XBT", "ETH", "BNB");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\-_: ]+");

    public Instrument {
        Objects.requireNonNull(base);
        Objects.requireNonNull(quote);
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("'" + symbol + "' is not a symbol: use letters and digits only.");
        }
    }

    /**
     * Reads a pair in any usual spelling: {@code BTC/USDT}, {@code btc-usdt}, {@code BTCUSDT}, {@code XBTUSD} (which is
     * {@code BTCUSD}), {@code BTCUSDT.P}. {@code BTC/USDT:USDT} is the perpetual {@code BTCUSDT.P}, and
     * {@code BTC/USDT:USDT-240329} the future {@code BTCUSDT.240329}; so are venues' own names of contracts, for example
     * {@code BTC-USDT-SWAP}, {@code BTCUSD_PERP} and {@code BTCUSD_240329}. {@code BINANCE:BTCUSDT} is {@code BTCUSDT},
     * and {@code KRW-BTC}, with the money first, {@code BTCKRW}.
     *
     * @throws IllegalArgumentException when the text cannot be a symbol
     */
    public static Instrument parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher contract = CONTRACT.matcher(upper);
        if (contract.matches() && List.of(contract.group(1), contract.group(2)).contains(contract.group(3))) {
            String end = contract.group(4);
            return of(contract.group(1), contract.group(2), end == null ? ".P" : "." + end);
        }
        Matcher ofVenue = OF_VENUE.matcher(upper);
        if (ofVenue.matches() && !QUOTES.contains(ofVenue.group(1))) {
            Instrument pair = parse(ofVenue.group(1));
            if (!pair.quote().isEmpty()) {
                return pair;
            }
        }
        Matcher venueContract = VENUE_CONTRACT.matcher(upper);
        if (venueContract.matches()) {
            String end = venueContract.group(3);
            return parse(venueContract.group(1)).withSuffix(end == null ? "P" : end);
        }
        int dot = upper.lastIndexOf('.');
        String suffix = dot > 0 ? upper.substring(dot) : "";
        String pair = dot > 0 ? upper.substring(0, dot) : upper;
        String[] parts = SEPARATOR.split(pair);
        if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
            return moneyFirst(parts[0], parts[1]) ? of(parts[1], parts[0], suffix) : of(parts[0], parts[1], suffix);
        }
        String joined = String.join("", parts);
        for (String quote : QUOTES) {
            if (joined.length() > quote.length() && joined.endsWith(quote) && !isPartOfBase(joined, quote)) {
                return of(joined.substring(0, joined.length() - quote.length()), quote, suffix);
            }
        }
        return of(joined, "", suffix);
    }

    /**
     * This instrument as another market of the same pair, its symbol ending in {@code suffix}, for example {@code .P};
     * itself if it does already.
     *
     * @throws IllegalArgumentException when the suffix cannot be one, or the symbol has another
     */
    public Instrument withSuffix(String suffix) {
        String clean = (suffix.startsWith(".") ? suffix : "." + suffix).toUpperCase(Locale.ROOT);
        return symbol.endsWith(clean) ? this : new Instrument(symbol + clean, base, quote);
    }

    /** Whether a pair is written the other way round, as Korean venues do: no money is traded for a coin's price. */
    private static boolean moneyFirst(String first, String second) {
        return first.equals("KRW") || (MONEY.contains(first) && COINS.contains(second));
    }

    /** In BNBUSD, XBTUSD, SHIBUSD and USDTUSD a letter of the base makes USD look like BUSD or TUSD. */
    private static boolean isPartOfBase(String joined, String quote) {
        String base = joined.substring(0, joined.length() - quote.length());
        return (quote.equals("BUSD") || quote.equals("TUSD"))
                && (base.length() < 3 || base.equals("SHI") || base.equals("USD"));
    }

    private static Instrument of(String base, String quote, String suffix) {
        String b = canonical(base);
        String q = canonical(quote);
        return new Instrument(b + q + suffix, b, q);
    }

    private static String canonical(String asset) {
        return asset.equals("XBT") ? "BTC" : asset;
    }
}
